package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.time.api.Dates;
import org.onewindow.deadline.ClockEvent.Type;

/** Random histories: mostly what may follow on the event before, now and then anything at all. */
final class Histories {

    /** A history with the rules of its item and a day to ask about. */
    record History(ClockRules rules, List<ClockEvent> events, LocalDate asOf) {}

    private record Step(int pick, int gap, int extension) {}

    /** So many steps of a hundred are anything at all. */
    private static final int WILD = 3;

    private Histories() {}

    static Arbitrary<History> histories() {
        var starts = Dates.dates().between(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 20));
        var steps = Combinators.combine(evenly(0, 99), gaps(), evenly(1, 11))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
        var horizons = evenly(-1, 70);
        return Combinators.combine(rules(), starts, steps, horizons)
                .as((rules, start, list, horizon) -> new History(rules, events(start, list), start.plusDays(horizon)));
    }

    /** Days from one event to the next; once in a while backwards. */
    private static Arbitrary<Integer> gaps() {
        return Arbitraries.frequencyOf(
                Tuple.of(80, evenly(0, 4)), Tuple.of(19, evenly(5, 30)), Tuple.of(1, Arbitraries.just(-1)));
    }

    /** jqwik prefers small numbers, which would make most histories end before they begin. */
    private static Arbitrary<Integer> evenly(int min, int max) {
        return Arbitraries.integers().between(min, max).withDistribution(RandomDistribution.uniform());
    }

    static Arbitrary<ClockRules> rules() {
        return Combinators.combine(
                        evenly(0, 30),
                        evenly(0, 30),
                        Arbitraries.of(ClockStart.class),
                        Arbitraries.of(DayUnit.class),
                        Arbitraries.of(10, 15))
                .as((statutory, promised, start, unit, limit) -> ClockRules.of(statutory, promised)
                        .startingOn(start)
                        .countingIn(unit)
                        .withExtensionLimit(limit));
    }

    private static List<ClockEvent> events(LocalDate start, List<Step> steps) {
        var events = new ArrayList<ClockEvent>();
        events.add(ClockEvent.received(start));
        var day = start;
        for (var step : steps) {
            var likely = likely(events);
            if (likely.isEmpty() && step.pick() >= WILD) {
                break;
            }
            day = day.plusDays(step.gap());
            var type = step.pick() < WILD
                    ? Type.values()[(step.pick() * 4 + step.extension()) % Type.values().length]
                    : likely.get(step.pick() % likely.size());
            events.add(event(type, day, step.extension()));
        }
        return events;
    }

    /** What may well come next, ignoring dates; nothing after the end of a case. */
    private static List<Type> likely(List<ClockEvent> events) {
        return switch (events.get(events.size() - 1).type()) {
            case RECEIVED, CORRECTION_SUBMITTED ->
                List.of(
                        Type.ACCEPTED,
                        Type.ACCEPTED,
                        Type.ACCEPTED,
                        Type.CORRECTION_NOTIFIED,
                        Type.CORRECTION_NOTIFIED,
                        Type.DEEMED_ACCEPTED,
                        Type.SPECIAL_PROCEDURE_STARTED,
                        Type.NOT_ACCEPTED);
            case CORRECTION_NOTIFIED -> List.of(Type.CORRECTION_SUBMITTED);
            case DECIDED -> List.of(Type.DELIVERED);
            case DELIVERED, WITHDRAWN, NOT_ACCEPTED -> List.of();
            default -> likelyOnceAccepted(events.stream().map(ClockEvent::type).toList());
        };
    }

    private static List<Type> likelyOnceAccepted(List<Type> types) {
        boolean extended = types.contains(Type.EXTENDED);
        if (types.lastIndexOf(Type.SPECIAL_PROCEDURE_STARTED) > types.lastIndexOf(Type.SPECIAL_PROCEDURE_ENDED)) {
            return extended
                    ? List.of(Type.SPECIAL_PROCEDURE_ENDED)
                    : List.of(Type.SPECIAL_PROCEDURE_ENDED, Type.SPECIAL_PROCEDURE_ENDED, Type.EXTENDED);
        }
        return extended
                ? List.of(Type.SPECIAL_PROCEDURE_STARTED, Type.SPECIAL_PROCEDURE_STARTED, Type.DECIDED, Type.WITHDRAWN)
                : List.of(Type.SPECIAL_PROCEDURE_STARTED, Type.SPECIAL_PROCEDURE_STARTED, Type.EXTENDED, Type.DECIDED);
    }

    private static ClockEvent event(Type type, LocalDate on, int extension) {
        return switch (type) {
            case SPECIAL_PROCEDURE_STARTED -> ClockEvent.specialProcedureStarted(on, SpecialProcedure.TESTING);
            case EXTENDED -> ClockEvent.extended(on, extension);
            default -> new ClockEvent.Plain(type, on);
        };
    }
}
