package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseFile.Decision;
import org.onewindow.casefile.CaseLock;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.Consultations;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 登记决定: writes the decision and draws the result's number. Nothing is decided while another department is asked (会办). */
@Component
class RecordDecision implements JavaDelegate {

    private final CaseLock lock;
    private final Approval approval;
    private final Consultations consultations;
    private final Organization organization;

    RecordDecision(CaseLock lock, Approval approval, Consultations consultations, Organization organization) {
        this.lock = lock;
        this.approval = approval;
        this.consultations = consultations;
        this.organization = organization;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = CaseVariables.caseNumber(execution);
        lock.state(caseNumber); // whoever asks another department meanwhile finds it decided
        requireAllAnswered(caseNumber);
        var decision = CaseVariables.DECISION.get(execution).equals("grant") ? Decision.GRANT : Decision.DENY;
        approval.decide(caseNumber, decision, Actor.current());
    }

    private void requireAllAnswered(CaseNumber caseNumber) {
        var asked = consultations.open(caseNumber).stream()
                .map(open -> organization.departmentName(open.department()))
                .toList();
        if (!asked.isEmpty()) {
            throw new RefusedInput(String.join("、", asked) + "的会办意见尚未答复，不能作出决定。请等答复，或者由承办部门取消会办");
        }
    }
}
