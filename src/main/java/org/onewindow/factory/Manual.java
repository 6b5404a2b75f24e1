package org.onewindow.factory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onewindow.catalog.lint.Wording;
import org.onewindow.factory.Item.Comparison;
import org.onewindow.factory.Item.Condition;
import org.onewindow.factory.Item.FaqLine;
import org.onewindow.factory.Item.MaterialLine;
import org.onewindow.factory.Item.Question;

/** Puts the rows of the workbook's sheets together to items. */
final class Manual {

    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");
    private static final Pattern TITLE = Pattern.compile("《[^》]*》");
    private static final Pattern AND = Pattern.compile("\\s*(?:并且|且|&&)\\s*");
    private static final Pattern OR = Pattern.compile("(或者?|\\|\\|)\\s*[A-Za-z][A-Za-z0-9]*\\s*[=<>!≠≥≤]");
    private static final Pattern COMPARISON =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s*(>=|<=|!=|==|<>|≥|≤|≠|=|>|<)\\s*(.+)");
    private static final Map<String, String> OPERATORS = Map.of("≥", ">=", "≤", "<=", "≠", "!=", "<>", "!=", "==", "=");
    /** The questions of every application form; an item's own must not hide them. */
    private static final List<String> COMMON = List.of(
            "applicantType",
            "applicantName",
            "idNumber",
            "creditCode",
            "legalRepresentative",
            "contactName",
            "contactPhone",
            "address",
            "district",
            "hasAgent",
            "agentName",
            "agentIdNumber",
            "agentPhone");

    private static final int LONGEST_TEXT = 200;
    private static final int LARGEST_NUMBER = 1_000_000;

    private final Map<ManualSheet, Map<String, List<Row>>> byItem = new HashMap<>();
    private final List<Row> items;

    private Manual(Map<ManualSheet, List<Row>> sheets) {
        this.items = sheets.get(ManualSheet.ITEMS);
        sheets.forEach((sheet, rows) -> byItem.put(
                sheet,
                rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text(ManualSheet.ITEM), LinkedHashMap::new, Collectors.toList()))));
    }

    static List<Item> items(Map<ManualSheet, List<Row>> sheets) {
        var manual = new Manual(sheets);
        manual.refuseRowsOfUnknownItems();
        manual.refuseRepeated(manual.items, ManualSheet.ITEM, "事项");
        sheets.forEach((sheet, rows) -> rows.forEach(row -> refuseVagueWording(row, sheet.columns())));
        return manual.items.stream().map(manual::item).toList();
    }

    private Item item(Row row) {
        var code = row.optional(ManualSheet.ITEM).orElse("");
        var page = new ItemPageReader(row);
        var materials = rows(ManualSheet.MATERIALS, code);
        if (materials.isEmpty()) {
            row.refuse(ManualSheet.ITEM, "“材料”表中没有这个事项的材料，请至少填写一项。");
        }
        refuseRepeated(materials, ManualSheet.MATERIAL, "材料");
        refuseRepeated(materials, ManualSheet.MATERIAL_NAME, "材料");
        var questions = rows(ManualSheet.QUESTIONS, code);
        refuseRepeated(questions, ManualSheet.KEY, "字段");
        return new Item(
                row,
                page.windowClass(),
                page.plan(),
                page.fields(),
                questions.stream().map(this::question).toList(),
                materials.stream().map(this::material).toList(),
                rows(ManualSheet.FAQ, code).stream().map(this::faq).toList());
    }

    private Question question(Row row) {
        var key = row.text(ManualSheet.KEY);
        if (COMMON.contains(key)) {
            row.refuse(ManualSheet.KEY, "“" + key + "”是每个事项都有的字段，请换一个名称。");
        } else if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            row.refuse(ManualSheet.KEY, "“" + key + "”应为英文字母和数字，首字母小写，如 usesCentralAirConditioning。");
        }
        var type = row.choice(ManualSheet.QUESTION_TYPE).orElse("");
        boolean number = type.equals("number");
        int least = row.integer(ManualSheet.LEAST, 0, LARGEST_NUMBER)
                .orElse(number || !row.flag(ManualSheet.MANDATORY) ? 0 : 2);
        int most = row.integer(ManualSheet.MOST, 0, LARGEST_NUMBER).orElse(number ? LARGEST_NUMBER : LONGEST_TEXT);
        if (least > most) {
            row.refuse(ManualSheet.LEAST, "最小" + least + "大于最大" + most + "，请改正。");
        }
        return new Question(
                row,
                key,
                row.chinese(ManualSheet.QUESTION, row.text(ManualSheet.QUESTION)),
                type,
                options(row, type),
                row.flag(ManualSheet.MANDATORY),
                least,
                most);
    }

    private static Map<String, String> options(Row row, String type) {
        boolean chooses = type.equals("select") || type.equals("radio");
        var options = new LinkedHashMap<String, String>();
        for (var line : row.lines(ManualSheet.OPTIONS)) {
            row.pair(ManualSheet.OPTIONS, line, "yes=是").ifPresent(pair -> {
                var value = Row.narrow(pair.getKey());
                if (!VALUE.matcher(value).matches()) {
                    row.refuse(ManualSheet.OPTIONS, "“" + value + "”应为英文值，如 yes=是。");
                } else if (options.put(value, pair.getValue()) != null) {
                    row.refuse(ManualSheet.OPTIONS, "“" + value + "”重复，请删去一个。");
                }
            });
        }
        if (chooses && row.lines(ManualSheet.OPTIONS).size() < 2) {
            row.refuse(ManualSheet.OPTIONS, "下拉、单选的问题应有至少两个选项，请每行写一项，如 yes=是。");
        } else if (!chooses && !type.isEmpty() && !options.isEmpty()) {
            row.refuse(ManualSheet.OPTIONS, "只有下拉、单选的问题有选项，请清空或者改变类型。");
        }
        return options;
    }

    private MaterialLine material(Row row) {
        var item = row.optional(ManualSheet.ITEM).orElse("");
        var code = row.kebab(ManualSheet.MATERIAL);
        var name = row.text(ManualSheet.MATERIAL_NAME);
        var necessity = row.choice(ManualSheet.NECESSITY).orElse("");
        boolean conditional = necessity.equals("conditional");
        var when = row.optional(ManualSheet.WHEN);
        if (conditional && when.isEmpty()) {
            row.refuse(ManualSheet.WHEN, "特定情形需要的材料应写明情形，如 使用集中空调通风系统的。");
        } else if (!conditional && when.isPresent()) {
            row.refuse(ManualSheet.WHEN, "只有必要性为特定情形的材料才填写，请清空或者改为特定情形。");
        }
        var conditions = rows(ManualSheet.MATERIAL_CONDITIONS, item).stream()
                .filter(r -> r.text(ManualSheet.MATERIAL).equals(code))
                .flatMap(r -> condition(r).stream())
                .toList();
        if (conditional
                && rows(ManualSheet.MATERIAL_CONDITIONS, item).stream()
                        .noneMatch(r -> r.text(ManualSheet.MATERIAL).equals(code))) {
            row.refuse(ManualSheet.NECESSITY, "“条件”表中没有这项材料的条件，请补上一行。");
        } else if (!conditional && !conditions.isEmpty()) {
            row.refuse(ManualSheet.NECESSITY, "“条件”表中有这项材料的条件，请改为特定情形，或者删去条件。");
        }
        var page = new MaterialPageReader(row).fields(code, name, necessity, when);
        return new MaterialLine(row, code, name, conditional ? when.orElse("") : "", page, conditions);
    }

    private static Optional<Condition> condition(Row row) {
        var text = Row.narrow(row.text(ManualSheet.CONDITION));
        var comparisons = new ArrayList<Comparison>();
        if (OR.matcher(text).find()) {
            row.refuse(ManualSheet.CONDITION, "不能用“或”连接，请分成几行，每行一种情形；满足其中一行即需要。");
            return Optional.empty();
        }
        for (var part : AND.split(text)) {
            var comparison = COMPARISON.matcher(part.strip());
            if (!comparison.matches()) {
                if (!text.isEmpty()) {
                    row.refuse(
                            ManualSheet.CONDITION,
                            "“" + part + "”应为字段和值的比较，用“且”连接，如 usesCentralAirConditioning = yes。");
                }
                return Optional.empty();
            }
            var operator = OPERATORS.getOrDefault(comparison.group(2), comparison.group(2));
            var value = comparison.group(3).strip().replaceAll("^[\"“](.*)[\"”]$", "$1");
            comparisons.add(new Comparison(comparison.group(1), operator, value));
        }
        return Optional.of(new Condition(row, comparisons));
    }

    private FaqLine faq(Row row) {
        var page = new LinkedHashMap<String, Object>();
        page.put("question", row.text(ManualSheet.FAQ_QUESTION));
        page.put("answer", row.text(ManualSheet.ANSWER));
        return new FaqLine(row, page);
    }

    private List<Row> rows(ManualSheet sheet, String item) {
        return byItem.get(sheet).getOrDefault(item, List.of());
    }

    private void refuseRowsOfUnknownItems() {
        var known = byItem.get(ManualSheet.ITEMS);
        byItem.forEach((sheet, rowsOf) -> rowsOf.forEach((item, rows) -> {
            if (!item.isEmpty() && !known.containsKey(item)) {
                rows.forEach(row -> row.refuse(ManualSheet.ITEM, "“事项”表中没有“" + item + "”，请改正编号或者补上事项。"));
            }
        }));
        byItem.get(ManualSheet.MATERIAL_CONDITIONS).forEach((item, rows) -> {
            var materials = rows(ManualSheet.MATERIALS, item).stream()
                    .flatMap(row -> row.optional(ManualSheet.MATERIAL).stream())
                    .toList();
            rows.stream()
                    .filter(row -> known.containsKey(item) && !materials.contains(row.text(ManualSheet.MATERIAL)))
                    .forEach(row -> row.refuse(ManualSheet.MATERIAL, "“材料”表中这个事项没有这项材料，请改正编号或者补上材料。"));
        });
    }

    private static void refuseVagueWording(Row row, List<Column> columns) {
        for (var column : columns) {
            if (!column.choices().isEmpty()) {
                continue; // no words of the designer's own
            }
            row.lines(column).stream()
                    .map(line -> TITLE.matcher(line).replaceAll("")) // a document is called what it is called
                    .flatMap(line -> Wording.fault(line).stream())
                    .forEach(fault -> row.refuse(column, fault));
        }
    }

    private void refuseRepeated(List<Row> rows, Column column, String what) {
        rows.stream()
                .filter(row -> row.optional(column).isPresent())
                .collect(Collectors.groupingBy(
                        row -> row.optional(column).orElseThrow(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> same.stream()
                        .skip(1)
                        .forEach(row ->
                                row.refuse(column, what + "与第" + same.get(0).number() + "行重复，请改名或者删去一行。")));
    }

    static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
