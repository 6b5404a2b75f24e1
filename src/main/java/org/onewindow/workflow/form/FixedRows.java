package org.onewindow.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a dynamic list, whose rows the case file sets, into as many groups of plain fields, and what they send back into
 * rows. Tasklist keeps its complete button shut on any form with a dynamic list: form-js leaves an empty list of errors for
 * each of its fields, and Tasklist counts them.
 */
final class FixedRows {

    private static final String LIST = "dynamiclist";

    private final ObjectMapper json;

    FixedRows(ObjectMapper json) {
        this.json = json;
    }

    /** The form as the browser gets it. */
    JsonNode spread(JsonNode form, Map<String, Object> shown) throws JsonProcessingException {
        var spread = (ObjectNode) form.deepCopy();
        var components = json.createArrayNode();
        for (var component : form.path("components")) {
            if (component.path("type").asText().equals(LIST)) {
                components.addAll(groups(
                        component, rows(component.path("path").asText(), shown).size()));
            } else {
                components.add(component);
            }
        }
        spread.set("components", components);
        return spread;
    }

    /** The data that such a form shows: each row under a name of its own. */
    static Map<String, Object> spread(List<FormField> fields, Map<String, Object> shown) {
        var spread = new HashMap<>(shown);
        for (var list : lists(fields)) {
            var rows = rows(list.key(), shown);
            for (int row = 1; row <= rows.size(); row++) {
                spread.put(name(list.key(), row), rows.get(row - 1));
            }
        }
        return spread;
    }

    /** What such a form sends, as the rows of its lists. */
    static Map<String, Object> gather(List<FormField> fields, Map<String, Object> sent) {
        var gathered = new HashMap<>(sent);
        for (var list : lists(fields)) {
            if (!gathered.containsKey(list.key())) {
                var rows = new ArrayList<Object>();
                for (int row = 1; gathered.containsKey(name(list.key(), row)); row++) {
                    rows.add(gathered.remove(name(list.key(), row)));
                }
                gathered.put(list.key(), rows);
            }
        }
        return gathered;
    }

    private ArrayNode groups(JsonNode list, int rows) throws JsonProcessingException {
        var path = list.path("path").asText();
        var groups = json.createArrayNode();
        groups.addObject()
                .put("type", "text")
                .put("id", "field_" + path + "_title")
                .put("text", "#### " + list.path("label").asText());
        for (int row = 1; row <= rows; row++) {
            var name = name(path, row);
            var components = list.path("components")
                    .toString()
                    .replace("i[1]", String.valueOf(row))
                    .replace("this.", name + ".")
                    .replace("\"id\":\"field_" + path, "\"id\":\"field_" + name)
                    .replace("\"row\":\"", "\"row\":\"" + name);
            var group = groups.addObject();
            group.put("type", "group")
                    .put("id", "group_" + name)
                    .put("path", name)
                    .put("showOutline", false);
            group.set("components", json.readTree(components));
        }
        return groups;
    }

    private static List<FormField> lists(List<FormField> fields) {
        return fields.stream().filter(field -> field.type().equals(LIST)).toList();
    }

    private static List<?> rows(String path, Map<String, Object> shown) {
        return shown.get(path) instanceof List<?> rows ? rows : List.of();
    }

    private static String name(String path, int row) {
        return path + "_" + row;
    }
}
