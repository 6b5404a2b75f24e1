package org.onewindow.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * An item's page (item.yaml) as far as it can be read.
 *
 * @param root its values; none of a file that is not YAML
 * @param faults what keeps it from being an item
 * @param readable the item; empty exactly if there are faults
 */
public record ItemPage(YamlNode root, List<PageFault> faults, Optional<ServiceItem> readable) {

    public static ItemPage read(String text) {
        try {
            var root = YamlNode.parse(text);
            var binder = new PageBinder();
            var item = binder.bind(root);
            return new ItemPage(root, binder.faults(), item);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return unreadable(line, e.getProblem());
        } catch (YAMLException e) {
            return unreadable(1, e.getMessage());
        }
    }

    private static ItemPage unreadable(int line, String problem) {
        var fault = new PageFault(line, "", "不是合法的 YAML：" + problem + "。", "请检查缩进、冒号后的空格和引号。");
        return new ItemPage(YamlNode.parse(""), List.of(fault), Optional.empty());
    }

    /** The names of the blank forms and samples that its materials name, without those that cannot be one. */
    public Set<String> documents() {
        return root.get("materials").items().stream()
                .flatMap(material -> Stream.of(material.get("blankForm"), material.get("sample")))
                .flatMap(file -> file.text().stream())
                .filter(ItemFiles::isDocument)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws InvalidItemPage if it cannot be read */
    public ServiceItem item(String file) {
        return readable.orElseThrow(() -> new InvalidItemPage(file, faults));
    }
}
