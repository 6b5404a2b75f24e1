package org.onewindow.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.PerVersion;
import org.onewindow.catalog.PublishedItems;
import org.springframework.stereotype.Component;

/**
 * Which materials an item asks of somebody who has not applied yet: by the table that will decide for the case
 * (materials.dmn of the version in force). It is asked outside of the process engine, so nothing is recorded of it.
 */
@Component
public class ItemMaterials {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final PerVersion<MaterialsTable> tables;

    ItemMaterials(PublishedItems items) {
        this.tables = new PerVersion<>(entry -> MaterialsTable.read(
                engine,
                "materials_" + entry.item().code(),
                items.files(entry.publication()).texts().get(ItemFiles.MATERIALS)));
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
        return tables.of(entry).asked(engine, answers);
    }
}
