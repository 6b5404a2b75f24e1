package org.onewindow.workflow.step;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.onewindow.casefile.AcceptanceReturns;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseStep;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.DecisionSteps;
import org.onewindow.workflow.clock.Measures;
import org.onewindow.workflow.form.Measure;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 退回综窗: the department's handler, before any step of the back office is taken, finds that the window accepted in error. */
@Component
class AcceptanceReturnMeasure implements Measure {

    private final AcceptanceReturns returns;
    private final CaseFiles files;
    private final Organization organization;

    AcceptanceReturnMeasure(AcceptanceReturns returns, CaseFiles files, Organization organization) {
        this.returns = returns;
        this.files = files;
        this.organization = organization;
    }

    @Override
    public String process() {
        return Measures.ACCEPTANCE_RETURN;
    }

    @Override
    public void check(CaseFile file, TaskEntity inHand, Authentication approver) {
        var posts =
                inHand.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        boolean isHandlers = file.department()
                .flatMap(organization::department)
                .map(Department::handlers)
                .filter(posts::contains)
                .isPresent();
        if (!isHandlers) {
            throw new RefusedInput("退回综窗限承办部门的承办人");
        }
        if (!file.window().equals(CaseVariables.ACCEPTORS.get(inHand))) {
            throw new RefusedInput("本办件由部门自行受理，不能退回综窗");
        }
        var steps = DecisionSteps.around(inHand.getBpmnModelElementInstance());
        if (files.steps(file.caseNumber()).stream().map(CaseStep::step).anyMatch(steps::contains)) {
            throw new RefusedInput("后台环节已经办理，不能再退回综窗；受理的问题请在承办意见中写明");
        }
        returns.requireNone(file.caseNumber());
    }

    @Override
    public Started start(DelegateExecution instance, CaseFile file, Submission sent, TakenBy approver) {
        CaseVariables.ACCEPTORS.set(instance, file.window());
        returns.add(file.caseNumber(), sent.label("error"), sent.text("reason"), approver.account());
        return new Started(sent.label("error"), sent.optionalText("reason"));
    }
}
