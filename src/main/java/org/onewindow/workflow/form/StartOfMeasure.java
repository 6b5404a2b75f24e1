package org.onewindow.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.Extensions;
import org.onewindow.deadline.SpecialProcedure;
import org.onewindow.document.DocumentIssue;
import org.onewindow.document.DocumentKind;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.clock.Measures;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts what runs beside a case and moves its clock (特别程序, 延期): for the cases that an approver has in hand. */
@Component
class StartOfMeasure {

    /** What a start form calls the cases to choose from. */
    static final String CASES_IN_HAND = "casesInHand";

    /** The most cases to choose from; more than anybody has in hand. */
    private static final int MOST_CASES = 100;

    private final TaskService tasks;
    private final CaseFiles files;
    private final Organization organization;
    private final ClockLedger ledger;
    private final Extensions extensions;
    private final DocumentIssue papers;

    StartOfMeasure(
            @Lazy TaskService tasks,
            CaseFiles files,
            Organization organization,
            ClockLedger ledger,
            Extensions extensions,
            DocumentIssue papers) {
        this.tasks = tasks;
        this.files = files;
        this.organization = organization;
        this.ledger = ledger;
        this.extensions = extensions;
        this.papers = papers;
    }

    /** The cases of which the user has claimed a step of the back office, as options. */
    List<Map<String, String>> casesInHand() {
        var user = Context.getCommandContext().getAuthentication();
        if (user == null) {
            return List.of();
        }
        return tasks
                .createTaskQuery()
                .taskAssignee(user.getUserId())
                .orderByDueDate()
                .asc()
                .listPage(0, MOST_CASES)
                .stream()
                .map(TaskEntity.class::cast)
                .filter(task -> task.getProcessDefinition().getKey().startsWith("item_"))
                .map(CaseVariables::caseNumber)
                .distinct()
                .map(files::require)
                .filter(file -> isApprover(user, file.department()))
                .map(file -> Map.of(
                        "value",
                        file.caseNumber().value(),
                        "label",
                        file.caseNumber() + " " + file.itemName() + " " + file.applicantName()))
                .toList();
    }

    private boolean isApprover(Authentication user, Optional<String> department) {
        return department
                .flatMap(organization::department)
                .map(Department::approvers)
                .filter(groups -> groups.stream().anyMatch(user.getGroupIds()::contains))
                .isPresent();
    }

    void start(ExecutionEntity instance, String processKey, Submission sent) {
        var user = Context.getCommandContext().getAuthentication();
        var file = files.require(new CaseNumber(sent.text("case")));
        switch (processKey) {
            case Measures.SPECIAL_PROCEDURE ->
                ledger.startSpecialProcedure(
                        file.caseNumber(),
                        SpecialProcedure.named(sent.text("procedure")).orElseThrow(),
                        papers.nextNumber(DocumentKind.SPECIAL_PROCEDURE, file),
                        sent.number("plannedDays"),
                        user.getUserId());
            case Measures.EXTENSION ->
                extensions.request(file.caseNumber(), sent.number("days"), sent.text("reason"), user.getUserId());
            default -> throw new RefusedInput("这个流程不能单独启动");
        }
        instance.setProcessBusinessKey(file.caseNumber().value());
        CaseVariables.DEPARTMENT.set(instance, file.department().orElseThrow());
    }
}
