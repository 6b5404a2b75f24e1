package org.onewindow.factory;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** {@code item.yaml} as people read and edit it: block style, short values in one line, Chinese unescaped. */
final class PageText {

    /** A map or list that stands in one line. */
    record Inline(Object value) {}

    private PageText() {}

    static String of(Item item) {
        var page = new LinkedHashMap<>(item.page());
        page.put("faq", item.faq().stream().map(Item.FaqLine::page).toList());
        page.put(
                "materials",
                item.materials().stream().map(Item.MaterialLine::page).toList());
        var text = new StringWriter()
                .append("# yaml-language-server: $schema=../../../item.schema.json\n")
                .append("# 《受理材料标准化手册》：")
                .append(item.plan().name())
                .append('\n');
        new Yaml(options()).serialize(node(page, FlowStyle.BLOCK), text);
        return text.toString();
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        return options;
    }

    private static Node node(Object value, FlowStyle style) {
        if (value instanceof Inline inline) {
            return node(inline.value(), FlowStyle.FLOW);
        }
        if (value instanceof Map<?, ?> map) {
            var tuples = map.entrySet().stream()
                    .map(e -> new NodeTuple(node(e.getKey(), style), node(e.getValue(), style)))
                    .toList();
            return new MappingNode(Tag.MAP, tuples, style);
        }
        if (value instanceof List<?> list) {
            var nodes = list.stream().map(element -> node(element, style)).toList();
            return new SequenceNode(Tag.SEQ, nodes, list.isEmpty() ? FlowStyle.FLOW : style);
        }
        var tag = value instanceof Integer
                ? Tag.INT
                : value instanceof Boolean ? Tag.BOOL : value instanceof LocalDate ? Tag.TIMESTAMP : Tag.STR;
        var text = value.toString();
        return new ScalarNode(tag, text, null, null, text.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN);
    }
}
