package org.onewindow.workflow.rehearsal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.rehearsal.SimulatedStaff.Member;

/** A task that is done with an outcome, by the first of those in question who can. */
final class SimulatedWork {

    /** Outcomes that something in a list of the form must give a reason for. */
    private static final Set<String> FAULTY = Set.of("correct", "missing");

    private final Stage stage;
    private final Task task;
    private final TaskService tasks;
    private final Set<String> groups;

    SimulatedWork(Stage stage, Task task) {
        this.stage = stage;
        this.task = task;
        this.tasks = stage.engine().getTaskService();
        this.groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    boolean isOfTheBackOffice() {
        return groups.stream().anyMatch(stage::isBackOffice);
    }

    /** Who did it. */
    Member does(Choice choice, CaseNumber number) throws Failed {
        var owner = task.getAssignee() == null ? "" : task.getAssignee();
        RefusedInput refused = null;
        for (var member : stage.staff().of(owner, groups)) {
            try {
                submit(choice, number, member);
                return member;
            } catch (RuntimeException e) {
                refused = RefusedInput.behind(e).orElse(null);
                if (refused == null) {
                    throw new Failed(name() + chosen(choice) + "之后无法继续：" + Stage.why(e), false);
                } else if (isRule(refused)) {
                    throw new Failed(name() + "不能" + chosen(choice) + "：" + refused.getMessage(), true);
                }
                // as a person would who cannot do it: give it back for the next one
                tasks.setAssignee(task.getId(), null);
            }
        }
        var why = refused == null ? "岗位组“" + String.join("、", groups) + "”不在机构名录中。" : refused.getMessage();
        throw new Failed(name() + "无人能办：" + why, false);
    }

    private String name() {
        return "“" + task.getName() + "”";
    }

    private static String chosen(Choice choice) {
        return choice.label().isEmpty() ? "" : "选“" + choice.label() + "”";
    }

    /** A refusal of the outcome itself, whoever chooses it. */
    private static boolean isRule(RefusedInput refused) {
        return refused.violations().stream()
                .allMatch(violation -> violation.field().equals("outcome"));
    }

    private void submit(Choice choice, CaseNumber number, Member member) {
        stage.staff().as(member, () -> {
            if (tasks.createTaskQuery().taskId(task.getId()).count() == 0) {
                throw new RefusedInput(member.name() + "看不到这个任务");
            }
            if (!member.account().equals(task.getAssignee())) {
                tasks.claim(task.getId(), member.account());
            }
            var decided = new HashMap<String, Object>(
                    Map.of("pickupCode", stage.file(number).pickupCode()));
            if (!choice.outcome().isEmpty()) {
                decided.put("outcome", choice.outcome());
            }
            boolean isFaulty = FAULTY.contains(choice.outcome());
            var form = new FilledForm(decided, stage.forms().shown(task), stage.today(), isFaulty);
            stage.engine()
                    .getFormService()
                    .submitTaskForm(task.getId(), form.values(stage.forms().task(task)));
            return null;
        });
    }
}
