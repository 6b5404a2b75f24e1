package org.onewindow.workflow;

/** The bureau's stages (前台受理、统一出件), and their user tasks that are asked for by their ids. */
public final class StageTasks {

    public static final String FRONT_DESK = "stage_front-desk-acceptance";
    public static final String ISSUANCE = "stage_unified-issuance";

    public static final String VERIFY_MATERIALS = "task_verifyMaterials";
    public static final String REGISTER_CORRECTION = "task_registerCorrection";
    public static final String RECEIVE_RESULT = "task_receiveResult";
    public static final String ISSUE_RESULT = "task_issueResult";

    private StageTasks() {}
}
