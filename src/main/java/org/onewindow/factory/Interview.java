package org.onewindow.factory;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks about one item on the terminal, column by column, and fills a workbook with the answers. */
public final class Interview {

    private static final Set<Column> NEEDED_WHERE_THEY_APPLY =
            Set.of(ManualSheet.PARTNERS, ManualSheet.PUBLICATION_DAYS, ManualSheet.WHEN, ManualSheet.OPTIONS);

    private final BufferedReader answers;
    private final Writer questions;
    private final Map<ManualSheet, List<Map<Column, String>>> rows = new LinkedHashMap<>();
    private String item = "";

    public Interview(BufferedReader answers, Writer questions) {
        this.answers = answers;
        this.questions = questions;
        ManualSheet.ALL.forEach(sheet -> rows.put(sheet, new ArrayList<>()));
    }

    /**
     * Asks everything and writes the workbook.
     *
     * @throws EOFException if the answers end before the questions
     */
    public void fill(Path workbook) throws IOException {
        say("多项的用；分开；选填的可以直接回车。");
        var page = new LinkedHashMap<Column, String>();
        for (var column : ManualSheet.ITEMS.columns()) {
            if (applies(column, page)) {
                page.put(column, ask(column));
            }
        }
        rows.get(ManualSheet.ITEMS).add(page);
        item = page.get(ManualSheet.ITEM);
        askRows(ManualSheet.QUESTIONS, "申请表上的问题");
        askRows(ManualSheet.MATERIALS, "材料");
        askRows(ManualSheet.FAQ, "常见问题");
        try (var target = Files.newOutputStream(workbook)) {
            ManualTemplate.write(rows, target);
        }
    }

    private void askRows(ManualSheet sheet, String what) throws IOException {
        var columns = sheet.columns().subList(1, sheet.columns().size());
        for (int number = 1; ; number++) {
            say("— 第" + number + "项" + what + "（直接回车结束）—");
            var row = new LinkedHashMap<Column, String>();
            row.put(ManualSheet.ITEM, item);
            var first = ask(columns.get(0), false);
            if (first.isEmpty()) {
                return;
            }
            row.put(columns.get(0), first);
            for (var column : columns.subList(1, columns.size())) {
                if (applies(column, row)) {
                    row.put(column, ask(column));
                }
            }
            rows.get(sheet).add(row);
            askConditions(row);
        }
    }

    private void askConditions(Map<Column, String> material) throws IOException {
        if (!isChosen(ManualSheet.NECESSITY, "conditional", material)) {
            return;
        }
        for (var text = ask(ManualSheet.CONDITION, true); !text.isEmpty(); text = ask(ManualSheet.CONDITION, false)) {
            var condition = new LinkedHashMap<Column, String>();
            condition.put(ManualSheet.ITEM, item);
            condition.put(ManualSheet.MATERIAL, material.get(ManualSheet.MATERIAL));
            condition.put(ManualSheet.CONDITION, text);
            rows.get(ManualSheet.MATERIAL_CONDITIONS).add(condition);
            say("另一种需要它的情形（直接回车结束）：");
        }
    }

    /** Whether a column is of interest after the answers so far. */
    private static boolean applies(Column column, Map<Column, String> given) {
        if (column.equals(ManualSheet.PARTNERS)) {
            return isChosen(ManualSheet.ARCHETYPE, "levels", given) || isChosen(ManualSheet.ARCHETYPE, "joint", given);
        }
        if (column.equals(ManualSheet.PUBLICATION_DAYS) || column.equals(ManualSheet.PUBLICATION_UNIT)) {
            return isChosen(ManualSheet.ARCHETYPE, "publication", given);
        }
        if (column.equals(ManualSheet.WHEN)) {
            return isChosen(ManualSheet.NECESSITY, "conditional", given);
        }
        if (column.equals(ManualSheet.OPTIONS)) {
            return isChosen(ManualSheet.QUESTION_TYPE, "select", given)
                    || isChosen(ManualSheet.QUESTION_TYPE, "radio", given);
        }
        return true;
    }

    private static boolean isChosen(Column column, String code, Map<Column, String> given) {
        return column.code(given.getOrDefault(column, "")).filter(code::equals).isPresent();
    }

    private String ask(Column column) throws IOException {
        return ask(column, column.required() || NEEDED_WHERE_THEY_APPLY.contains(column));
    }

    private String ask(Column column, boolean needed) throws IOException {
        Set<String> choices = column.choices().keySet();
        var note = choices.isEmpty() ? column.note() : String.join("、", choices);
        var hint = Stream.of(needed ? "" : "选填", note)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("，"));
        while (true) {
            questions.write(column.heading() + (hint.isEmpty() ? "" : "（" + hint + "）") + "：");
            questions.flush();
            var line = answers.readLine();
            if (line == null) {
                throw new EOFException();
            }
            var answer = line.strip();
            boolean known =
                    choices.isEmpty() || column.several() || column.code(answer).isPresent();
            if (answer.isEmpty() ? !needed : known) {
                return answer;
            }
            say(answer.isEmpty() ? "请填写。" : "请从上面的值中选择。");
        }
    }

    private void say(String line) throws IOException {
        questions.write(line + "\n");
        questions.flush();
    }
}
