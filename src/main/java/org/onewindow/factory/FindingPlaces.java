package org.onewindow.factory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onewindow.catalog.lint.Finding;

/** Where in the workbook a fault of a generated file comes from. */
final class FindingPlaces {

    private static final Pattern ELEMENT = Pattern.compile("(materials|faq)\\[(\\d+)](?:\\.(.+))?");
    private static final Pattern RULE = Pattern.compile("rule_([a-z0-9-]+)(?:_\\d+)?");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
    private static final Map<String, Column> ITEM_COLUMNS = Map.ofEntries(
            Map.entry("code", ManualSheet.ITEM),
            Map.entry("name", ManualSheet.NAME),
            Map.entry("version", ManualSheet.VERSION),
            Map.entry("type", ManualSheet.TYPE),
            Map.entry("implementationCode", ManualSheet.IMPLEMENTATION_CODE),
            Map.entry("handlingCode", ManualSheet.HANDLING_CODE),
            Map.entry("validFrom", ManualSheet.VALID_FROM),
            Map.entry("validTo", ManualSheet.VALID_TO),
            Map.entry("kind", ManualSheet.KIND),
            Map.entry("department", ManualSheet.DEPARTMENT),
            Map.entry("windowClass", ManualSheet.WINDOW_CLASS),
            Map.entry("serviceObjects", ManualSheet.OBJECTS),
            Map.entry("basis", ManualSheet.BASIS),
            Map.entry("conditions", ManualSheet.CONDITIONS),
            Map.entry("limits.statutoryDays", ManualSheet.STATUTORY),
            Map.entry("limits.promisedDays", ManualSheet.PROMISED),
            Map.entry("fees", ManualSheet.FEES),
            Map.entry("process", ManualSheet.ARCHETYPE),
            Map.entry("process.steps", ManualSheet.PARTNERS),
            Map.entry("result.name", ManualSheet.RESULT),
            Map.entry("result.number", ManualSheet.RESULT_NUMBER),
            Map.entry("result.refusalName", ManualSheet.REFUSAL),
            Map.entry("result.refusalNumber", ManualSheet.REFUSAL_NUMBER),
            Map.entry("contact.place", ManualSheet.PLACE),
            Map.entry("contact.phone", ManualSheet.PHONE),
            Map.entry("contact.hours", ManualSheet.HOURS),
            Map.entry("contact.complaints", ManualSheet.COMPLAINTS));
    private static final Map<String, Column> MATERIAL_COLUMNS = Map.of(
            "code", ManualSheet.MATERIAL,
            "name", ManualSheet.MATERIAL_NAME,
            "basis", ManualSheet.MATERIAL_BASIS,
            "necessity", ManualSheet.NECESSITY,
            "when", ManualSheet.WHEN,
            "copies", ManualSheet.COPIES,
            "standard", ManualSheet.STANDARD,
            "fillingNotes", ManualSheet.FILLING_NOTES);
    private static final Map<String, Column> FAQ_COLUMNS =
            Map.of("question", ManualSheet.FAQ_QUESTION, "answer", ManualSheet.ANSWER);

    private FindingPlaces() {}

    /** Reports the finding where the item's designer wrote what it is about; at least in the item's row. */
    static void report(Finding finding, Item item) {
        var message = finding.why() + finding.remedy();
        var element = ELEMENT.matcher(finding.place());
        if (element.matches()) {
            int index = Integer.parseInt(element.group(2));
            boolean material = element.group(1).equals("materials");
            var row = material
                    ? item.materials().get(index).row()
                    : item.faq().get(index).row();
            var columns = material ? MATERIAL_COLUMNS : FAQ_COLUMNS;
            row.refuse(column(columns, element.group(3)), message);
            return;
        }
        var row = Stream.concat(material(item, finding.place()), question(item, finding.place()))
                .findFirst();
        if (row.isPresent()) {
            row.get().refuse(Optional.empty(), message);
        } else {
            item.row().refuse(column(ITEM_COLUMNS, finding.place()), message);
        }
    }

    private static Stream<Row> material(Item item, String rule) {
        var found = RULE.matcher(rule);
        return found.matches()
                ? item.materials().stream()
                        .filter(line -> line.code().equals(found.group(1)))
                        .map(Item.MaterialLine::row)
                : Stream.empty();
    }

    private static Stream<Row> question(Item item, String key) {
        return item.questions().stream()
                .filter(question -> question.key().equals(key))
                .map(Item.Question::row);
    }

    /** The column of a key of the page, or of what it belongs to. */
    private static Optional<Column> column(Map<String, Column> columns, String key) {
        if (key == null) {
            return Optional.empty();
        }
        var plain = INDEX.matcher(key).replaceAll("");
        return List.of(plain, plain.replaceFirst("\\..*", "")).stream()
                .flatMap(place -> Optional.ofNullable(columns.get(place)).stream())
                .findFirst();
    }
}
