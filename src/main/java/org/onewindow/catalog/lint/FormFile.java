package org.onewindow.catalog.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form (表单) as designers draw it.
 *
 * @param json all of it
 * @param components its components, those within groups and lists among them
 */
record FormFile(String text, JsonNode json, List<Component> components) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param scope the path of the group or list around it, empty at the top: a key counts within it
     * @param key empty for a component that takes no input
     */
    record Component(JsonNode json, String scope, String type, String id, String key) {

        String label() {
            return json.path(type.equals("datetime") ? "dateLabel" : "label").asText();
        }

        /** What findings call it. */
        String place() {
            return key.isEmpty() ? id.isEmpty() ? type : id : key;
        }

        /** What a person reads of it. */
        List<String> texts() {
            var texts = new ArrayList<>(json.path("values").findValuesAsText("label"));
            Stream.of("label", "dateLabel", "timeLabel", "description", "text")
                    .map(name -> json.path(name).asText())
                    .forEach(texts::add);
            return texts;
        }

        /** The values to choose from; empty for a free field and for one whose options come from elsewhere. */
        List<String> options() {
            return json.path("values").findValuesAsText("value");
        }
    }

    /** @throws JsonProcessingException if it is not JSON */
    static FormFile parse(String text) throws JsonProcessingException {
        var json = JSON.readTree(text);
        var components = new ArrayList<Component>();
        collect(json.path("components"), "", components);
        return new FormFile(text, json, List.copyOf(components));
    }

    private static void collect(JsonNode nodes, String scope, List<Component> components) {
        for (var node : nodes) {
            var path = node.path("path").asText();
            var key = node.path("key").asText();
            components.add(new Component(
                    node, scope, node.path("type").asText(), node.path("id").asText(), key.isEmpty() ? path : key));
            collect(node.path("components"), path.isEmpty() ? scope : scope + path + ".", components);
        }
    }

    Optional<Component> field(String key) {
        return components.stream()
                .filter(component ->
                        component.scope().isEmpty() && component.key().equals(key))
                .findFirst();
    }

    /** The line on which a key, an id or another text first stands; 0 if it does not. */
    int lineOf(String quoted) {
        int at = quoted.isEmpty() ? -1 : text.indexOf('"' + quoted + '"');
        return at < 0 ? 0 : Math.toIntExact(text.substring(0, at).lines().count());
    }
}
