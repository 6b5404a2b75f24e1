package org.onewindow.factory;

/**
 * What is wrong in a workbook, and where.
 *
 * @param row counted from 1; 0 for the whole sheet
 * @param column its heading; empty for the whole row
 * @param message what is wrong and what to do, in Chinese
 */
public record Problem(String sheet, int row, String column, String message) {

    @Override
    public String toString() {
        return "“" + sheet + "”表" + (row == 0 ? "" : "第" + row + "行") + (column.isEmpty() ? "" : "“" + column + "”列")
                + "：" + message;
    }
}
