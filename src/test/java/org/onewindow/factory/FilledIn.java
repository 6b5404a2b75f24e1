package org.onewindow.factory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.catalog.lint.ItemLint;
import org.onewindow.organization.OrganizationFile;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A workbook as a person fills it in: the template's example, and changes to it. */
public final class FilledIn {

    /** The example's item. */
    static final String EXAMPLE = "food-business-permit";

    private final Map<ManualSheet, List<Map<Column, String>>> rows = new LinkedHashMap<>();

    private FilledIn() {}

    /** The factory with the shipped organisation, forms and stages. */
    public static ItemFactory factory(Path items, boolean replace) {
        var resources = new PathMatchingResourcePatternResolver();
        try {
            var organization = OrganizationFile.read(resources.getResource(OrganizationFile.DEFAULT_LOCATION));
            return new ItemFactory(items, replace, organization, new ItemLint(organization, resources));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FilledIn example() {
        return new FilledIn().addExample(EXAMPLE);
    }

    static FilledIn nothing() {
        return new FilledIn();
    }

    /** The example as an item of each archetype. */
    static FilledIn everyArchetype() {
        var workbook = new FilledIn();
        for (var archetype : Archetype.values()) {
            workbook.addArchetype(archetype.code() + "-sample", archetype.label());
        }
        return workbook;
    }

    /** The example under another code and with another archetype. */
    FilledIn addArchetype(String code, String archetype) {
        addExample(code).set(ManualSheet.ARCHETYPE, archetype);
        return switch (archetype) {
            case "即办" -> set(ManualSheet.KIND, "即办件");
            case "公示" -> set(ManualSheet.PUBLICATION_DAYS, "7");
            case "多级" -> set(ManualSheet.PARTNERS, "社区初审=所在街镇\n街道审核=所在街镇");
            case "联办" ->
                set(ManualSheet.PARTNERS, "规划核实=natural-resources；消防验收=housing-construction；人防验收=civil-defense");
            default -> this;
        };
    }

    FilledIn addExample(String code) {
        ManualExample.rows()
                .forEach((sheet, given) -> given.forEach(row -> {
                    var copy = new LinkedHashMap<>(row);
                    copy.put(ManualSheet.ITEM, code);
                    rows.computeIfAbsent(sheet, s -> new ArrayList<>()).add(copy);
                }));
        return this;
    }

    /** Changes the last item. */
    FilledIn set(Column column, String value) {
        var items = rows.get(ManualSheet.ITEMS);
        items.get(items.size() - 1).put(column, value);
        return this;
    }

    /** @param row counted from 2, as the spreadsheet shows it */
    FilledIn set(ManualSheet sheet, int row, Column column, String value) {
        rows.get(sheet).get(row - 2).put(column, value);
        return this;
    }

    FilledIn add(ManualSheet sheet, String... values) {
        var row = new LinkedHashMap<Column, String>();
        for (int i = 0; i < values.length; i++) {
            row.put(sheet.columns().get(i), values[i]);
        }
        rows.computeIfAbsent(sheet, s -> new ArrayList<>()).add(row);
        return this;
    }

    FilledIn clear(ManualSheet sheet) {
        rows.put(sheet, new ArrayList<>());
        return this;
    }

    Path saveIn(Path folder) throws IOException {
        var file = folder.resolve("items.xlsx");
        try (var target = Files.newOutputStream(file)) {
            ManualTemplate.write(rows, target);
        }
        return file;
    }
}
