package org.onewindow.workflow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.onewindow.workflow.picture.ModelPicture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The models (流程模型) that were ever deployed. */
@Service
@Transactional(readOnly = true)
public class Models {

    private static final String SELECT = """
            select p.id_, p.key_, p.name_, p.version_, d.deploy_time_
            from act_re_procdef p join act_re_deployment d on d.id_ = p.deployment_id_ where\s""";

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ModelPicture pictures;

    Models(JdbcClient jdbc, RepositoryService repository, ModelPicture pictures) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.pictures = pictures;
    }

    /** A version of a model; its key is that of all its versions. */
    public record Model(String id, String key, String name, int version, LocalDate publishedOn) {

        /** Whether it is a service item's own model, which carries a case from its receipt to its end. */
        public boolean isItem() {
            return key.startsWith("item_");
        }
    }

    /** What a picture says of an element: classes, a few characters, and a sentence. */
    public record Mark(String style, String badge, String title) {}

    public Optional<Model> find(String id) {
        return jdbc.sql(SELECT + "p.id_ = ?")
                .param(id)
                .query((row, n) -> new Model(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getTimestamp(5).toLocalDateTime().toLocalDate()))
                .optional();
    }

    /** The latest versions of a model, the latest first. */
    public List<Model> versions(String key, int most) {
        return jdbc.sql(SELECT + "p.key_ = ? order by p.version_ desc limit ?")
                .params(key, most)
                .query((row, n) -> new Model(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getTimestamp(5).toLocalDateTime().toLocalDate()))
                .list();
    }

    /** The names of a model's user tasks by id, in the order in which they are drawn up. */
    public Map<String, String> tasks(Model model) {
        var tasks = new LinkedHashMap<String, String>();
        repository
                .getBpmnModelInstance(model.id())
                .getModelElementsByType(UserTask.class)
                .forEach(task -> tasks.put(task.getId(), task.getName()));
        return tasks;
    }

    /** The stages that a model calls, each in its latest version. */
    public List<Model> stages(Model model) {
        return repository.getBpmnModelInstance(model.id()).getModelElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .distinct()
                .flatMap(key -> versions(key, 1).stream())
                .toList();
    }

    public String picture(Model model, Map<String, Mark> marks) {
        Function<Mark, ModelPicture.Mark> drawn =
                mark -> new ModelPicture.Mark(mark.style(), mark.badge(), mark.title());
        return pictures.svg(
                model.id(),
                marks.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> drawn.apply(entry.getValue()))));
    }
}
