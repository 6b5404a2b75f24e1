package org.onewindow.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.CaseClock;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockRules;
import org.onewindow.deadline.ClockStart;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.DayUnit;
import org.onewindow.deadline.ImpossibleClockEvent;

/**
 * A case's history with the rules of its item and the day that is asked about, from one line of JSON.
 *
 * @param line what messages call the line
 */
record History(String line, ClockRules rules, List<ClockEvent> events, LocalDate asOf) {

    /** Joint handling, 统一办理 or 联合办理, has 45 days and may be extended by 15 (行政许可法 art. 42 para. 2). */
    private static final int JOINT_DAYS = 45;

    private static final int JOINT_EXTENSION = 15;

    /** @throws InvalidLine if a field is missing, ill-typed or unknown to the law */
    static History read(String line, JsonNode json) {
        var fields = new JsonFields(line, json);
        var rules = rules(fields);
        var events = new ArrayList<ClockEvent>();
        for (var event : fields.list("events")) {
            events.add(EventReader.read(line, events.size() + 1, event));
        }
        return new History(line, rules, events, fields.date("asOf"));
    }

    private static ClockRules rules(JsonFields fields) {
        var statutoryDays = fields.optionalInteger("statutoryDays");
        if (statutoryDays.isPresent() && statutoryDays.getAsInt() == ClockRules.UNLIMITED) {
            throw fields.invalid("没有法定时限的事项，statutoryDays 应为 null。");
        }
        int promisedDays = fields.integer("promisedDays");
        var extensionLimit = fields.optionalInteger("extensionLimit");
        var start = oneOf(fields, "clockStart", ClockStart.values(), ClockStart::jsonName, ClockStart.ACCEPTANCE);
        var unit = oneOf(fields, "unit", DayUnit.values(), DayUnit::jsonName, DayUnit.WORKING_DAYS);
        try {
            var rules = ClockRules.of(statutoryDays.orElse(ClockRules.UNLIMITED), promisedDays)
                    .startingOn(start)
                    .countingIn(unit);
            if (extensionLimit.isPresent()) {
                return rules.withExtensionLimit(extensionLimit.getAsInt());
            }
            return rules.statutoryDays() == JOINT_DAYS ? rules.withExtensionLimit(JOINT_EXTENSION) : rules;
        } catch (IllegalArgumentException e) {
            throw fields.invalid(e.getMessage());
        }
    }

    private static <T> T oneOf(JsonFields fields, String key, T[] values, Function<T, String> name, T otherwise) {
        var given = fields.optionalText(key);
        if (given.isEmpty()) {
            return otherwise;
        }
        return Stream.of(values)
                .filter(value -> name.apply(value).equals(given.get()))
                .findFirst()
                .orElseThrow(() -> fields.invalid(key + " 应为 "
                        + Stream.of(values).map(name).collect(Collectors.joining(" 或 "))
                        + "，而不是“" + given.get() + "”。"));
    }

    /** @throws InvalidLine if an event cannot follow on those before it */
    ClockState replay(WorkingCalendar calendar) {
        try {
            return CaseClock.replay(rules, events, asOf, calendar);
        } catch (ImpossibleClockEvent e) {
            throw new InvalidLine(
                    line + "第" + position(e.event()) + "个事件（" + e.event().type().jsonName() + "）", e.getMessage());
        }
    }

    /** Two events may be equal, e.g. received twice on a day; only the very one is meant. */
    @SuppressWarnings("ReferenceEquality")
    private int position(ClockEvent event) {
        int position = 1;
        while (events.get(position - 1) != event) {
            position++;
        }
        return position;
    }
}
