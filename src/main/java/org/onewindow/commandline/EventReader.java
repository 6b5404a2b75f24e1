package org.onewindow.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.SpecialProcedure;

/** Reads one event of a history; what is wrong with it is told with its position and its type as given. */
final class EventReader {

    private final JsonFields fields;

    private EventReader(JsonFields fields) {
        this.fields = fields;
    }

    /** @param position counted from 1 */
    static ClockEvent read(String line, int position, JsonNode event) {
        return new EventReader(new JsonFields(where(line, position, event), event)).read();
    }

    private static String where(String line, int position, JsonNode event) {
        var type = event.path("type");
        var given = type.isTextual() ? type.textValue() : type.toString();
        return line + "第" + position + "个事件" + (given.isEmpty() ? "" : "（" + given + "）");
    }

    private ClockEvent read() {
        var type = type();
        var on = fields.date("on");
        return switch (type) {
            case SPECIAL_PROCEDURE_STARTED ->
                new ClockEvent.SpecialProcedureStarted(
                        on, procedure(), fields.optionalText("notice"), fields.optionalInteger("plannedDays"));
            case EXTENDED ->
                new ClockEvent.Extended(
                        on, fields.integer("days"), fields.optionalText("approvedBy"), fields.optionalText("reason"));
            default -> new ClockEvent.Plain(type, on);
        };
    }

    private ClockEvent.Type type() {
        var name = fields.text("type");
        return ClockEvent.Type.named(name)
                .orElseThrow(() -> fields.invalid("没有“" + name + "”这种事件，应为 "
                        + Stream.of(ClockEvent.Type.values())
                                .map(ClockEvent.Type::jsonName)
                                .collect(Collectors.joining("、"))
                        + " 之一。"));
    }

    private SpecialProcedure procedure() {
        var name = fields.text("procedure");
        return SpecialProcedure.named(name)
                .orElseThrow(() -> fields.invalid("“" + name + "”不是行政许可法第四十五条所列的特别程序，应为"
                        + Stream.of(SpecialProcedure.values())
                                .map(SpecialProcedure::label)
                                .collect(Collectors.joining("、"))
                        + "之一。"));
    }
}
