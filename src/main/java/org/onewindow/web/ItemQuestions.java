package org.onewindow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.PublishedItems;
import org.springframework.stereotype.Component;

/** Reads an item's own questions (办理情形) off its form, so that another program knows what to answer. */
@Component
class ItemQuestions {

    private final PublishedItems items;
    private final ObjectMapper json;

    ItemQuestions(PublishedItems items, ObjectMapper json) {
        this.items = items;
        this.json = json;
    }

    /**
     * @param type {@code text}, {@code number}, {@code flag} or {@code choice}
     * @param options the values of a choice; else empty
     */
    record Question(String field, String label, String type, boolean required, List<ItemAnswer.Coded> options) {}

    List<Question> of(Catalog.Entry entry) {
        var form = items.files(entry.publication()).texts().get(ItemFiles.SITUATION);
        try {
            return stream(json.readTree(form).path("components"))
                    .filter(component -> component.has("key"))
                    .map(ItemQuestions::question)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Question question(JsonNode component) {
        var type = component.path("type").asText();
        return new Question(
                component.path("key").asText(),
                component.path("label").asText(),
                switch (type) {
                    case "radio", "select" -> "choice";
                    case "checkbox" -> "flag";
                    case "number" -> "number";
                    default -> "text";
                },
                component.path("validate").path("required").asBoolean(),
                stream(component.path("values"))
                        .map(v -> new ItemAnswer.Coded(
                                v.path("value").asText(), v.path("label").asText()))
                        .toList());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
