package org.onewindow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.sub.runtime.impl.FilterResourceImpl;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseSearch;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.CaseLists;
import org.onewindow.supervision.CaseQuery;
import org.onewindow.supervision.Listing;
import org.onewindow.supervision.Period;
import org.onewindow.supervision.Scope;
import org.onewindow.supervision.StepWaits;
import org.onewindow.supervision.Supervision;
import org.onewindow.workflow.Models;
import org.onewindow.workflow.OpenAtSteps;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.StaffTasks;
import org.onewindow.workflow.Workload;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people ask of the database all day, and how long the answer may take. */
final class Questions {

    private static final int FILTER = 200;
    private static final int LOOKUP = 20;
    private static final int SEARCH = 300;
    private static final int CARDS = 15;
    private static final CaseSearch.Scope EVERYTHING = new CaseSearch.Scope(true, Set.of(), Set.of());

    private final ProcessEngine engine;
    private final ApplicationContext application;
    private final List<Question> questions = new ArrayList<>();
    private final List<String> numbers;
    private final LocalDate today;

    /** @param milliseconds the most that 95 of 100 answers may take */
    record Question(String name, int milliseconds, Consumer<Random> ask) {}

    /** @param jdbc on the database with many cases */
    Questions(ApplicationContext application, JdbcTemplate jdbc) {
        this.application = application;
        this.engine = application.getBean(ProcessEngine.class);
        this.today = LocalDate.now(application.getBean(Clock.class));
        this.numbers = jdbc.queryForList(
                "select case_number from case_file where case_number in (select case_number from case_file tablesample system (0.5)) limit 2000",
                String.class);
        for (var group :
                List.of("window-social", "market-supervision-handlers", "civil-affairs-deciders", "issuance")) {
            addFilters(
                    jdbc.queryForObject(
                            "select min(user_id_) from act_id_membership where group_id_ = ? and user_id_ like 'staff%'",
                            String.class, group),
                    List.of(group),
                    group);
        }
        addFilters(
                "leader",
                jdbc.queryForList(
                        "select id_ from act_id_group where id_ ~ '^(civil-affairs|market-supervision|health-commission)-' or id_ in ('window-social', 'issuance')",
                        String.class),
                "a clerk in many groups");
        addLookups();
        addSearches();
        addSupervision();
    }

    List<Question> all() {
        return questions;
    }

    /** As Tasklist does: the page, its count and what the cards show. */
    private void addFilters(String user, List<String> groups, String who) {
        for (Filter filter : engine.getFilterService()
                .createTaskFilterQuery()
                .orderByFilterName()
                .asc()
                .list()) {
            if (!engine.getAuthorizationService()
                    .isUserAuthorized(user, groups, Permissions.READ, Resources.FILTER, filter.getId())) {
                continue;
            }
            var resource = new FilterResourceImpl(engine.getName(), new ObjectMapper(), filter.getId(), "/");
            var name = "filter " + filter.getName() + ", " + who;
            questions.add(new Question(
                    name, FILTER, random -> as(user, groups, () -> resource.queryHalList(null, 0, CARDS))));
            questions.add(new Question(
                    name + ": count", FILTER, random -> as(user, groups, () -> resource.queryCount(null))));
        }
    }

    private void as(String user, List<String> groups, Runnable action) {
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            action.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void addLookups() {
        var files = application.getBean(CaseFiles.class);
        var ledger = application.getBean(ClockLedger.class);
        questions.add(new Question("case by number", LOOKUP, random -> {
            files.find(new CaseNumber(numbers.get(random.nextInt(numbers.size()))))
                    .ifPresent(file -> {
                        files.materials(file.caseNumber());
                        files.steps(file.caseNumber());
                        ledger.today(file.caseNumber());
                    });
        }));
    }

    private void addSearches() {
        var search = application.getBean(CaseSearch.class);
        var names = List.of("王**", "李*", "萧**", "王伟", "于建华", "包头市鹿城1000商贸", "包头市草原", "没有这个人");
        var items =
                List.of("public-health-permit", "food-business-license", "old-age-allowance", "construction-permit");
        var scopes = new LinkedHashMap<String, CaseSearch.Scope>(Map.of(
                "supervisor", EVERYTHING,
                "window-social", new CaseSearch.Scope(false, Set.of("window-social"), Set.of()),
                "civil-affairs", new CaseSearch.Scope(false, Set.of(), Set.of("civil-affairs")),
                "an idle department", new CaseSearch.Scope(false, Set.of(), Set.of("no-such-department"))));
        scopes.forEach((who, scope) -> {
            add(
                    search,
                    who + " by applicant",
                    scope,
                    random -> query(Optional.of(pick(names, random)), Optional.empty(), Optional.empty(), 0));
            add(
                    search,
                    who + " by item",
                    scope,
                    random -> query(Optional.empty(), Optional.of(pick(items, random)), Optional.empty(), 0));
            add(
                    search,
                    who + " by days",
                    scope,
                    random -> query(Optional.empty(), Optional.empty(), Optional.of(day(random)), 30));
            add(
                    search,
                    who + " by applicant, item and days",
                    scope,
                    random -> query(
                            Optional.of(pick(names, random)),
                            Optional.of(pick(items, random)),
                            Optional.of(day(random)),
                            90));
            add(
                    search,
                    who + " the latest",
                    scope,
                    random -> query(Optional.empty(), Optional.empty(), Optional.empty(), 0));
        });
    }

    private void add(
            CaseSearch search,
            String name,
            CaseSearch.Scope scope,
            java.util.function.Function<Random, CaseSearch.Query> query) {
        questions.add(new Question("search, " + name, SEARCH, random -> search.find(query.apply(random), scope, 21)));
    }

    private static CaseSearch.Query query(
            Optional<String> name, Optional<String> item, Optional<LocalDate> from, int days) {
        return new CaseSearch.Query(
                name, item, from, from.map(day -> day.plusDays(days)), Optional.empty(), Optional.empty());
    }

    private LocalDate day(Random random) {
        return today.minusDays(random.nextInt(1_700));
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private void addSupervision() {
        var supervision = application.getBean(Supervision.class);
        questions.add(new Question(
                "supervision, on-time share of the year",
                SEARCH,
                random -> supervision.timeliness(Period.yearTo(today))));
        questions.add(new Question("supervision, on-time share of a month", SEARCH, random -> {
            var month = day(random).withDayOfMonth(1);
            supervision.timeliness(new Period(month, month.plusMonths(1).minusDays(1)));
        }));
        questions.add(new Question("supervision, lamps by department and item", SEARCH, random -> supervision.lamps()));
        addDashboard(supervision);
        addHeatMaps();
        addDesk();
        questions.add(new Question("supervision, oldest ten", SEARCH, random -> supervision.oldest(10)));
    }

    private void addDashboard(Supervision supervision) {
        var all = new Period(today.minusYears(5), today);
        var one = Scope.of(Set.of("civil-affairs"));
        questions.add(new Question(
                "dashboard, this year", SEARCH, random -> supervision.figures(Scope.EVERYTHING, Period.yearTo(today))));
        questions.add(new Question(
                "dashboard, five years", SEARCH, random -> supervision.figures(Scope.EVERYTHING, all)));
        questions.add(new Question(
                "dashboard of a department", SEARCH, random -> supervision.figures(one, Period.yearTo(today))));
        var lists = application.getBean(CaseLists.class);
        for (var listing : Listing.values()) {
            for (var scope : List.of(Scope.EVERYTHING, one)) {
                var query = new CaseQuery(
                        listing, all, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
                questions.add(new Question(
                        "list %s of %s".formatted(listing.code(), scope.everything() ? "all" : "a department"),
                        SEARCH,
                        random -> lists.find(query, scope, 51)));
            }
        }
    }

    /** What is behind the colours of a model: the waits that ended, and those that are open. */
    private void addHeatMaps() {
        var models = application.getBean(Models.class);
        var open = application.getBean(OpenAtSteps.class);
        var waits = application.getBean(StepWaits.class);
        for (var key :
                List.of("item_public-health-permit", "stage_front-desk-acceptance", "stage_unified-issuance")) {
            var model = models.versions(key, 1).get(0);
            questions.add(new Question("heat map, " + model.name(), SEARCH, random -> {
                open.of(model);
                waits.of(model.id(), today.minusYears(1));
            }));
        }
    }

    /** What stands beside a task. */
    private void addDesk() {
        var search = application.getBean(CaseSearch.class);
        questions.add(new Question(
                "other cases of an applicant",
                SEARCH,
                random -> search.ofSameApplicant(
                        new CaseNumber(numbers.get(random.nextInt(numbers.size()))), EVERYTHING, 20)));
        var tasks = application.getBean(StaffTasks.class);
        var everywhere = new Account("leader", Set.of("window-social", "issuance", "civil-affairs-handlers"));
        var reviewer = new Account("reviewer", Set.of("health-commission-reviewers"));
        for (var sought : List.of("李*", "公共场所", "0000018")) {
            questions.add(new Question("tasks of many groups, " + sought, SEARCH, random -> tasks.find(sought, everywhere)));
            questions.add(new Question("tasks of a reviewer, " + sought, SEARCH, random -> tasks.find(sought, reviewer)));
        }
        var workload = application.getBean(Workload.class);
        for (var unit : application.getBean(Organization.class).units()) {
            if (List.of("window-social", "civil-affairs").contains(unit.id())) {
                questions.add(new Question("load of " + unit.name(), SEARCH, random -> {
                    workload.of(unit);
                    workload.loads(unit);
                }));
            }
        }
    }

    /** Microseconds of some answers, after some that do not count. */
    static Histogram ask(Question question, int times) {
        var random = new Random(42);
        var timings = new Timings();
        long start = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            question.ask().accept(random);
        }
        // What takes seconds is known after a few.
        long limit = System.nanoTime() - start > 3_000_000_000L ? 5 : times;
        for (int i = 0; i < limit; i++) {
            timings.time("ask", () -> question.ask().accept(random));
        }
        return timings.steps().get("ask");
    }
}
