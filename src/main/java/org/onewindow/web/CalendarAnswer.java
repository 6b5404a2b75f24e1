package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.calendar.CalendarYear;
import org.onewindow.calendar.MakeUpWorkday;
import org.onewindow.deadline.CalendarChange;
import org.onewindow.deadline.CalendarPreview;
import org.onewindow.deadline.CaseMove;
import org.onewindow.web.ItemAnswer.Coded;

/** The working-day calendar and its changes as the REST interface tells them. */
final class CalendarAnswer {

    private CalendarAnswer() {}

    /** @param change the change that brought it; empty if it came with the installation */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Year(
            int year, String notice, List<Holiday> holidays, List<LocalDate> makeUpWorkdays, Optional<Change> change) {

        static Year of(CalendarYear year, Optional<Change> change) {
            return new Year(
                    year.year(),
                    year.notice(),
                    year.holidays().stream()
                            .map(holiday -> new Holiday(holiday.name(), holiday.from(), holiday.to()))
                            .toList(),
                    year.makeUpWorkdays().stream().map(MakeUpWorkday::date).toList(),
                    change);
        }
    }

    record Holiday(String name, LocalDate from, LocalDate to) {}

    /** @param finishedAt empty while some tasks and timers have not followed */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Change(
            long id,
            int year,
            String notice,
            String loadedBy,
            OffsetDateTime loadedAt,
            String lastCase,
            int casesMoved,
            List<String> casesFailed,
            Optional<OffsetDateTime> finishedAt) {

        static Change of(CalendarChange change, Clock clock) {
            return new Change(
                    change.id(),
                    change.year(),
                    change.notice(),
                    change.loadedBy(),
                    OffsetDateTime.ofInstant(change.loadedAt(), clock.getZone()),
                    change.lastCase(),
                    change.casesMoved(),
                    change.casesFailed(),
                    change.finishedAt().map(at -> OffsetDateTime.ofInstant(at, clock.getZone())));
        }
    }

    /** @param items how many cases move, by item */
    record Preview(
            int openCases, int casesMoved, List<Item> items, List<Move> cases, List<Contradiction> contradictions) {

        static Preview of(CalendarPreview preview) {
            return new Preview(
                    preview.openCases(),
                    preview.moves().size(),
                    items(preview.moves()),
                    preview.moves().stream().map(Move::of).toList(),
                    preview.contradictions().stream()
                            .map(found -> new Contradiction(found.caseNumber().value(), found.reason()))
                            .toList());
        }

        private static List<Item> items(List<CaseMove> moves) {
            return moves.stream()
                    .collect(Collectors.groupingBy(
                            move -> new Coded(move.itemCode(), move.itemName()), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(entry -> new Item(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(item -> item.item().code()))
                    .toList();
        }
    }

    record Item(Coded item, long casesMoved) {}

    /** @param provisional whether a date still rests on a year that is not loaded */
    record Move(String caseNumber, String item, List<DateMove> dates, boolean wasProvisional, boolean provisional) {

        static Move of(CaseMove move) {
            return new Move(
                    move.caseNumber().value(),
                    move.itemCode(),
                    move.dates().stream()
                            .map(date -> new DateMove(
                                    date.date().jsonName(), date.date().label(), date.from(), date.to()))
                            .toList(),
                    move.provisionalBefore(),
                    move.provisionalAfter());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DateMove(String date, String label, Optional<LocalDate> from, Optional<LocalDate> to) {}

    record Contradiction(String caseNumber, String reason) {}
}
