package org.onewindow.factory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the workbook that items are filled into: headings, lists to choose from, notes, and a worked example. */
public final class ManualTemplate {

    private static final int LAST_ROW = 10_000;
    private static final int CHARACTER = 256;
    private static final int WIDTH = 22 * CHARACTER;
    /** Spreadsheets show no more of a note beside a cell. */
    private static final int LONGEST_NOTE = 250;

    private final XSSFWorkbook workbook;
    private final CellStyle heading;
    private final CellStyle requiredHeading;
    private final CellStyle text;

    private ManualTemplate(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.heading = heading(IndexedColors.GREY_25_PERCENT);
        this.requiredHeading = heading(IndexedColors.LIGHT_YELLOW);
        this.text = workbook.createCellStyle();
        // texts only: a spreadsheet would round a code of 31 digits and turn versions into dates
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setWrapText(true);
        text.setVerticalAlignment(VerticalAlignment.TOP);
    }

    public static void write(OutputStream target) throws IOException {
        write(ManualExample.rows(), target);
    }

    static void write(Map<ManualSheet, List<Map<Column, String>>> rows, OutputStream target) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var template = new ManualTemplate(workbook);
            for (var sheet : ManualSheet.ALL) {
                template.addSheet(sheet, rows.getOrDefault(sheet, List.of()));
            }
            template.addNotes();
            workbook.write(target);
        }
    }

    private void addSheet(ManualSheet known, List<Map<Column, String>> rows) {
        var sheet = workbook.createSheet(known.name());
        sheet.createFreezePane(2, 1);
        var headings = sheet.createRow(0);
        for (int i = 0; i < known.columns().size(); i++) {
            var column = known.columns().get(i);
            var cell = headings.createCell(i);
            cell.setCellValue(column.heading());
            cell.setCellStyle(column.required() ? requiredHeading : heading);
            sheet.setColumnWidth(i, WIDTH);
            sheet.setDefaultColumnStyle(i, text);
            addNote(sheet, column, i);
        }
        for (var values : rows) {
            var row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < known.columns().size(); i++) {
                put(row, i, values.getOrDefault(known.columns().get(i), ""));
            }
        }
    }

    private void addNote(Sheet sheet, Column column, int index) {
        var helper = sheet.getDataValidationHelper();
        boolean chooses = !column.choices().isEmpty() && !column.several();
        var constraint = chooses
                ? helper.createExplicitListConstraint(column.choices().keySet().toArray(String[]::new))
                : helper.createCustomConstraint("TRUE");
        var validation = helper.createValidation(constraint, new CellRangeAddressList(1, LAST_ROW, index, index));
        if (chooses) {
            validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
            validation.createErrorBox(column.heading(), "请从列表中选择。");
            validation.setShowErrorBox(true);
        }
        var note = (column.required() ? "必填。" : "选填。") + column.note();
        validation.createPromptBox(column.heading(), note.substring(0, Math.min(note.length(), LONGEST_NOTE)));
        validation.setShowPromptBox(true);
        sheet.addValidationData(validation);
    }

    /** All notes in one place. */
    private void addNotes() {
        var sheet = workbook.createSheet("填写说明");
        var headings = List.of("表", "列", "是否必填", "怎样填写", "可选的值");
        var first = sheet.createRow(0);
        for (int i = 0; i < headings.size(); i++) {
            first.createCell(i).setCellValue(headings.get(i));
            first.getCell(i).setCellStyle(heading);
            sheet.setColumnWidth(i, i == 3 ? 4 * WIDTH : i == 4 ? 2 * WIDTH : WIDTH);
        }
        for (var known : ManualSheet.ALL) {
            for (var column : known.columns()) {
                var row = sheet.createRow(sheet.getLastRowNum() + 1);
                put(row, 0, known.name());
                put(row, 1, column.heading());
                put(row, 2, column.required() ? "必填" : "选填");
                put(row, 3, column.note());
                put(row, 4, String.join("、", column.choices().keySet()));
            }
        }
        put(sheet.createRow(sheet.getLastRowNum() + 2), 3, "各表第二行起是一个填好的例子，请换成自己的事项；一个工作簿可以填写许多事项。");
    }

    private void put(Row row, int index, String value) {
        if (!value.isEmpty()) {
            var cell = row.createCell(index);
            cell.setCellValue(value);
            cell.setCellStyle(text);
        }
    }

    private CellStyle heading(IndexedColors colour) {
        var style = workbook.createCellStyle();
        var font = workbook.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        return style;
    }
}
