package org.onewindow.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.Consultations;
import org.onewindow.casefile.Consultations.Outcome;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.clock.Measures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels consultations (取消会办): the asked department's task goes, the case can be decided. */
@Service
public class ConsultationDesk {

    private static final String STEP = "consultation-cancelled";
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    private final Consultations consultations;
    private final CaseFiles files;
    private final Organization organization;
    private final Approval approval;
    private final RuntimeService runtime;
    private final IdentityService identity;

    ConsultationDesk(
            Consultations consultations,
            CaseFiles files,
            Organization organization,
            Approval approval,
            RuntimeService runtime,
            IdentityService identity) {
        this.consultations = consultations;
        this.files = files;
        this.organization = organization;
        this.approval = approval;
        this.runtime = runtime;
        this.identity = identity;
    }

    /** Whether somebody with a step in hand may cancel: the case's own approvers, so that an absent asker holds nothing up. */
    public boolean isOpenTo(CaseNumber caseNumber, Account account) {
        return files.require(caseNumber)
                .department()
                .flatMap(organization::department)
                .filter(department -> department.approvers().stream().anyMatch(account::isIn))
                .isPresent();
    }

    /**
     * Cancels a consultation.
     *
     * @param caseNumber of the step in hand
     * @param reason 2 to 500 characters
     * @throws RefusedInput if it has been answered or cancelled, or is another case's
     */
    @Transactional
    public void cancel(CaseNumber caseNumber, long id, String reason, Account account) {
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new RefusedInput("reason", "请写明取消会办的理由，2至500个字");
        }
        var asked = consultations.of(caseNumber).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new RefusedInput("本办件没有这项会办，请刷新页面"));
        if (!isOpenTo(caseNumber, account)) {
            throw new RefusedInput("取消会办由承办部门办理");
        }
        consultations.end(id, Outcome.CANCELLED, why, account.id());
        approval.step(
                caseNumber,
                STEP,
                "取消会办",
                TakenBy.self(account.id()),
                organization.departmentName(asked.department()),
                Optional.of(why));
        endInstance(caseNumber, id);
    }

    private void endInstance(CaseNumber caseNumber, long id) {
        identity.clearAuthentication();
        try {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber.value())
                    .processDefinitionKey(Measures.CONSULTATION)
                    .variableValueEquals(CaseVariables.CONSULTATION.key(), String.valueOf(id))
                    .list()
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "取消会办", true, true));
        } catch (OptimisticLockingException overtaken) {
            throw new RefusedInput("这项会办刚刚得到答复，请刷新页面");
        }
    }
}
