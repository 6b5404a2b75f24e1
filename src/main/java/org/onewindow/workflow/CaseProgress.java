package org.onewindow.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseStep;
import org.onewindow.casefile.TakenBy;
import org.onewindow.workflow.picture.ModelPicture;
import org.onewindow.workflow.picture.ModelPicture.Mark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a case has come (办理进程): what waits for whom, and the item's model with the steps that were taken. */
@Service
@Transactional(readOnly = true)
public class CaseProgress {

    /** The ids of items' models begin with it. */
    private static final String ITEM = "item_";

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final ModelPicture pictures;
    private final Map<String, Set<String>> stages = new ConcurrentHashMap<>();

    CaseProgress(JdbcClient jdbc, RepositoryService repository, IdentityService identity, ModelPicture pictures) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.identity = identity;
        this.pictures = pictures;
    }

    /**
     * A task that waits.
     *
     * @param assignee whoever has it, perhaps as a deputy; empty while nobody has claimed it
     * @param groups the names of the groups that may claim it
     * @param due the last day; empty without one
     */
    public record Waiting(
            String id,
            String step,
            String name,
            Optional<TakenBy> assignee,
            List<String> groups,
            Instant since,
            Optional<LocalDate> due) {}

    /** The tasks of a case that are open now, those of measures among them. */
    public List<Waiting> waiting(CaseNumber caseNumber) {
        var names = new HashMap<String, String>();
        var rows = jdbc.sql("""
                        select t.id_, t.task_def_key_, t.name_, t.assignee_, t.create_time_, t.due_date_, array(
                            select l.group_id_ from act_ru_identitylink l
                            where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null) as groups,
                            t.owner_ as covered_for
                        from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                        where e.business_key_ = ? order by t.create_time_, t.id_""")
                .param(caseNumber.value())
                .query((row, n) -> new Waiting(
                        row.getString("id_"),
                        row.getString("task_def_key_"),
                        row.getString("name_"),
                        assignee(row),
                        List.of((String[]) row.getArray("groups").getArray()),
                        row.getTimestamp("create_time_").toInstant(),
                        Optional.ofNullable(row.getTimestamp("due_date_"))
                                .map(due -> LocalDate.ofInstant(due.toInstant(), ZoneId.systemDefault()))))
                .list();
        var groups =
                rows.stream().flatMap(row -> row.groups().stream()).distinct().toArray(String[]::new);
        if (groups.length > 0) {
            identity.createGroupQuery()
                    .groupIdIn(groups)
                    .list()
                    .forEach(group -> names.put(group.getId(), name(group)));
        }
        return rows.stream().map(row -> named(row, names)).toList();
    }

    private static Optional<TakenBy> assignee(ResultSet row) throws SQLException {
        var account = row.getString("assignee_");
        var coveredFor = Optional.ofNullable(row.getString("covered_for"));
        return account == null ? Optional.empty() : Optional.of(new TakenBy(account, coveredFor));
    }

    private static String name(Group group) {
        return Optional.ofNullable(group.getName()).orElse(group.getId());
    }

    private static Waiting named(Waiting row, Map<String, String> names) {
        var groups = row.groups().stream().map(id -> names.getOrDefault(id, id)).toList();
        return new Waiting(row.id(), row.step(), row.name(), row.assignee(), groups, row.since(), row.due());
    }

    /**
     * The item's model as SVG: taken steps have the class {@code done}, those that wait {@code current}.
     *
     * @param steps what was taken, in order
     * @param deeds who took a step and when, in words
     * @return empty for a case whose model is no longer in the engine
     */
    public Optional<String> picture(CaseFile file, List<CaseStep> steps, Map<CaseStep, String> deeds) {
        return definition(file).map(definition -> {
            var marks = new HashMap<String, Mark>();
            steps.forEach(step -> marks.put(step.step(), new Mark("done", "", deeds.getOrDefault(step, ""))));
            called(definition).forEach((activity, own) -> steps.stream()
                    .filter(step -> own.contains(step.step()))
                    .reduce((one, later) -> later)
                    .ifPresent(last -> marks.put(activity, new Mark("done", "", deeds.getOrDefault(last, "")))));
            automatic(definition, file).forEach(activity -> marks.put(activity, new Mark("done", "", "")));
            current(file.caseNumber()).forEach(activity -> marks.put(activity, new Mark("current", "", "正在办理")));
            return pictures.svg(definition, marks);
        });
    }

    /** The model that the case goes by; once its history is cleaned up, that of its item's version. */
    private Optional<String> definition(CaseFile file) {
        return jdbc.sql("""
                        select id_ from (
                            select d.id_, 1 as rank, d.version_ from act_hi_procinst h join act_re_procdef d
                                on d.id_ = h.proc_def_id_ where h.business_key_ = ? and d.key_ = ?
                            union all select d.id_, 2, d.version_ from item_deployment i join act_re_procdef d
                                on d.deployment_id_ = i.deployment_id where i.publication = ?) as known
                        order by rank, version_ desc limit 1""")
                .params(file.caseNumber().value(), ITEM + file.itemCode(), file.publication())
                .query(String.class)
                .optional();
    }

    /** Nobody takes these steps, so they are not on record; the file says whether they were taken. */
    private List<String> automatic(String definition, CaseFile file) {
        var taken = new HashSet<String>();
        file.department().ifPresent(department -> taken.add("${dispatchCase}"));
        file.decision().ifPresent(decision -> taken.add("${recordDecision}"));
        var model = repository.getBpmnModelInstance(definition);
        return Stream.concat(
                        model.getModelElementsByType(ServiceTask.class).stream()
                                .filter(task -> taken.contains(task.getCamundaDelegateExpression())),
                        model.getModelElementsByType(BusinessRuleTask.class).stream()
                                .filter(task -> taken.contains(task.getCamundaDelegateExpression())))
                .map(Task::getId)
                .toList();
    }

    private List<String> current(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select a.act_id_ from act_ru_execution e join act_ru_execution a on a.proc_inst_id_ = e.id_
                        where e.business_key_ = ? and e.super_exec_ is null and a.act_id_ is not null""").param(caseNumber.value()).query(String.class).list();
    }

    /** The user tasks of the stages that a model calls, by the calling activity; of the versions in force, which may change. */
    private Map<String, Set<String>> called(String definition) {
        var calls = repository.getBpmnModelInstance(definition).getModelElementsByType(CallActivity.class);
        var keys = calls.stream().map(CallActivity::getCalledElement).distinct().toArray(String[]::new);
        if (keys.length == 0) {
            return Map.of();
        }
        var latest =
                repository.createProcessDefinitionQuery().processDefinitionKeyIn(keys).latestVersion().list().stream()
                        .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
        return calls.stream()
                .collect(Collectors.toMap(CallActivity::getId, call -> stage(latest.get(call.getCalledElement()))));
    }

    private Set<String> stage(String definition) {
        return stages.computeIfAbsent(
                definition, id -> repository.getBpmnModelInstance(id).getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .collect(Collectors.toSet()));
    }
}
