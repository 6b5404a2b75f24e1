package org.onewindow.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook that is written row by row; only the last rows are kept in memory. */
final class Spreadsheet implements AutoCloseable {

    private static final int KEPT_ROWS = 100;
    /** In 256ths of a character. */
    private static final int WIDTH = 14 * 256;

    private static final int FIRST_WIDTH = 26 * 256;
    private static final int HEADINGS = 1;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(KEPT_ROWS);
    private final CellStyle bold = workbook.createCellStyle();
    private final CellStyle date = workbook.createCellStyle();
    private SXSSFSheet sheet;

    Spreadsheet() {
        var font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    }

    /** Begins a sheet; the rows that follow are its. @param about what it tells, above the headings */
    void sheet(String title, String about, String... headings) {
        sheet = workbook.createSheet(title);
        sheet.createRow(0).createCell(0).setCellValue(about);
        var row = sheet.createRow(HEADINGS);
        for (int column = 0; column < headings.length; column++) {
            sheet.setColumnWidth(column, column == 0 ? FIRST_WIDTH : WIDTH);
            var cell = row.createCell(column);
            cell.setCellValue(headings[column]);
            cell.setCellStyle(bold);
        }
        sheet.createFreezePane(1, HEADINGS + 1);
    }

    /** @param values texts, numbers and days; null leaves a cell empty */
    void row(Object... values) {
        var row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < values.length; column++) {
            write(row, column, values[column]);
        }
    }

    /** A text stays a text: nothing that was typed somewhere becomes a formula. */
    private void write(Row row, int column, Object value) {
        if (value instanceof Number number) {
            row.createCell(column).setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            var cell = row.createCell(column);
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value != null) {
            row.createCell(column).setCellValue(value.toString());
        }
    }

    void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
