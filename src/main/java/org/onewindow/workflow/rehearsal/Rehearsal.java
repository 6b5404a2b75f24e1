package org.onewindow.workflow.rehearsal;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.dmn.instance.Input;
import org.onewindow.casefile.CaseState;
import org.onewindow.catalog.InvalidItemPage;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.catalog.lint.ItemsRefused;
import org.onewindow.catalog.publication.ItemPublishing;
import org.onewindow.organization.ServiceWindow;
import org.onewindow.workflow.rehearsal.Rehearsed.Walk;
import org.onewindow.workflow.rehearsal.Situations.Answered;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A temporary application in which items are rehearsed (演练) before they are published. */
public final class Rehearsal implements AutoCloseable {

    private final ConfigurableApplicationContext application;
    private final Stage stage;

    private Rehearsal(ConfigurableApplicationContext application) {
        this.application = application;
        var staff = new SimulatedStaff(application.getBean(IdentityService.class));
        staff.hire(application.getBean(TransactionTemplate.class));
        this.stage = new Stage(application, staff);
    }

    /**
     * Takes some seconds.
     *
     * @param folder an empty one for the temporary database; it may be deleted after {@link #close}
     * @param settings those that differ from the application's own; nothing else of the environment is looked at
     * @throws CannotRehearse if the database does not start
     */
    public static Rehearsal open(Path folder, Map<String, String> settings) {
        ConfigurableApplicationContext application;
        try {
            application = RehearsalApplication.start(folder, settings);
        } catch (RuntimeException e) {
            throw new CannotRehearse("演练用的临时环境没有启动：" + Stage.why(e), e);
        }
        try {
            return new Rehearsal(application);
        } catch (RuntimeException e) {
            application.close();
            throw e;
        }
    }

    /**
     * Runs every path of an item's process, and receives an application in every situation.
     *
     * @throws CannotRehearse if the item cannot even be deployed
     */
    public Rehearsed rehearse(ItemFiles files) {
        try {
            return rehearsed(files);
        } catch (ItemsRefused | InvalidItemPage | ProcessEngineException | Situations.TooMany e) {
            throw new CannotRehearse(Stage.why(e), e);
        }
    }

    /** Without a rehearsal; the message says why: the item is not whole enough, or the machine not able. */
    public static final class CannotRehearse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotRehearse(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Rehearsed rehearsed(ItemFiles files) {
        var item = application.getBean(ItemPublishing.class).publishUnchecked(files, "rehearsal");
        var process = stage.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("item_" + item.code())
                .latestVersion()
                .singleResult();
        if (process == null) {
            throw new CannotRehearse("process.bpmn 里没有编号为 item_" + item.code() + " 的流程。", null);
        }
        var start = opening(item);
        stage.clock().set(start);
        var table = table(item, process);
        var questions = questions(item, process, table);
        var form = stage.forms().start(process.getId());
        var situations =
                questions.all(answers -> stage.conditions().taken(form, answers), answers -> materials(table, answers));
        var setOut = setOut(situations);
        setOut.addAll(1, routed(item, setOut.get(0), questions));
        var others = firstOfEach(situations, answered -> answered.situation().materials());
        others.removeAll(setOut);
        var walks = new Exploration(stage, item, window(item), process.getId(), start).walk(setOut, others);
        var untouched = new Untouched(stage.engine(), process);
        return new Rehearsed(
                item,
                situations.stream().map(Answered::situation).toList(),
                walks,
                untouched.names(),
                Stream.concat(neverGranted(situations, walks).stream(), untouched.faults().stream())
                        .toList());
    }

    private String window(ServiceItem item) {
        if (stage.organization().department(item.department()).isEmpty()) {
            throw new CannotRehearse("责任部门 " + item.department() + " 不在机构名录 organization.yaml 中。", null);
        }
        return stage.organization()
                .windowOfClass(item.windowClass())
                .map(ServiceWindow::id)
                .orElseThrow(
                        () -> new CannotRehearse("窗口类别 " + item.windowClass() + " 不在机构名录 organization.yaml 中。", null));
    }

    /** Every way that the gateways tell apart must be able to end with what the applicant came for. */
    private static List<String> neverGranted(List<Answered> situations, List<Walk> walks) {
        var granted = walks.stream()
                .filter(walk -> walk.end().equals(CaseState.GRANTED.label()))
                .map(walk -> situations.get(walk.situation() - 1).way())
                .collect(Collectors.toSet());
        return firstOfEach(eligible(situations), Answered::way).stream()
                .filter(answered -> !granted.contains(answered.way()))
                .map(answered -> "没有一条路径能办到准予"
                        + (answered.way().isEmpty()
                                ? "。"
                                : "：" + answered.situation().words() + "。"))
                .toList();
    }

    /** A Monday morning without a holiday near, on which the item takes cases. */
    private LocalDateTime opening(ServiceItem item) {
        int year = stage.calendar().years().lastKey();
        var monday = LocalDate.of(year, 3, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var day = item.isOnOffer(monday)
                ? monday
                : stage.calendar().add(item.validFrom().minusDays(1), 1);
        return day.atTime(9, 0);
    }

    private String table(ServiceItem item, ProcessDefinition process) {
        var key = "materials_" + item.code();
        return stage
                .engine()
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .deploymentId(process.getDeploymentId())
                .decisionDefinitionKey(key)
                .list()
                .stream()
                .map(DecisionDefinition::getId)
                .findFirst()
                .orElseThrow(() -> new CannotRehearse("materials.dmn 里没有编号为 " + key + " 的决策。", null));
    }

    private Situations questions(ServiceItem item, ProcessDefinition process, String table) {
        var repository = stage.engine().getRepositoryService();
        var conditions =
                repository
                        .getBpmnModelInstance(process.getId())
                        .getModelElementsByType(ConditionExpression.class)
                        .stream()
                        .map(ConditionExpression::getTextContent)
                        .toList();
        var form = stage.forms().start(process.getId());
        return new Situations(item, form, repository.getDmnModelInstance(table), conditions);
    }

    private List<String> materials(String table, Map<String, Object> answers) {
        return stage
                .engine()
                .getDecisionService()
                .evaluateDecisionTableById(table, asTheCaseFileHasThem(answers))
                .<String>collectEntries("material")
                .stream()
                .distinct()
                .toList();
    }

    /** A box of the item's own that was not ticked is no answer. */
    private static Map<String, Object> asTheCaseFileHasThem(Map<String, Object> answers) {
        var kept = new HashMap<>(answers);
        kept.entrySet()
                .removeIf(answer ->
                        answer.getValue().equals(false) && !answer.getKey().equals("hasAgent"));
        return kept;
    }

    private static List<Answered> eligible(List<Answered> situations) {
        return situations.stream().filter(s -> s.situation().isEligible()).toList();
    }

    /** One situation for each way that the gateways tell apart, and the hopeless ones. */
    private static List<Answered> setOut(List<Answered> situations) {
        var setOut = firstOfEach(eligible(situations), Answered::way);
        situations.stream().filter(s -> !s.situation().isEligible()).forEach(setOut::add);
        return setOut;
    }

    /** The situation sent to every department that routing.dmn may find for it, and where it finds none. */
    private List<Answered> routed(ServiceItem item, Answered plain, Situations questions) {
        var byDepartment = new LinkedHashMap<Optional<String>, Answered>();
        for (var asked : questions.variants(routingFields())) {
            for (var district : questions.options(Situations.DISTRICT)) {
                var answered = plain.with(asked).with(Map.of(Situations.DISTRICT, district));
                var department = stage.dispatching().department(item, district, answered.answers());
                byDepartment.putIfAbsent(department, answered);
            }
        }
        return byDepartment.values().stream().skip(1).toList();
    }

    /** The fields of situation.form that routing.dmn reads. */
    private List<String> routingFields() {
        var repository = stage.engine().getRepositoryService();
        var routing = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("routing")
                .latestVersion()
                .singleResult();
        return repository.getDmnModelInstance(routing.getId()).getModelElementsByType(Input.class).stream()
                .map(input ->
                        input.getInputExpression().getText().getTextContent().strip())
                .filter(input -> input.startsWith("situation."))
                .map(input -> input.substring("situation.".length()))
                .toList();
    }

    private static List<Answered> firstOfEach(List<Answered> situations, Function<Answered, Object> difference) {
        var seen = new HashSet<>();
        return situations.stream()
                .filter(situation -> seen.add(difference.apply(situation)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public void close() {
        application.close();
        ClockUtil.reset();
    }
}
