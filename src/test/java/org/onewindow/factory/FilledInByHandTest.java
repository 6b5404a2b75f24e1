package org.onewindow.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.catalog.ItemPage;
import org.onewindow.catalog.Material;
import org.onewindow.catalog.ServiceItem;

/** A workbook that went through a spreadsheet and several hands is read as it was meant. */
class FilledInByHandTest {

    @TempDir
    private Path folder;

    @Test
    void digitsSignsAndDatesInAnyWidthAndForm() throws IOException {
        var item = item(FilledIn.example()
                .set(ManualSheet.STATUTORY, "２０")
                .set(ManualSheet.PROMISED, "１０")
                .set(ManualSheet.VALID_FROM, "２０２６年３月１日")
                .set(ManualSheet.VALID_TO, "2030/12/31")
                .set(ManualSheet.NAME, "　LED 显示屏设置审批（新办）  ")
                .set(ManualSheet.MATERIALS, 7, ManualSheet.ORIGINAL, "复印件, 核对原件")
                .set(ManualSheet.QUESTIONS, 3, ManualSheet.OPTIONS, "ｙｅｓ ＝ 是\nno＝否（不用）")
                .set(ManualSheet.MATERIAL_CONDITIONS, 2, ManualSheet.CONDITION, "usesVendingMachine ≠ 否(不用)"));
        assertThat(item.limits().statutoryDays()).hasValue(20);
        assertThat(item.limits().promisedDays()).isEqualTo(10);
        assertThat(item.validFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(item.validTo()).contains(LocalDate.of(2030, 12, 31));
        assertThat(item.name()).isEqualTo("LED 显示屏设置审批（新办）");
        assertThat(item.materials().get(5).original()).isEqualTo(Material.Original.COPY_CHECKED);
    }

    @Test
    void numbersAndDatesThatTheSpreadsheetKeepsAsSuch() throws IOException {
        var item = item(FilledIn.example(), workbook -> {
            cell(workbook, ManualSheet.PROMISED).setCellValue(7);
            var decimal = workbook.createCellStyle();
            decimal.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
            var statutory = cell(workbook, ManualSheet.STATUTORY);
            statutory.setCellValue(20);
            statutory.setCellStyle(decimal);
            var date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            var from = cell(workbook, ManualSheet.VALID_FROM);
            from.setCellValue(LocalDate.of(2026, 3, 1));
            from.setCellStyle(date);
        });
        assertThat(item.limits().statutoryDays()).hasValue(20);
        assertThat(item.limits().promisedDays()).isEqualTo(7);
        assertThat(item.validFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void whatMergedCellsSayGoesForAllTheirRows() throws IOException {
        var item = item(FilledIn.example(), workbook -> {
            var materials = workbook.getSheet(ManualSheet.MATERIALS.name());
            for (int row = 2; row <= 6; row++) {
                materials.getRow(row).removeCell(materials.getRow(row).getCell(0));
            }
            materials.addMergedRegion(new CellRangeAddress(1, 6, 0, 0));
        });
        assertThat(item.materials()).hasSize(6);
    }

    @Test
    void hiddenEmptyAndForeignRowsAndSheets() throws IOException {
        var item = item(FilledIn.example(), workbook -> {
            Sheet materials = workbook.getSheet(ManualSheet.MATERIALS.name());
            materials.getRow(3).setZeroHeight(true);
            materials.shiftRows(4, 6, 2);
            materials.createRow(4).createCell(0).setCellValue("   ");
            workbook.createSheet("草稿").createRow(0).createCell(0).setCellValue("不要读");
        });
        assertThat(item.materials()).as("a hidden row counts").hasSize(6);
    }

    @Test
    void notesOfSeveralLines() throws IOException {
        var item = item(FilledIn.example()
                .set(ManualSheet.MATERIALS, 2, ManualSheet.STANDARD, "各栏填写完整： \r\n　由申请人签字；\n\n“附件”<A4> & 图"));
        assertThat(item.materials().get(0).standard()).isEqualTo("各栏填写完整：\n由申请人签字；\n“附件”<A4> & 图");
        assertThat(Files.readString(written())).contains("standard: |-\n      各栏填写完整：\n      由申请人签字；\n");
    }

    @Test
    void aFormulaIsItsResultAndRefusedWithoutOne() throws IOException {
        var item = item(FilledIn.example(), workbook -> {
            cell(workbook, ManualSheet.PROMISED).setCellFormula("2+3");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(item.limits().promisedDays()).isEqualTo(5);

        var uncalculated = edited(FilledIn.example(), workbook -> {
            var promised = (XSSFCell) cell(workbook, ManualSheet.PROMISED);
            promised.setCellFormula("2+3");
            promised.getCTCell().setV("");
        });
        var refused =
                catchThrowableOfType(RefusedWorkbook.class, () -> FilledIn.factory(folder.resolve("others"), false)
                        .generate(uncalculated));
        assertThat(refused.problems().toString()).contains("“事项”表第2行“承诺时限”列：单元格的公式没有保存结果");
        assertThat(folder.resolve("others")).doesNotExist();
    }

    private ServiceItem item(FilledIn workbook) throws IOException {
        return item(workbook, unchanged -> {});
    }

    private ServiceItem item(FilledIn workbook, Consumer<XSSFWorkbook> edit) throws IOException {
        FilledIn.factory(folder.resolve("items"), true).generate(edited(workbook, edit));
        return ItemPage.read(Files.readString(written())).item("item.yaml");
    }

    private Path written() {
        return folder.resolve("items/commerce/" + FilledIn.EXAMPLE + "/item.yaml");
    }

    private Path edited(FilledIn workbook, Consumer<XSSFWorkbook> edit) throws IOException {
        var file = workbook.saveIn(folder);
        try (var opened = new XSSFWorkbook(Files.newInputStream(file))) {
            edit.accept(opened);
            try (var target = Files.newOutputStream(file)) {
                opened.write(target);
            }
        }
        return file;
    }

    /** The first item's cell, empty. */
    private static Cell cell(XSSFWorkbook workbook, Column column) {
        return workbook.getSheet(ManualSheet.ITEMS.name())
                .getRow(1)
                .createCell(ManualSheet.ITEMS.columns().indexOf(column));
    }
}
