package org.onewindow.factory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onewindow.catalog.ProcessOutline.HandledBy;
import org.onewindow.factory.Archetype.Partner;

/** Reads a row of the sheet 事项 into the fields of {@code item.yaml} and what the process is drawn from. */
final class ItemPageReader {

    private static final int IMPLEMENTATION_CODE = 31;
    private static final int HANDLING_CODE = 33;
    private static final int MOST_PARTNERS = 6;
    /** Two lines in a shape of the diagram; a third would run into its icon. */
    private static final int LONGEST_STEP = 16;

    private static final int DAYS = 1000;
    private static final Pattern VERSION_FORM = Pattern.compile("\\d+(\\.\\d+)*");

    private final Row row;
    private final String code;
    private final String name;
    private final String kind;
    private final String windowClass;
    private final ProcessPlan plan;
    private final List<PageText.Inline> basis;

    ItemPageReader(Row row) {
        this.row = row;
        this.code = row.kebab(ManualSheet.ITEM);
        this.name = row.chinese(ManualSheet.NAME, row.text(ManualSheet.NAME));
        this.kind = row.choice(ManualSheet.KIND).orElse("");
        this.windowClass = row.choice(ManualSheet.WINDOW_CLASS).orElse("");
        this.basis = basis();
        this.plan = readPlan();
    }

    String windowClass() {
        return windowClass;
    }

    ProcessPlan plan() {
        return plan;
    }

    private List<PageText.Inline> basis() {
        row.text(ManualSheet.BASIS);
        return row.lines(ManualSheet.BASIS).stream()
                .flatMap(line -> basis(row, ManualSheet.BASIS, line).stream())
                .toList();
    }

    static Optional<PageText.Inline> basis(Row row, Column column, String text) {
        return row.basis(column, text).map(found -> {
            var basis = new LinkedHashMap<String, Object>();
            basis.put("document", found.group(1));
            basis.put("article", found.group(2));
            return new PageText.Inline(basis);
        });
    }

    private ProcessPlan readPlan() {
        var archetype = row.choice(ManualSheet.ARCHETYPE).map(Archetype::of);
        archetype.ifPresent(chosen -> {
            if ((chosen == Archetype.INSTANT) != kind.equals("instant") && !kind.isEmpty()) {
                row.refuse(ManualSheet.ARCHETYPE, "流程模式为即办的，办件类型应为即办件，反之亦然，请改正其中一项。");
            }
        });
        var partners = partners(archetype);
        var days = row.integer(ManualSheet.PUBLICATION_DAYS, 1, 365);
        if (archetype.filter(Archetype.PUBLICATION::equals).isPresent()
                && row.optional(ManualSheet.PUBLICATION_DAYS).isEmpty()) {
            row.refuse(ManualSheet.PUBLICATION_DAYS, "流程模式为公示的应填写公示天数，如 7。");
        }
        var documentation = String.join("；", row.lines(ManualSheet.BASIS)) + "。";
        return new ProcessPlan(
                code,
                name,
                documentation,
                row.optional(ManualSheet.DEPARTMENT).orElse(""),
                archetype.orElse(Archetype.PROMISED),
                partners,
                new ProcessPlan.Publication(
                        days.orElse(0),
                        row.choice(ManualSheet.PUBLICATION_UNIT)
                                .filter("workingDays"::equals)
                                .isPresent()));
    }

    private List<Partner> partners(Optional<Archetype> archetype) {
        var partners = new ArrayList<Partner>();
        var departments = new HashSet<String>();
        for (var line : row.lines(ManualSheet.PARTNERS)) {
            row.pair(ManualSheet.PARTNERS, line, "街道审核=shaoxianlu-office").ifPresent(pair -> {
                var step = row.chinese(ManualSheet.PARTNERS, pair.getKey());
                boolean isDistrict = pair.getValue().equals(HandledBy.DISTRICT.label())
                        && archetype.filter(Archetype.LEVELS::equals).isPresent();
                var department = isDistrict ? Partner.DISTRICT : Row.narrow(pair.getValue());
                if (step.length() > LONGEST_STEP) {
                    row.refuse(ManualSheet.PARTNERS, "环节名称“" + step + "”最多" + LONGEST_STEP + "字，请缩短。");
                }
                if (!isDistrict && !Row.KEBAB.matcher(department).matches()) {
                    row.refuse(
                            ManualSheet.PARTNERS,
                            "“" + department + "”应为机构名录中的部门编号，如 shaoxianlu-office；多级的也可以写“所在街镇”。");
                } else if (!departments.add(department)
                        && archetype.filter(Archetype.JOINT::equals).isPresent()) {
                    row.refuse(ManualSheet.PARTNERS, "“" + department + "”重复，同一部门只会办一次，请删去一项。");
                }
                partners.add(new Partner(step, department));
            });
        }
        int least = archetype
                .map(a -> a == Archetype.JOINT ? 2 : a == Archetype.LEVELS ? 1 : 0)
                .orElse(0);
        int given = row.lines(ManualSheet.PARTNERS).size();
        if (given < least || given > MOST_PARTNERS) {
            row.refuse(
                    ManualSheet.PARTNERS, "应有 " + least + " 至 " + MOST_PARTNERS + " 项，每行一项，如 街道审核=shaoxianlu-office。");
        } else if (given > 0 && archetype.filter(a -> !a.hasPartners()).isPresent()) {
            row.refuse(ManualSheet.PARTNERS, "只有多级、联办的事项有参与部门，请清空或者改变流程模式。");
        }
        return partners;
    }

    /** The fields in the order of the page. */
    Map<String, Object> fields() {
        var page = new LinkedHashMap<String, Object>();
        page.put("code", code);
        page.put("name", name);
        page.put("version", version());
        page.put("type", row.choice(ManualSheet.TYPE).orElse(""));
        codes(page);
        validity(page);
        page.put("kind", kind);
        page.put("department", row.kebab(ManualSheet.DEPARTMENT));
        page.put("windowClass", windowClass);
        page.put("serviceObjects", new PageText.Inline(row.choices(ManualSheet.OBJECTS)));
        page.put("basis", basis);
        row.text(ManualSheet.CONDITIONS);
        page.put("conditions", row.lines(ManualSheet.CONDITIONS));
        page.put("limits", limits());
        page.put("fees", fees());
        var process = new LinkedHashMap<String, Object>();
        process.put("archetype", plan.archetype().code());
        if (plan.startsInDistrict()) {
            process.put("handledBy", HandledBy.DISTRICT.code());
        }
        process.put("steps", new PageText.Inline(plan.archetype().steps(plan.partners())));
        page.put("process", process);
        page.put("result", result());
        put(page, "visits", row.integer(ManualSheet.VISITS, 0, 99));
        put(page, "coverage", row.choice(ManualSheet.COVERAGE).map(Integer::valueOf));
        put(page, "onlineDepth", row.choice(ManualSheet.ONLINE_DEPTH).map(Integer::valueOf));
        page.put("fourWays", new PageText.Inline(row.choices(ManualSheet.FOUR_WAYS)));
        var contact = new LinkedHashMap<String, Object>();
        contact.put("place", row.text(ManualSheet.PLACE));
        contact.put("phone", row.text(ManualSheet.PHONE));
        contact.put("hours", row.text(ManualSheet.HOURS));
        contact.put("complaints", row.text(ManualSheet.COMPLAINTS));
        page.put("contact", contact);
        return page;
    }

    private String version() {
        var version = Row.narrow(row.text(ManualSheet.VERSION));
        if (!version.isEmpty() && !VERSION_FORM.matcher(version).matches()) {
            row.refuse(ManualSheet.VERSION, "“" + version + "”应为年份和序号，如 2026.1。");
        }
        return version;
    }

    private void codes(Map<String, Object> page) {
        var implementation = row.optional(ManualSheet.IMPLEMENTATION_CODE);
        var handling = row.optional(ManualSheet.HANDLING_CODE);
        checkCode(ManualSheet.IMPLEMENTATION_CODE, implementation, IMPLEMENTATION_CODE);
        checkCode(ManualSheet.HANDLING_CODE, handling, HANDLING_CODE);
        if (implementation.isPresent()
                && handling.filter(h -> !h.startsWith(implementation.get())).isPresent()) {
            row.refuse(ManualSheet.HANDLING_CODE, "应以实施编码开头，再加2位，请核对。");
        }
        put(page, "implementationCode", implementation);
        put(page, "handlingCode", handling);
    }

    private void checkCode(Column column, Optional<String> code, int length) {
        code.filter(c -> !c.matches("[0-9A-Z]{" + length + "}"))
                .ifPresent(c -> row.refuse(column, "应为" + length + "位数字和大写字母，现为“" + c + "”；请把单元格设为文本格式后重新填写。"));
    }

    private void validity(Map<String, Object> page) {
        var from = row.date(ManualSheet.VALID_FROM);
        var to = row.date(ManualSheet.VALID_TO);
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            row.refuse(ManualSheet.VALID_TO, "早于启用日期" + from.get() + "，请改正。");
        }
        put(page, "validFrom", from);
        put(page, "validTo", to);
    }

    private Map<String, Object> limits() {
        var statutory = row.integer(ManualSheet.STATUTORY, 0, DAYS);
        var promised = row.integer(ManualSheet.PROMISED, 0, DAYS);
        if (statutory.isPresent()
                && promised.filter(days -> days > statutory.get()).isPresent()) {
            row.refuse(ManualSheet.PROMISED, "超过法定时限" + statutory.get() + "，请改为不超过法定时限的日数。");
        }
        var limits = new LinkedHashMap<String, Object>();
        put(limits, "statutoryDays", statutory);
        put(limits, "promisedDays", promised);
        limits.put("unit", row.choice(ManualSheet.UNIT).orElse("workingDays"));
        limits.put("clockStart", row.choice(ManualSheet.CLOCK_START).orElse("acceptance"));
        put(limits, "extensionDays", row.integer(ManualSheet.EXTENSION, 0, DAYS));
        put(limits, "correctionDays", row.integer(ManualSheet.CORRECTION, 1, DAYS));
        return limits;
    }

    private List<Map<String, Object>> fees() {
        var fees = new ArrayList<Map<String, Object>>();
        for (var line : row.lines(ManualSheet.FEES)) {
            var parts = line.split("[|｜]", -1);
            if (parts.length != 3) {
                row.refuse(ManualSheet.FEES, "“" + line + "”应为 名称|标准|《依据》条款；不收费的请清空。");
                continue;
            }
            basis(row, ManualSheet.FEES, parts[2].strip()).ifPresent(basis -> {
                var fee = new LinkedHashMap<String, Object>();
                fee.put("name", parts[0].strip());
                fee.put("standard", parts[1].strip());
                fee.put("basis", basis);
                fees.add(fee);
            });
        }
        return fees;
    }

    private Map<String, Object> result() {
        var result = new LinkedHashMap<String, Object>();
        result.put("name", row.text(ManualSheet.RESULT));
        result.put("number", row.text(ManualSheet.RESULT_NUMBER));
        put(result, "validYears", row.integer(ManualSheet.RESULT_YEARS, 1, 100));
        result.put("refusalName", row.text(ManualSheet.REFUSAL));
        result.put("refusalNumber", row.text(ManualSheet.REFUSAL_NUMBER));
        put(result, "kind", row.choice(ManualSheet.RESULT_KIND));
        return result;
    }

    static void put(Map<String, Object> page, String field, Optional<?> value) {
        value.ifPresent(given -> page.put(field, given));
    }
}
