package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.onewindow.OneWindow;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.CaseStep;
import org.onewindow.deadline.ClockAlarm;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.LedgerEntry;
import org.onewindow.workflow.clock.Measures;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service hall as tests enter it: people who log in, take tasks and send forms, and a clock on the wall. */
public final class Hall {

    /** A Monday morning without a holiday near: the 2nd, 9th, 16th, 23rd and 30th of March 2026 are Mondays. */
    public static final String MONDAY = "2026-03-02T09:00";

    /** What runs beside a case. */
    private static final Set<String> BESIDE = Measures.ALL;

    private final ProcessEngine engine;
    private final CaseFiles files;
    private final ClockLedger ledger;
    private final OfficeClock clock;
    private final ObjectMapper json = new ObjectMapper();

    private Hall(ProcessEngine engine, CaseFiles files, ClockLedger ledger, OfficeClock clock) {
        this.engine = engine;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
        BpmnAwareTests.init(engine);
    }

    /** What {@link HallTest} adds to the application. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        @Primary
        OfficeClock officeClock() {
            return new OfficeClock();
        }

        @Bean
        Tables tables(JdbcClient jdbc) {
            return new Tables(jdbc);
        }

        @Bean
        Hall hall(ProcessEngine engine, CaseFiles files, ClockLedger ledger, OfficeClock clock) {
            return new Hall(engine, files, ledger, clock);
        }
    }

    public ProcessEngine engine() {
        return engine;
    }

    /** Opens the hall with nobody logged in. */
    public void openOn(String time) {
        engine.getIdentityService().clearAuthentication();
        BpmnAwareTests.init(engine);
        at(time);
    }

    /** Moves the clock, e.g. to {@code 2026-03-02T09:00}. */
    public void at(String time) {
        clock.set(LocalDateTime.parse(time));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Person as(String account) {
        return new Person(account);
    }

    /** Runs the timers of a case that are due by now, and those that become due thereby. */
    public List<String> runDueTimers(ReceivedCase received) {
        var ran = new ArrayList<String>();
        for (var due = dueTimers(received); !due.isEmpty(); due = dueTimers(received)) {
            ran.add(activity(due.get(0)));
            engine.getManagementService().executeJob(due.get(0).getId());
        }
        return ran;
    }

    private List<Job> dueTimers(ReceivedCase received) {
        var now = clock.instant();
        return instances(received.number()).stream()
                .flatMap(id -> engine.getManagementService().createJobQuery().processInstanceId(id).list().stream())
                .filter(job -> !job.getDuedate().toInstant().isAfter(now))
                .sorted((a, b) -> a.getDuedate().compareTo(b.getDuedate()))
                .toList();
    }

    private String activity(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private String definitionKey(Task task) {
        return engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey();
    }

    private List<String> instances(CaseNumber number) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    /** The tasks of a case that are open, whoever may see them. */
    public List<Task> openTasks(ReceivedCase received) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(received.number().value())
                .list();
    }

    /** A case that was taken in, with the process instances that carry it. */
    public final class ReceivedCase {

        private final CaseNumber number;
        private final ProcessInstance item;
        private final ProcessInstance frontDesk;

        private ReceivedCase(ProcessInstance item) {
            this.number = new CaseNumber(item.getBusinessKey());
            this.item = item;
            this.frontDesk = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .superProcessInstanceId(item.getId())
                    .singleResult();
        }

        public CaseNumber number() {
            return number;
        }

        /** The item's own process. */
        public ProcessInstance item() {
            return item;
        }

        /** The bureau's stage 前台受理 of this case. */
        public ProcessInstance frontDesk() {
            return frontDesk;
        }

        /** The bureau's stage 统一出件 of this case. */
        public ProcessInstance issuance() {
            return engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .superProcessInstanceId(item.getId())
                    .processDefinitionKey("stage_unified-issuance")
                    .singleResult();
        }

        public CaseFile file() {
            return files.require(number);
        }

        public CaseState state() {
            return file().state();
        }

        public ClockState dates() {
            return ledger.today(number);
        }

        public List<CaseMaterial> materials() {
            return files.materials(number);
        }

        public List<CaseStep> steps() {
            return files.steps(number);
        }

        /** The names of the steps on record, in their order. */
        public List<String> stepNames() {
            return steps().stream().map(CaseStep::name).toList();
        }

        public List<CaseFiles.Defect> defects() {
            return files.openDefects(number);
        }

        /** The one task that is open on the case's way; what runs beside it does not count. */
        public Task task() {
            var tasks = openTasks(this).stream()
                    .filter(task -> !BESIDE.contains(definitionKey(task)))
                    .toList();
            assertThat(tasks).hasSizeLessThan(2);
            return tasks.isEmpty() ? null : tasks.get(0);
        }

        /** When the timer of a boundary or start event goes off; as the engine has it. */
        public LocalDateTime timer(String activity) {
            var job = instances(number).stream()
                    .flatMap(
                            id -> engine
                                    .getManagementService()
                                    .createJobQuery()
                                    .processInstanceId(id)
                                    .activityId(activity)
                                    .list()
                                    .stream())
                    .reduce((one, other) -> {
                        throw new AssertionError("two timers of " + activity);
                    })
                    .orElseThrow();
            return LocalDateTime.ofInstant(job.getDuedate().toInstant(), OneWindow.ZONE);
        }

        public List<LedgerEntry> ledger() {
            return ledger.book(number).entries();
        }

        /** The alarms on record. */
        public List<ClockAlarm.Kind> alarms() {
            return ledger.raised(number).stream().map(ClockAlarm::kind).toList();
        }

        /** The comments of an open task, the latest first. */
        public List<String> comments(Task task) {
            return engine.getTaskService().getTaskComments(task.getId()).stream()
                    .map(Comment::getFullMessage)
                    .toList();
        }

        /** How the case ended, by the id of the end event of its process. */
        public String end() {
            HistoricProcessInstance instance = engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(item.getId())
                    .singleResult();
            return instance.getEndActivityId();
        }

        /** The materials table ticked: everything is there. */
        public List<Map<String, Object>> everything() {
            return materials().stream().map(m -> row(m, true, "")).toList();
        }

        /** The materials table ticked, but for some materials and what is wrong with them. */
        public List<Map<String, Object>> everythingBut(Map<String, String> defects) {
            assertThat(materials()).extracting(CaseMaterial::code).containsAll(defects.keySet());
            return materials().stream()
                    .map(m -> row(m, !defects.containsKey(m.code()), defects.getOrDefault(m.code(), "")))
                    .toList();
        }

        private static Map<String, Object> row(CaseMaterial material, boolean complete, String defect) {
            var row = new HashMap<String, Object>();
            row.put("copiesReceived", complete ? material.copies() : 0);
            row.put("upToStandard", complete);
            if (material.needsOriginalCheck()) {
                row.put("originalChecked", complete);
            }
            if (!complete) {
                row.put("defect", defect);
            }
            return row;
        }
    }

    /** Somebody with an account: everything is done as this user, with the engine's authorization on. */
    public final class Person {

        private final String account;

        private Person(String account) {
            this.account = account;
        }

        /** Does something in the person's name and logs out. */
        public <T> T does(Supplier<T> action) {
            var identity = engine.getIdentityService();
            identity.clearAuthentication();
            var groups = identity.createGroupQuery().groupMember(account).list();
            identity.setAuthentication(
                    account, groups.stream().map(Group::getId).toList());
            try {
                return action.get();
            } finally {
                identity.clearAuthentication();
            }
        }

        /** Takes an application in through the item's start form. */
        public ReceivedCase receive(String item, Map<String, Object> form) {
            return new ReceivedCase(start("item_" + item, form));
        }

        /** Submits a process's start form. */
        public ProcessInstance start(String process, Map<String, Object> form) {
            return does(() -> {
                var definition = definition(process);
                assertThat(definition).as("%s sees %s", account, process).isNotNull();
                return engine.getFormService().submitStartForm(definition.getId(), typed(form));
            });
        }

        /** The process as the person sees it; null if it is not there. */
        private ProcessDefinition definition(String process) {
            return engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
        }

        /** A process's start form as the browser gets it. */
        public String startForm(String process) {
            return does(() -> {
                try (var form = engine.getFormService()
                        .getDeployedStartForm(definition(process).getId())) {
                    return new String(form.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        /** The task as the person finds it in the list; null if it is not there. */
        public Task find(ReceivedCase received, String taskKey) {
            return does(() -> engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(received.number().value())
                    .taskDefinitionKey(taskKey)
                    .singleResult());
        }

        /** Claims the task unless it is the person's already. */
        public Task claim(ReceivedCase received, String taskKey) {
            var task = find(received, taskKey);
            assertThat(task).as("%s finds %s", account, taskKey).isNotNull();
            if (!account.equals(task.getAssignee())) {
                does(() -> {
                    engine.getTaskService().claim(task.getId(), account);
                    return null;
                });
            }
            return task;
        }

        /** What the task's form shows. */
        public Map<String, Object> opens(ReceivedCase received, String taskKey) {
            var task = find(received, taskKey);
            return does(() -> engine.getFormService().getTaskFormVariables(task.getId()));
        }

        /** Claims the task and submits its form. */
        public void submit(ReceivedCase received, String taskKey, Map<String, Object> form) {
            submitForm(claim(received, taskKey).getId(), form);
        }

        /** Receives everything that a department hands over (接收证件). */
        public void receivesResult(ReceivedCase received) {
            var papers = opens(received, "task_receiveResult").keySet().stream()
                    .filter(name -> name.matches("papers_\\d+"))
                    .map(name -> Map.of("received", true))
                    .toList();
            submit(received, "task_receiveResult", Map.of("papers", papers, "outcome", "receive"));
        }

        /** Submits a task's form without claiming the task. */
        public void submitForm(String taskId, Map<String, Object> form) {
            does(() -> {
                engine.getFormService().submitTaskForm(taskId, typed(form));
                return null;
            });
        }

        private Map<String, Object> typed(Map<String, Object> form) {
            var typed = new HashMap<String, Object>(form);
            typed.replaceAll((key, value) -> value instanceof List<?> list ? asJson(list) : value);
            return typed;
        }

        /** Tasklist sends the rows of a table as JSON. */
        private Object asJson(List<?> rows) {
            try {
                return SpinValues.jsonValue(json.writeValueAsString(rows)).create();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
