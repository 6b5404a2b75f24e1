package org.onewindow.factory;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filled-in row. What cannot be read is reported, and a stand-in is given so that the rest of the row is read as well.
 *
 * @param number counted from 1, as the spreadsheet shows it
 * @param cells the texts by heading, without blank ones
 */
record Row(String sheet, int number, Map<String, String> cells, Consumer<Problem> problems) {

    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[\\n；;]\\s*");
    private static final Pattern BASIS = Pattern.compile("《(.+)》\\s*(.+)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** Capitals (LED、KTV) are part of Chinese terms. */
    private static final Pattern FOREIGN_WORD = Pattern.compile("\\p{Ll}{2,}");
    /** As people and spreadsheets write them: 2026-01-01, 2026/1/1, 2026.1.1, 2026年1月1日. */
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    /** Full-width letters, digits and signs as half-width ones: input methods mix them. */
    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    void refuse(Column column, String message) {
        refuse(Optional.of(column), message);
    }

    /** @param column empty where the fault is not of a single cell */
    void refuse(Optional<Column> column, String message) {
        problems.accept(new Problem(sheet, number, column.map(Column::heading).orElse(""), message));
    }

    Optional<String> optional(Column column) {
        return Optional.ofNullable(cells.get(column.heading()));
    }

    /** The text; empty, and reported, where a required one is missing. */
    String text(Column column) {
        var text = optional(column);
        if (text.isEmpty() && column.required()) {
            refuse(column, "没有填写，请填写" + (column.note().isEmpty() ? "" : "（" + column.note() + "）") + "。");
        }
        return text.orElse("");
    }

    /** A code of lower-case words and hyphens. */
    String kebab(Column column) {
        var code = text(column);
        if (!code.isEmpty() && !KEBAB.matcher(code).matches()) {
            refuse(column, "“" + code + "”应为小写英文词，用连字符连接，如 public-health-permit。");
        }
        return code;
    }

    /** A name that clerks and approvers read in the diagram. */
    String chinese(Column column, String name) {
        if (!name.isEmpty()
                && (!CHINESE.matcher(name).find() || FOREIGN_WORD.matcher(name).find())) {
            refuse(column, "“" + name + "”应为中文名称，请改用中文。");
        }
        return name;
    }

    Optional<String> choice(Column column) {
        var text = text(column);
        return text.isEmpty() ? Optional.empty() : choice(column, text);
    }

    private Optional<String> choice(Column column, String text) {
        var code = column.code(text);
        if (code.isEmpty()) {
            refuse(
                    column,
                    "不认识“" + text + "”，请从“" + String.join("、", column.choices().keySet()) + "”中选择。");
        }
        return code;
    }

    List<String> choices(Column column) {
        text(column);
        return lines(column).stream()
                .flatMap(line -> Arrays.stream(line.split("[、，,]", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> choice(column, text).stream())
                .distinct()
                .toList();
    }

    boolean flag(Column column) {
        return choice(column).filter("true"::equals).isPresent();
    }

    /** The values of a cell that holds several. */
    List<String> lines(Column column) {
        return optional(column).stream()
                .flatMap(SEPARATOR::splitAsStream)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    Optional<Integer> integer(Column column, int least, int most) {
        var text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // a cell with a number format shows 10.00 or 1,000
        var digits = narrow(text).replace(",", "").replaceFirst("\\.0+$", "");
        if (digits.matches("[0-9]{1,7}")) {
            int value = Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return Optional.of(value);
            }
        }
        refuse(column, "“" + text + "”应为 " + least + " 至 " + most + " 的整数。");
        return Optional.empty();
    }

    Optional<LocalDate> date(Column column) {
        var text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var date = DATE.matcher(narrow(text));
        try {
            if (date.matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3))));
            }
        } catch (DateTimeException e) {
            // told like any other text that is no date
        }
        refuse(column, "“" + text + "”应为存在的日期，如 2026-01-01。");
        return Optional.empty();
    }

    /** A document and its article: 《…》第…条. */
    Optional<Matcher> basis(Column column, String text) {
        var basis = BASIS.matcher(text);
        if (basis.matches()) {
            return Optional.of(basis);
        }
        refuse(column, "“" + text + "”应为书名号加条款，如 《公共场所卫生管理条例》第四条。");
        return Optional.empty();
    }

    /** A pair written {@code left=right}; empty and reported if it is none. */
    Optional<Map.Entry<String, String>> pair(Column column, String text, String example) {
        int equals = text.replace('＝', '=').indexOf('=');
        if (equals > 0 && equals < text.length() - 1) {
            return Optional.of(Map.entry(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip()));
        }
        refuse(column, "“" + text + "”应写成“" + example + "”，等号两边都要有。");
        return Optional.empty();
    }
}
