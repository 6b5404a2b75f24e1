package org.onewindow.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.PerVersion;
import org.onewindow.catalog.PublishedItems;
import org.onewindow.catalog.ServiceItem;
import org.springframework.stereotype.Component;

/**
 * Which materials an item asks of somebody who has not applied yet: by the table that will decide for the case
 * (materials.dmn of the version in force). It is asked outside of the process engine, so nothing is recorded of it.
 */
@Component
public class ItemMaterials {

    private final DmnEngine engine = new DefaultDmnEngineConfiguration()
            .feelEngineFactory(ParsedFeel::new)
            .buildEngine();
    private final PerVersion<MaterialsTable> tables;
    private final PerVersion<Set<String>> options;
    private final KnownSituations known = new KnownSituations();

    ItemMaterials(PublishedItems items, ObjectMapper json) {
        this.tables = new PerVersion<>(entry -> MaterialsTable.read(
                engine, "materials_" + entry.item().code(), text(items, entry, ItemFiles.MATERIALS)));
        this.options = new PerVersion<>(entry -> options(entry.item(), text(items, entry, ItemFiles.SITUATION), json));
    }

    private static String text(PublishedItems items, Catalog.Entry entry, String file) {
        return items.files(entry.publication()).texts().get(file);
    }

    /** What an applicant may choose from. */
    private static Set<String> options(ServiceItem item, String situation, ObjectMapper json) {
        try {
            var ofTheForm = json.readTree(situation).findValues("values").stream()
                    .flatMap(values -> values.findValuesAsText("value").stream());
            var ofEveryForm = item.serviceObjects().stream().map(ServiceItem.ApplicantType::code);
            return Stream.concat(ofTheForm, ofEveryForm).collect(Collectors.toUnmodifiableSet());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The codes of materials.
     *
     * @param needed those that are needed without a look at the open questions
     * @param undecided those that the open questions decide about
     */
    public record Asked(List<String> needed, List<String> undecided) {}

    /** The fields by whose answers the item's table decides. */
    public List<String> questions(Catalog.Entry entry) {
        return tables.of(entry).questions();
    }

    /**
     * What is asked in a situation.
     *
     * @param answers by field, as the case file would have them; a field that is missing is an open question, while one that
     *     is null was answered with nothing
     */
    public Asked asked(Catalog.Entry entry, Map<String, Object> answers) {
        var table = tables.of(entry);
        var relevant = table.relevant(answers);
        return known.asked(entry.publication(), relevant, options.of(entry), () -> table.asked(engine, relevant));
    }
}
