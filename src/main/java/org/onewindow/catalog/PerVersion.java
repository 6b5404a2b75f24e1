package org.onewindow.catalog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is read off an item's version in force, each read once. A new version takes the place of the former; no more is
 * kept than there are items.
 */
public final class PerVersion<T> {

    private final Map<String, Held<T>> held = new ConcurrentHashMap<>();
    private final Function<Catalog.Entry, T> read;

    private record Held<T>(long publication, T value) {}

    public PerVersion(Function<Catalog.Entry, T> read) {
        this.read = read;
    }

    public T of(Catalog.Entry entry) {
        var code = entry.item().code();
        var known = held.get(code);
        if (known == null || known.publication() != entry.publication()) {
            known = new Held<>(entry.publication(), read.apply(entry));
            held.put(code, known);
        }
        return known.value();
    }
}
