package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.Acceptance;
import org.onewindow.casefile.Application;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.Intake;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.ItemPage;
import org.onewindow.catalog.PublishedItems;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.deadline.ClockAlarm;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.Lamp;
import org.onewindow.deadline.LedgerEntry;
import org.onewindow.deadline.SpecialProcedure;
import org.springframework.beans.factory.annotation.Autowired;

/** A case's ledger keeps the rules of its item, and every detail of its entries. Nothing here needs a process. */
@HallTest
class ClockOfTheItemTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Catalog catalog;

    @Autowired
    private PublishedItems items;

    @Autowired
    private Intake intake;

    @Autowired
    private Acceptance acceptance;

    @Autowired
    private ClockLedger ledger;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    /** 建筑法 art. 8: seven days from the receipt. */
    @Test
    void anItemMayStartItsClockOnTheReceipt() {
        var number = received(limits(OptionalInt.of(7), 3, "workingDays", "receipt"));
        hall.at("2026-03-04T10:00");
        acceptance.accept(number, "zhangmin");
        assertThat(ledger.today(number).acceptedOn()).contains(march(4));
        assertThat(ledger.today(number).statutoryDue()).contains(march(11));
    }

    @Test
    void anItemMayCountCalendarDays() {
        var number = accepted(limits(OptionalInt.of(20), 10, "calendarDays", "acceptance"));
        assertThat(ledger.today(number).promisedDue()).contains(march(12));
        assertThat(ledger.today(number).statutoryDue()).contains(march(22));
        assertThat(ledger.today(number).noticeDue())
                .as("the notice period counts working days")
                .contains(march(9));
    }

    @Test
    void anItemWithoutAStatutoryLimitKeepsItsPromiseAlone() {
        var number = accepted(limits(OptionalInt.empty(), 1, "workingDays", "acceptance"));
        var state = ledger.today(number);
        assertThat(state.statutoryDue()).isEmpty();
        assertThat(state.left()).isEmpty();
        assertThat(state.promisedDue()).contains(march(3));
        assertThat(state.alarms()).extracting(ClockAlarm::kind).containsExactly(ClockAlarm.Kind.PROMISE_OVERRUN);
        refusalOf(() -> ledger.extend(number, 1, "guowei", "没有期限可延")).contains("没有法定时限");
    }

    @Test
    void everyDetailOfAnEntryIsKept() {
        var number = accepted(limits(OptionalInt.of(20), 7, "workingDays", "acceptance"));
        ledger.startSpecialProcedure(number, SpecialProcedure.HEARING, "昆卫特告〔2026〕1号", 20, "zhaogang");
        ledger.extend(number, 10, "guowei", "案情复杂");
        assertThat(ledger.book(number).events())
                .contains(
                        new ClockEvent.SpecialProcedureStarted(
                                march(2), SpecialProcedure.HEARING, Optional.of("昆卫特告〔2026〕1号"), OptionalInt.of(20)),
                        new ClockEvent.Extended(march(2), 10, Optional.of("guowei"), Optional.of("案情复杂")));
        assertThat(ledger.book(number).entries())
                .extracting(LedgerEntry::recordedBy)
                .containsExactly("zhangmin", "zhangmin", "zhaogang", "guowei");
        assertThat(ledger.today(number).plannedEnd()).contains(march(30));
    }

    @Test
    void anEntryThatShouldNotHaveBeenMadeIsTakenBackWithAReason() {
        var number = accepted(limits(OptionalInt.of(20), 7, "workingDays", "acceptance"));
        ledger.extend(number, 10, "guowei", "批错了办件");
        var mistake = ledger.book(number).entries().get(2);
        ledger.reverse(number, mistake.id(), Optional.empty(), "应为另一办件", "guowei");
        assertThat(ledger.today(number).promisedDue()).contains(march(11));
        assertThat(ledger.book(number).entries()).hasSize(4).last().satisfies(entry -> {
            assertThat(entry.reverses()).contains(mistake.id());
            assertThat(entry.reason()).contains("应为另一办件");
        });
        ledger.extend(number, 5, "guowei", "这次是对的");
        assertThat(ledger.today(number).promisedDue()).contains(march(18));
    }

    /** Two desks at the same moment: the second one sees what the first one wrote. */
    @Test
    void oneOfTwoThatStartASpecialProcedureAtOnceIsRefused() throws Exception {
        var number = accepted(limits(OptionalInt.of(20), 7, "workingDays", "acceptance"));
        Callable<Boolean> start = () -> {
            try {
                ledger.startSpecialProcedure(number, SpecialProcedure.TESTING, "告1号", 5, "zhaogang");
                return true;
            } catch (RefusedInput refused) {
                return false;
            }
        };
        var desks = Executors.newFixedThreadPool(2);
        try {
            var started = desks.invokeAll(List.of(start, start));
            assertThat(started.get(0).get()).isNotEqualTo(started.get(1).get());
        } finally {
            desks.shutdown();
        }
        assertThat(ledger.today(number).lamp()).contains(Lamp.PAUSED);
        assertThat(ledger.book(number).entries()).hasSize(3);
    }

    private CaseNumber accepted(String limits) {
        var number = received(limits);
        acceptance.accept(number, "zhangmin");
        return number;
    }

    /** A case of the permit as if its page gave it other limits. */
    private CaseNumber received(String limits) {
        var applicant = new Application.Applicant(
                ServiceItem.ApplicantType.PERSON,
                "李建国",
                Forms.APPLICANT_ID,
                Optional.empty(),
                "李建国",
                "13804721000",
                Optional.empty());
        return intake.receive(new Application(
                permit(limits),
                catalog.entry(Forms.PERMIT).orElseThrow().publication(),
                applicant,
                Optional.empty(),
                "shaoxianlu",
                List.of(),
                "window",
                "window-social",
                "zhangmin"));
    }

    private ServiceItem permit(String limits) {
        var entry = catalog.entry(Forms.PERMIT).orElseThrow();
        var page = items.files(entry.publication()).texts().get(ItemFiles.PAGE);
        var changed = page.replaceFirst("(?m)^limits:.*\\n(?:  .*\\n)+", limits + "\n");
        assertThat(changed).isNotEqualTo(page);
        return ItemPage.read(changed).item("item.yaml");
    }

    private static String limits(OptionalInt statutory, int promised, String unit, String start) {
        var statute = statutory.isPresent() ? "statutoryDays: " + statutory.getAsInt() + ", " : "";
        return "limits: { %spromisedDays: %d, unit: %s, clockStart: %s, extensionDays: 10, correctionDays: 30 }"
                .formatted(statute, promised, unit, start);
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
