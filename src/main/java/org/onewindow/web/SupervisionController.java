package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onewindow.catalog.Catalog;
import org.onewindow.deadline.Lamp;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.OpenCount;
import org.onewindow.supervision.Period;
import org.onewindow.supervision.Supervision;
import org.onewindow.web.ItemAnswer.Coded;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 办件监督, for supervisors and administrators. */
@RestController
class SupervisionController {

    private static final Set<String> NAMES = Set.of("from", "to");
    private static final int OLDEST = 10;

    private final Supervision supervision;
    private final Catalog catalog;
    private final Organization organization;
    private final Clock clock;

    SupervisionController(Supervision supervision, Catalog catalog, Organization organization, Clock clock) {
        this.supervision = supervision;
        this.catalog = catalog;
        this.organization = organization;
        this.clock = clock;
    }

    record Figures(LocalDate asOf, OnTime onTime, Lamps open, List<Group> groups, List<Old> oldest) {}

    record OnTime(LocalDate from, LocalDate to, int due, int onTime, BigDecimal percent) {}

    record Lamps(int total, int unaccepted, int green, int yellow, int red, int paused, int done) {

        static Lamps of(OpenCount count) {
            return new Lamps(
                    count.total(),
                    count.unaccepted(),
                    count.of(Lamp.GREEN),
                    count.of(Lamp.YELLOW),
                    count.of(Lamp.RED),
                    count.of(Lamp.PAUSED),
                    count.of(Lamp.DONE));
        }

        Lamps plus(Lamps other) {
            return new Lamps(
                    total + other.total,
                    unaccepted + other.unaccepted,
                    green + other.green,
                    yellow + other.yellow,
                    red + other.red,
                    paused + other.paused,
                    done + other.done);
        }
    }

    record Group(Coded department, Coded item, Lamps lamps) {}

    /** @param workingDays since the receipt; {@code used} are those that count for the promise, in the item's unit */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Old(
            String caseNumber,
            CaseAnswer.Item item,
            CaseAnswer.State state,
            Coded department,
            OffsetDateTime receivedAt,
            int workingDays,
            int used,
            Optional<LocalDate> promisedDue,
            Optional<Coded> lamp) {}

    @GetMapping("/api/supervision")
    Figures read(@AuthenticationPrincipal Account account, @RequestParam Map<String, String> sent) {
        if (!SupervisionAccess.seesEverything(account)) {
            throw new ApiProblems.Found(Problem.FORBIDDEN, "办件监督限效能监督人员和系统管理员");
        }
        var today = LocalDate.now(clock);
        var reading = new SentQuery(sent, NAMES);
        var from = reading.day("from").orElse(today.withDayOfYear(1));
        var to = reading.day("to").orElse(today);
        if (from.isAfter(to)) {
            reading.refuse("to", "不能早于 from（没有填写的，from 为今年1月1日，to 为今天）");
        }
        reading.refuseFaults();
        var timeliness = supervision.timeliness(new Period(from, to));
        var groups = supervision.lamps().stream().map(this::group).toList();
        return new Figures(
                today,
                new OnTime(
                        from,
                        to,
                        timeliness.due(),
                        timeliness.onTime(),
                        timeliness.share().percent()),
                groups.stream().map(Group::lamps).reduce(new Lamps(0, 0, 0, 0, 0, 0, 0), Lamps::plus),
                groups,
                supervision.oldest(OLDEST).stream().map(this::old).toList());
    }

    private Group group(Supervision.Lamps lamps) {
        return new Group(
                department(lamps.department()),
                new Coded(lamps.item(), catalog.require(lamps.item()).name()),
                Lamps.of(lamps.open()));
    }

    private Old old(Supervision.OpenCase open) {
        var file = open.file();
        return new Old(
                file.caseNumber().value(),
                new CaseAnswer.Item(file.itemCode(), file.itemName()),
                new CaseAnswer.State(
                        file.state().code(), file.state().name(), file.state().label()),
                department(file.owner()),
                OffsetDateTime.ofInstant(file.receivedAt(), clock.getZone()),
                open.workingDays(),
                open.state().used(),
                open.state().promisedDue(),
                open.state().lamp().map(lamp -> new Coded(lamp.jsonName(), lamp.label())));
    }

    private Coded department(String id) {
        return new Coded(id, organization.departmentName(id));
    }
}
