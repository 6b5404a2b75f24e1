package org.onewindow.workflow.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.workflow.clock.Measures;
import org.onewindow.workflow.rehearsal.SimulatedCase.End;
import org.onewindow.workflow.rehearsal.SimulatedCase.Wait;
import org.onewindow.workflow.rehearsal.SimulatedCase.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Real cases of the whole catalogue, for the benchmark to multiply: the people of the rehearsal take them through the
 * application's services, on other days than today. It stands in the rehearsal's package because it borrows its people.
 */
public final class SeedCases {

    private static final Logger LOG = LoggerFactory.getLogger(SeedCases.class);

    private static final int MOST_STEPS = 40;
    private static final LocalDateTime NEVER = LocalDateTime.of(9999, 12, 31, 0, 0);
    /** How often in a hundred something other than the usual happens at a step. */
    private static final int OTHER_OUTCOME = 12;

    private static final int SLOW_STEP = 40;
    /** Days since an open case was received. */
    private static final int OLDEST = 25;

    private static final int SPECIAL_PROCEDURE = 6;
    private static final int EXTENSION = 3;

    private final ApplicationContext application;
    private final Stage stage;
    private final Random random = new Random(20260302);
    private final LocalDateTime now;

    /** The application's clock: simulated while seeds are made, then the machine's. */
    private static final class Wall extends Clock {
        private final SimulatedClock simulated;
        private volatile boolean isSimulated;

        Wall(SimulatedClock simulated) {
            this.simulated = simulated;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.systemDefault();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return isSimulated ? simulated.instant() : Clock.systemUTC().instant();
        }
    }

    /** Gives an application that is about to start a clock that can be moved. */
    public static void clock(GenericApplicationContext application) {
        var simulated = new SimulatedClock();
        var wall = new Wall(simulated);
        application.registerBean("simulatedClock", SimulatedClock.class, () -> simulated);
        application.registerBean(
                "wall", Wall.class, () -> wall, definition -> ((BeanDefinition) definition).setPrimary(true));
    }

    /** @param application without anything that runs jobs */
    public SeedCases(ApplicationContext application) {
        this.application = application;
        var staff = new SimulatedStaff(application.getBean(IdentityService.class));
        staff.hire(application.getBean(TransactionTemplate.class));
        this.stage = new Stage(application, staff);
        this.now = LocalDateTime.now(Clock.system(ZoneId.systemDefault()));
    }

    /**
     * @param finished cases of each item that are carried through, begun half a year ago and earlier
     * @param open cases of each item that stop somewhere, received in the last weeks
     */
    public void make(int finished, int open) {
        var wall = application.getBean(Wall.class);
        wall.isSimulated = true;
        try {
            for (var entry : application.getBean(Catalog.class).entries()) {
                for (int i = 0; i < finished; i++) {
                    make(entry.item(), workingDay(now.toLocalDate().minusDays(320L - random.nextInt(100))), MOST_STEPS);
                }
                for (int i = 0; i < open; i++) {
                    // Most open cases are young.
                    long age = Math.round(OLDEST * Math.pow(random.nextDouble(), 2));
                    make(entry.item(), workingDay(now.toLocalDate().minusDays(age)), i % 9);
                }
                LOG.info("seeds of {}", entry.item().name());
            }
        } finally {
            wall.isSimulated = false;
            ClockUtil.reset();
        }
    }

    private LocalDate workingDay(LocalDate day) {
        return stage.calendar().isWorkingDay(day) ? day : stage.calendar().add(day.minusDays(7), 1);
    }

    /** @param steps after which nobody does anything more, or fewer */
    private void make(ServiceItem item, LocalDate day, int steps) {
        var morning = day.atTime(9, 0).plusMinutes(random.nextInt(120));
        stage.clock().set(morning.isAfter(now) ? now : morning);
        var window = stage.organization()
                .windowOfClass(item.windowClass())
                .orElseThrow()
                .id();
        var process = definition("item_" + item.code());
        try {
            var seed = SimulatedCase.receive(stage, window, process, answers(item, process));
            for (int step = 0; step < steps && goOn(seed); step++) {
                // until it has come to its end, to today or to its last step
            }
            letPass(seed, now);
            if (steps == MOST_STEPS || random.nextBoolean()) {
                finish(seed, Measures.OVERRUN);
            }
        } catch (Failed e) {
            throw new IllegalStateException(item.name() + ": " + e.getMessage(), e);
        }
    }

    private String definition(String key) {
        return stage.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Map<String, Object> answers(ServiceItem item, String process) {
        var type =
                item.serviceObjects().get(random.nextInt(item.serviceObjects().size()));
        var answers = new HashMap<String, Object>(Map.of("applicantType", type.code(), "applicantName", "甲乙丙丁"));
        for (var field : stage.forms().start(process).path("components")) {
            if (field.path("key").asText().equals(Situations.DISTRICT)) {
                var districts = FilledForm.options(field.path("values"));
                answers.put(Situations.DISTRICT, districts.get(random.nextInt(districts.size())));
            }
        }
        return answers;
    }

    private boolean goOn(SimulatedCase seed) throws Failed {
        if (random.nextInt(100) < SLOW_STEP) {
            letPass(
                    seed,
                    stage.calendar().add(stage.today(), 1 + random.nextInt(5)).atTime(10, 0));
        }
        if (stage.now().plusDays(1).isAfter(now)) {
            return false;
        }
        var turn = seed.turn();
        if (turn instanceof Wait) {
            return letPass(seed, next(seed).plusMinutes(1));
        } else if (turn instanceof Work work) {
            measure(seed, work.task());
            return take(seed, work);
        }
        return !(turn instanceof End);
    }

    /** Fires the timers of a case in their order. @return whether the day came before today */
    private boolean letPass(SimulatedCase seed, LocalDateTime until) throws Failed {
        var end = until.isAfter(now) ? now : until;
        for (var next = next(seed); next.isBefore(end); next = next(seed)) {
            stage.clock().set(next.isBefore(stage.now()) ? stage.now() : next);
            seed.turn();
        }
        if (end.isAfter(stage.now())) {
            stage.clock().set(end);
        }
        return until.isBefore(now);
    }

    private LocalDateTime next(SimulatedCase seed) {
        var root = stage.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(seed.number().value())
                .processDefinitionKeyNotIn(Measures.SPECIAL_PROCEDURE, Measures.EXTENSION, Measures.OVERRUN)
                .rootProcessInstances()
                .singleResult();
        return root == null
                ? NEVER
                : stage
                        .engine()
                        .getManagementService()
                        .createJobQuery()
                        .rootProcessInstanceId(root.getId())
                        .list()
                        .stream()
                        .map(SeedCases::at)
                        .min(LocalDateTime::compareTo)
                        .orElse(NEVER);
    }

    private static LocalDateTime at(Job job) {
        return job.getDuedate() == null
                ? LocalDateTime.MIN
                : LocalDateTime.ofInstant(job.getDuedate().toInstant(), ZoneId.systemDefault());
    }

    private boolean take(SimulatedCase seed, Work work) throws Failed {
        var outcomes =
                work.choices().stream().filter(choice -> !choice.isTimer()).toList();
        if (random.nextInt(100) < OTHER_OUTCOME) {
            try {
                seed.take(work, outcomes.get(random.nextInt(outcomes.size())));
                return true;
            } catch (Failed notNow) {
                // as a person would who is told that this is not possible
            }
        }
        try {
            seed.take(work, outcomes.get(0));
            return true;
        } catch (Failed stuck) {
            LOG.debug("stays open", stuck);
            return false;
        }
    }

    /** Now and then what stops or stretches the clock (特别程序, 延期), by whoever has the case in hand. */
    private void measure(SimulatedCase seed, Task task) throws Failed {
        int chance = random.nextInt(100);
        var groups = groups(task);
        if (chance >= SPECIAL_PROCEDURE + EXTENSION || groups.stream().noneMatch(stage::isBackOffice)) {
            return;
        }
        var process = chance < SPECIAL_PROCEDURE ? Measures.SPECIAL_PROCEDURE : Measures.EXTENSION;
        var member = stage.staff().of("", groups).get(0);
        try {
            stage.staff().as(member, () -> {
                stage.engine().getTaskService().setAssignee(task.getId(), null);
                stage.engine().getTaskService().claim(task.getId(), member.account());
                var definition = definition(process);
                var form = new FilledForm(
                        Map.of("case", seed.number().value()), stage.forms().none(), stage.today(), false);
                return stage.engine()
                        .getFormService()
                        .submitStartForm(definition, form.values(stage.forms().start(definition)));
            });
        } catch (RuntimeException refused) {
            LOG.debug("no {}", process, refused);
        }
        stage.engine().getTaskService().setAssignee(task.getId(), null);
        letPass(seed, stage.calendar().add(stage.today(), 2 + random.nextInt(4)).atTime(11, 0));
        if (stage.now().isBefore(now)) {
            for (var started : Measures.STARTED_BY_APPROVERS) {
                finish(seed, started);
            }
        }
    }

    private Set<String> groups(Task task) {
        return stage.engine().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private void finish(SimulatedCase seed, String process) throws Failed {
        for (var task : tasks(seed, process)) {
            new SimulatedWork(stage, task).does(stage.forms().outcomes(task).get(0), seed.number());
            stage.clock().set(stage.now().plusSeconds(1)); // nobody does two things at once
        }
    }

    private List<Task> tasks(SimulatedCase seed, String process) {
        return new ArrayList<>(stage.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(seed.number().value())
                .processDefinitionKey(process)
                .list());
    }
}
