package org.onewindow.catalog.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.onewindow.catalog.Catalog;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;

/**
 * Searches the catalogue: by name, result, code and organ. Materials are left out, since half of all items ask for an
 * identity card. A thousand items are looked through in less time than an answer takes to write, so there is no index of
 * words; what is compared is prepared once for each publication.
 */
@Component
public class ItemSearch {

    private final Catalog catalog;
    private final Organization organization;
    private volatile Prepared prepared = new Prepared(List.of(), List.of(), List.of());

    ItemSearch(Catalog catalog, Organization organization) {
        this.catalog = catalog;
        this.organization = organization;
    }

    /** @param entries the catalogue's own collection, another one after each publication */
    private record Prepared(Collection<Catalog.Entry> entries, List<Searched> items, List<Department> departments) {}

    private record Found(Catalog.Entry entry, Match match, int length) {}

    /** How well a word fits, best first. */
    private enum Match {
        EXACT,
        NAME_BEGINS,
        NAME,
        RESULT,
        CODE,
        ORGAN,
        NONE
    }

    private record Searched(Catalog.Entry entry, SpelledName name, String result, String code, String organ) {

        /** The match of the word that fits worst. */
        Match match(List<String> words) {
            var worst = Match.EXACT;
            for (var word : words) {
                var match = match(word);
                worst = match.compareTo(worst) > 0 ? match : worst;
            }
            return worst;
        }

        private Match match(String word) {
            int at = name.indexOf(word);
            if (at == 0 && name.length() == word.length() || code.equals(word)) {
                return Match.EXACT;
            }
            if (at >= 0) {
                return at == 0 ? Match.NAME_BEGINS : Match.NAME;
            }
            return result.contains(word)
                    ? Match.RESULT
                    : code.contains(word) ? Match.CODE : organ.contains(word) ? Match.ORGAN : Match.NONE;
        }
    }

    /** The items that match: exact names first, then names that begin so; of equals the shorter name, then by code. */
    public List<Catalog.Entry> find(ItemQuery query) {
        var words = Arrays.stream(
                        Normalizer.normalize(query.text(), Normalizer.Form.NFKC).split("\\s+"))
                .map(SpelledName::plain)
                .filter(word -> !word.isEmpty())
                .toList();
        return prepared().items().stream()
                .filter(searched -> query.admits(searched.entry().item()))
                .map(searched -> new Found(
                        searched.entry(),
                        searched.match(words),
                        words.isEmpty() ? 0 : searched.name().length()))
                .filter(found -> found.match() != Match.NONE)
                .sorted(Comparator.comparing(Found::match).thenComparingInt(Found::length))
                .map(Found::entry)
                .toList();
    }

    /** The departments that answer for an item. */
    public List<Department> departments() {
        return prepared().departments();
    }

    private Prepared prepared() {
        var entries = catalog.entries();
        var known = prepared;
        if (known.entries() != entries) {
            known = prepare(entries);
            prepared = known;
        }
        return known;
    }

    private Prepared prepare(Collection<Catalog.Entry> entries) {
        var responsible =
                entries.stream().map(entry -> entry.item().department()).collect(Collectors.toSet());
        return new Prepared(
                entries,
                entries.stream().map(this::searched).toList(),
                organization.departments().stream()
                        .filter(department -> responsible.contains(department.id()))
                        .toList());
    }

    private Searched searched(Catalog.Entry entry) {
        var item = entry.item();
        return new Searched(
                entry,
                SpelledName.of(item.name()),
                SpelledName.plain(item.result().name()),
                SpelledName.plain(item.code()),
                SpelledName.plain(organization
                        .department(item.department())
                        .map(Department::name)
                        .orElse("")));
    }
}
