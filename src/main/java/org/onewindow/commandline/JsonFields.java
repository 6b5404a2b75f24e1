package org.onewindow.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * The fields of one JSON object, taken for what they are: {@code "20"} and {@code 7.5} are no integers. {@code null} is
 * a field that is not there; fields that nobody asks for are ignored.
 *
 * @param where what messages call the object
 */
record JsonFields(String where, JsonNode object) {

    JsonFields {
        if (!object.isObject()) {
            throw new InvalidLine(where, "应为 JSON 对象。");
        }
    }

    String text(String key) {
        return optionalText(key).orElseThrow(missing(key));
    }

    Optional<String> optionalText(String key) {
        return field(key).map(value -> {
            if (!value.isTextual()) {
                throw illTyped(key, "字符串", value);
            }
            return value.textValue();
        });
    }

    int integer(String key) {
        return optionalInteger(key).orElseThrow(missing(key));
    }

    OptionalInt optionalInteger(String key) {
        var field = field(key);
        if (field.isEmpty()) {
            return OptionalInt.empty();
        }
        var value = field.get();
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw illTyped(key, "整数", value);
        }
        return OptionalInt.of(value.intValue());
    }

    LocalDate date(String key) {
        var text = text(key);
        return IsoDate.parse(text).orElseThrow(() -> invalid(key + " 应为存在的日期，如 2026-02-12，而不是“" + text + "”。"));
    }

    List<JsonNode> list(String key) {
        var value = field(key).orElseThrow(missing(key));
        if (!value.isArray()) {
            throw illTyped(key, "数组", value);
        }
        return StreamSupport.stream(value.spliterator(), false).toList();
    }

    InvalidLine invalid(String problem) {
        return new InvalidLine(where, problem);
    }

    private Optional<JsonNode> field(String key) {
        return Optional.ofNullable(object.get(key)).filter(value -> !value.isNull());
    }

    private Supplier<InvalidLine> missing(String key) {
        return () -> invalid("缺少 " + key + "。");
    }

    private InvalidLine illTyped(String key, String type, JsonNode value) {
        return invalid(key + " 应为" + type + "，而不是 " + value + "。");
    }
}
