package org.onewindow.factory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a row of the sheet 材料 into the fields of a material of {@code item.yaml}. */
record MaterialPageReader(Row row) {

    Map<String, Object> fields(String code, String name, String necessity, Optional<String> when) {
        var page = new LinkedHashMap<String, Object>();
        page.put("code", code);
        page.put("name", name);
        var basis = row.text(ManualSheet.MATERIAL_BASIS);
        if (!basis.isEmpty()) {
            ItemPageReader.put(page, "basis", ItemPageReader.basis(row, ManualSheet.MATERIAL_BASIS, basis));
        }
        page.put("necessity", necessity);
        ItemPageReader.put(page, "when", when);
        page.put("form", row.choice(ManualSheet.FORM).orElse(""));
        ItemPageReader.put(page, "copies", row.integer(ManualSheet.COPIES, 1, 99));
        page.put("original", row.choice(ManualSheet.ORIGINAL).orElse(""));
        page.put("signature", row.flag(ManualSheet.SIGNATURE));
        page.put("seal", row.flag(ManualSheet.SEAL));
        page.put("standard", row.text(ManualSheet.STANDARD));
        page.put("source", row.choice(ManualSheet.SOURCE).orElse(""));
        ItemPageReader.put(page, "fillingNotes", row.optional(ManualSheet.FILLING_NOTES));
        ItemPageReader.put(page, "blankForm", row.optional(ManualSheet.BLANK_FORM));
        ItemPageReader.put(page, "sample", row.optional(ManualSheet.SAMPLE));
        if (row.flag(ManualSheet.SENSITIVE)) {
            page.put("sensitive", true);
        }
        return page;
    }
}
