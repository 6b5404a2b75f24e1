package org.onewindow.catalog;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a YAML file that knows its place and line, or the lack of one: a missing value answers like an empty one,
 * so that a half-written page can be read as far as it goes.
 *
 * @param place e.g. {@code materials[2].standard}; empty for the whole file
 * @param line counted from 1; of the nearest value around it where this one is missing
 */
public record YamlNode(Optional<Node> node, String place, int line) {

    /** @throws org.yaml.snakeyaml.error.YAMLException if it is not YAML */
    static YamlNode parse(String text) {
        var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        return of(root, "", 1);
    }

    private static YamlNode of(Node node, String place, int lineAround) {
        boolean blank = node instanceof ScalarNode scalar && scalar.getValue().isBlank();
        if (node == null || blank || node.getTag().equals(Tag.NULL)) {
            return new YamlNode(Optional.empty(), place, node == null ? lineAround : line(node));
        }
        return new YamlNode(Optional.of(node), place, line(node));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    public boolean exists() {
        return node.isPresent();
    }

    boolean isMapping() {
        return node.filter(MappingNode.class::isInstance).isPresent();
    }

    boolean isList() {
        return node.filter(SequenceNode.class::isInstance).isPresent();
    }

    /** The value of a key. */
    public YamlNode get(String key) {
        var value = tuples().filter(tuple -> key(tuple).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
        return value(key, value.orElse(null));
    }

    private YamlNode value(String key, Node value) {
        return of(value, place.isEmpty() ? key : place + "." + key, line);
    }

    /** The keys of a mapping, in the file's order, a repeated one repeatedly; each with the line of the key itself. */
    List<Key> keys() {
        return tuples().map(tuple -> new Key(key(tuple), line(tuple.getKeyNode())))
                .toList();
    }

    record Key(String name, int line) {}

    /** The elements of a list. */
    public List<YamlNode> items() {
        if (node.orElse(null) instanceof SequenceNode list) {
            return IntStream.range(0, list.getValue().size())
                    .mapToObj(i -> of(list.getValue().get(i), place + "[" + i + "]", line))
                    .toList();
        }
        return List.of();
    }

    /** The text as written, without the blanks around it; empty for a list or mapping. */
    public Optional<String> text() {
        return node.filter(ScalarNode.class::isInstance)
                .map(scalar -> ((ScalarNode) scalar).getValue().strip());
    }

    /** The whole number written here; empty for anything else. */
    public OptionalInt integer() {
        return text().filter(text -> text.matches("\\d{1,6}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    /** Every text at or below this value. */
    public List<YamlNode> texts() {
        var texts = new ArrayList<YamlNode>();
        collectTexts(texts);
        return texts;
    }

    private void collectTexts(List<YamlNode> texts) {
        if (isMapping()) {
            tuples().forEach(tuple -> value(key(tuple), tuple.getValueNode()).collectTexts(texts));
        } else if (isList()) {
            items().forEach(item -> item.collectTexts(texts));
        } else if (text().isPresent()) {
            texts.add(this);
        }
    }

    private Stream<NodeTuple> tuples() {
        return node.orElse(null) instanceof MappingNode mapping ? mapping.getValue().stream() : Stream.empty();
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
