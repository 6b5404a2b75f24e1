package org.onewindow.catalog.lint;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.onewindow.catalog.YamlNode;

/** The promise is within the law, and the item's validity does not end before it begins. */
final class LimitsAndDates implements Check {

    @Override
    public void check(LintedItem item, Findings findings) {
        var limits = item.root().get("limits");
        checkPromise(limits, findings);
        checkChoice(limits.get("unit"), "时限单位", List.of("workingDays", "calendarDays"), findings);
        checkChoice(limits.get("clockStart"), "时限起算", List.of("acceptance", "receipt"), findings);
        checkValidity(item.root(), findings);
    }

    private static void checkPromise(YamlNode limits, Findings findings) {
        var statutory = limits.get("statutoryDays").integer();
        var promised = limits.get("promisedDays").integer();
        if (statutory.isPresent() && promised.isPresent() && promised.getAsInt() > statutory.getAsInt()) {
            findings.page(
                    LintRule.PROMISE_WITHIN_STATUTE,
                    limits.get("promisedDays"),
                    "承诺时限" + promised.getAsInt() + "日超过法定时限" + statutory.getAsInt() + "日。",
                    "承诺时限应不超过法定时限。");
        }
    }

    private static void checkChoice(YamlNode value, String what, List<String> known, Findings findings) {
        value.text()
                .filter(text -> !known.contains(text))
                .ifPresent(text -> findings.page(
                        LintRule.LIMITS,
                        value,
                        what + "没有“" + text + "”这个值。",
                        "请从中选择：" + String.join("、", known) + "。"));
    }

    private static void checkValidity(YamlNode root, Findings findings) {
        var from = date(root.get("validFrom"));
        var to = date(root.get("validTo"));
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            findings.page(
                    LintRule.VALIDITY,
                    root.get("validTo"),
                    "停用日期" + to.get() + "早于启用日期" + from.get() + "，这一版永远收不到件。",
                    "请核对两个日期。");
        }
    }

    private static Optional<LocalDate> date(YamlNode value) {
        try {
            return value.text().map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // reported by the page's structure
        }
    }
}
