package org.onewindow.calendar;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * A YAML mapping whose every value still knows its line. Data binding would lose the lines that the administrator needs,
 * so this walks the nodes.
 */
final class YamlObject {

    private final String file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlObject(String file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (var entry : node.getValue()) {
            var key = scalar(entry.getKeyNode(), "键名");
            if (values.put(key, entry.getValueNode()) != null) {
                throw invalid(entry.getKeyNode(), "“" + key + "”重复出现,请删去一个。");
            }
        }
    }

    static YamlObject parse(String file, InputStream content) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new UnicodeReader(content));
            if (root instanceof MappingNode mapping) {
                return new YamlObject(file, mapping);
            }
            throw new InvalidCalendarFile(file, root == null ? 0 : line(root), "文件应以 year、notice 等键开头。");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new InvalidCalendarFile(file, line, "不是合法的 YAML:" + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new InvalidCalendarFile(file, 0, "不是合法的 UTF-8 YAML:" + e.getMessage(), e);
        }
    }

    /** Refuses a key that the format does not know; a misspelt key must not be overlooked. */
    void allowOnly(Set<String> known) {
        for (var entry : node.getValue()) {
            var key = scalar(entry.getKeyNode(), "键名");
            if (!known.contains(key)) {
                throw invalid(entry.getKeyNode(), "不认识的键“" + key + "”。");
            }
        }
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> scalar(value, key));
    }

    int integer(String key) {
        var text = text(key);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidCalendarFile(file, line(key), "“" + key + "”应为整数,而不是“" + text + "”。", e);
        }
    }

    LocalDate date(String key) {
        return optionalDate(key).orElseThrow(() -> missing(key));
    }

    Optional<LocalDate> optionalDate(String key) {
        return optionalText(key).map(text -> date(key, text));
    }

    private LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidCalendarFile(file, line(key), "“" + key + "”应为存在的日期(如 2026-01-01),而不是“" + text + "”。", e);
        }
    }

    /** The mappings in a list; the key must be there, the list may be empty. */
    List<YamlObject> objects(String key) {
        if (!values.containsKey(key)) {
            throw missing(key);
        }
        if (values.get(key) instanceof SequenceNode list) {
            return list.getValue().stream().map(item -> object(item, key)).toList();
        }
        throw invalid(values.get(key), "“" + key + "”应为列表。");
    }

    private YamlObject object(Node item, String key) {
        if (item instanceof MappingNode mapping) {
            return new YamlObject(file, mapping);
        }
        throw invalid(item, "“" + key + "”的每一项应由键和值组成。");
    }

    InvalidCalendarFile invalid(String key, String problem) {
        return new InvalidCalendarFile(file, line(key), problem);
    }

    private InvalidCalendarFile invalid(Node at, String problem) {
        return new InvalidCalendarFile(file, line(at), problem);
    }

    private InvalidCalendarFile missing(String key) {
        return invalid(node, "缺少“" + key + "”。");
    }

    private String scalar(Node value, String key) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw invalid(value, "“" + key + "”应有值。");
    }

    /** The line of a key's value, or of the whole mapping where the key is not given. */
    int line(String key) {
        return line(values.getOrDefault(key, node));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
