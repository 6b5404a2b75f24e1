package org.onewindow.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** The published items (事项目录), each in its version in force. What another node published is here about {@link #LAG} later. */
@Component
public class Catalog {

    public static final Duration LAG = Duration.ofSeconds(1);

    private final PublishedItems published;
    private final Map<Long, ServiceItem> formerVersions = new ConcurrentHashMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile View view = new View(new TreeMap<>(), 0, System.nanoTime() - 2 * LAG.toNanos());

    /**
     * @param publication the number of the item's version
     * @param folder how the item's folder is named, e.g. {@code social/public-health-permit}
     */
    public record Entry(ServiceItem item, String folder, long publication, String publishedBy, Instant publishedAt) {}

    private record View(TreeMap<String, Entry> entries, long version, long checkedAt) {}

    Catalog(PublishedItems published) {
        this.published = published;
    }

    /** All items, by code, also those that take no cases today. The collection is another one after each publication. */
    public Collection<Entry> entries() {
        return current().entries().values();
    }

    /** The items that take new cases on a day. */
    public List<ServiceItem> onOffer(LocalDate day) {
        return entries().stream()
                .map(Entry::item)
                .filter(item -> item.isOnOffer(day))
                .toList();
    }

    public Optional<Entry> entry(String code) {
        return Optional.ofNullable(current().entries().get(code));
    }

    public Optional<ServiceItem> item(String code) {
        return entry(code).map(Entry::item);
    }

    /** @throws IllegalStateException for an item that a running case knows and the catalogue does not */
    public ServiceItem require(String code) {
        return item(code).orElseThrow(() -> new IllegalStateException("事项目录中没有事项 " + code));
    }

    /** An item in the version under which a case was received; 0 stands for the one in force. */
    public ServiceItem require(String code, long publication) {
        var inForce = current().entries().get(code);
        if (publication == 0 || inForce != null && inForce.publication() == publication) {
            return require(code);
        }
        return formerVersions.computeIfAbsent(publication, number -> published
                .page(number)
                .map(page -> read("published_item " + number, page))
                .orElseThrow(() -> new IllegalStateException("事项目录中没有事项 " + code + " 的版本 " + number)));
    }

    /** Looks at once, on the node that has published. */
    public void refresh() {
        looking.lock();
        try {
            look();
        } finally {
            looking.unlock();
        }
    }

    private View current() {
        var now = view;
        if (System.nanoTime() - now.checkedAt() > LAG.toNanos()) {
            // One caller looks, the others go on with what is known; before the first look all wait.
            if (now.version() == 0) {
                refresh();
            } else if (looking.tryLock()) {
                try {
                    look();
                } finally {
                    looking.unlock();
                }
            }
        }
        return view;
    }

    private void look() {
        long checkedAt = System.nanoTime();
        long version = published.latest();
        var entries = view.entries();
        if (version != view.version()) {
            entries = new TreeMap<>(entries);
            for (var newer : published.since(view.version())) {
                var item = read(newer.folder() + "/" + ItemFiles.PAGE, newer.page());
                entries.put(item.code(), new Entry(item, newer.folder(), newer.id(), newer.by(), newer.at()));
            }
        }
        view = new View(entries, version, checkedAt);
    }

    private static ServiceItem read(String name, String page) {
        return ItemPage.read(page).item(name);
    }
}
