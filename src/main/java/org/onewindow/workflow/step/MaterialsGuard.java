package org.onewindow.workflow.step;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Acceptance;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 核验材料: writes what was ticked. Whether it is enough to accept is the acceptance's own rule. */
@Component
class MaterialsGuard extends TaskGuard {

    private final Acceptance acceptance;

    MaterialsGuard(StepRecord record, Acceptance acceptance) {
        super(record);
        this.acceptance = acceptance;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        acceptance.check(caseNumber, checks(sent), actor);
        sent.optionalText("competentOrgan")
                .ifPresent(organ -> CaseVariables.COMPETENT_ORGAN.set(task.getExecution(), organ));
    }

    /** What was ticked, material by material. */
    static List<CaseMaterial.Check> checks(Submission sent) {
        return sent.rows("materials").stream()
                .map(row -> new CaseMaterial.Check(
                        row.number("copiesReceived"),
                        row.flag("originalChecked"),
                        row.flag("upToStandard"),
                        row.optionalText("defect")))
                .toList();
    }
}
