package org.onewindow.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** The items on offer. Immutable. */
public final class Catalog {

    private final Map<String, Entry> entries;

    /**
     * @param folder how the item's folder is named below {@code processes/items}, e.g. {@code social/public-health-permit}
     * @param page the resource of its {@code item.yaml}; its models lie beside it
     */
    public record Entry(ServiceItem item, String folder, Resource page) {}

    Catalog(Collection<Entry> entries) {
        this.entries = new TreeMap<>();
        for (var entry : entries) {
            var other = this.entries.putIfAbsent(entry.item().code(), entry);
            if (other != null) {
                throw new IllegalStateException("事项编码 " + entry.item().code() + " 在 " + other.folder() + " 和 "
                        + entry.folder() + " 中重复，请改用不同的编码。");
            }
        }
    }

    /** All items, by code. */
    public Collection<Entry> entries() {
        return entries.values();
    }

    public Optional<ServiceItem> item(String code) {
        return Optional.ofNullable(entries.get(code)).map(Entry::item);
    }

    /** @throws IllegalStateException for an item that a running case knows and the catalogue does not */
    public ServiceItem require(String code) {
        return item(code).orElseThrow(() -> new IllegalStateException("事项目录中没有事项 " + code));
    }
}
