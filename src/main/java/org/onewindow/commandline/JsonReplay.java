package org.onewindow.commandline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.Lamp;

/** Answers a line with a history by a line with what the clocks say, or with an {@code error}. */
final class JsonReplay {

    private final WorkingCalendar calendar;

    /** A field that is given twice, or anything after the object, makes a line malformed. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    JsonReplay(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    String answer(Lines.Line line) {
        var where = "第" + line.number() + "行";
        try {
            return answer(History.read(where, parse(where, line.text())).replay(calendar))
                    .toString();
        } catch (InvalidLine e) {
            return json.createObjectNode().put("error", e.getMessage()).toString();
        }
    }

    private JsonNode parse(String where, String text) {
        if (text.isBlank()) {
            throw new InvalidLine(where, "是空行，应为 JSON 对象。");
        }
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            var column = location == null ? "" : "（第" + location.getColumnNr() + "个字符附近）";
            throw new InvalidLine(where, "不是合法的 JSON" + column + "。");
        }
    }

    private ObjectNode answer(ClockState state) {
        var answer = json.createObjectNode()
                .put("acceptedOn", text(state.acceptedOn()))
                .put("noticeDue", text(state.noticeDue()))
                .put("statutoryDue", text(state.statutoryDue()))
                .put("promisedDue", text(state.promisedDue()))
                .put("deliveryDue", text(state.deliveryDue()))
                .put("used", state.used());
        if (state.left().isPresent()) {
            answer.put("left", state.left().getAsInt());
        } else {
            answer.putNull("left");
        }
        return answer.put("lamp", state.lamp().map(Lamp::jsonName).orElse(null))
                .put("statutoryOverrun", state.statutoryOverrun());
    }

    private static String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(null);
    }
}
