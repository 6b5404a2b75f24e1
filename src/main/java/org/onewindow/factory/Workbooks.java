package org.onewindow.factory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads the sheets of a filled-in workbook into rows of texts. */
final class Workbooks {

    private static final Pattern BLANKS_AROUND_BREAK = Pattern.compile("\\h*\\R[\\h\\s]*");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final DataFormatter formatter = new DataFormatter();
    private final Consumer<Problem> problems;

    private Workbooks(Consumer<Problem> problems) {
        this.problems = problems;
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    /**
     * @return the rows of each sheet that {@link ManualSheet} knows
     * @throws RefusedWorkbook if the file is no workbook
     */
    static Map<ManualSheet, List<Row>> read(Path file, Consumer<Problem> problems) throws IOException {
        var reader = new Workbooks(problems);
        try (InputStream content = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(content)) {
            var rows = new HashMap<ManualSheet, List<Row>>();
            for (var sheet : ManualSheet.ALL) {
                rows.put(sheet, reader.rows(sheet, workbook.getSheet(sheet.name())));
            }
            return rows;
        } catch (POIXMLException | OpenXML4JRuntimeException | UnsupportedFileFormatException | EmptyFileException e) {
            throw noWorkbook(file);
        }
    }

    private static RefusedWorkbook noWorkbook(Path file) {
        return new RefusedWorkbook(List.of(new Problem(
                String.valueOf(file.getFileName()), 0, "", "不是 .xlsx 工作簿，请用 item template 生成模板，填写后另存为 .xlsx。")));
    }

    private List<Row> rows(ManualSheet known, Sheet sheet) {
        if (sheet == null) {
            problems.accept(new Problem(known.name(), 0, "", "缺少这张表，请从模板中复制过来，没有内容的留空。"));
            return List.of();
        }
        var headings = headings(known, sheet);
        var merged = merged(sheet);
        var rows = new ArrayList<Row>();
        for (var row : sheet) {
            var cells = new LinkedHashMap<String, String>();
            for (var cell : row) {
                var heading = headings.get(cell.getColumnIndex());
                var text = text(known, heading, cell);
                if (heading != null && !text.isEmpty()) {
                    cells.put(heading, text);
                }
            }
            if (row.getRowNum() > 0 && !cells.isEmpty()) {
                merged.getOrDefault(row.getRowNum(), List.of()).stream()
                        .filter(cell -> headings.containsKey(cell.getColumnIndex()))
                        .forEach(cell -> {
                            var heading = headings.get(cell.getColumnIndex());
                            cells.putIfAbsent(heading, text(known, heading, cell));
                        });
                rows.add(new Row(known.name(), row.getRowNum() + 1, cells, problems));
            }
        }
        return rows;
    }

    /** For each row, the cells above it that were merged with its own: what they say goes for it too. */
    private static Map<Integer, List<Cell>> merged(Sheet sheet) {
        var merged = new HashMap<Integer, List<Cell>>();
        for (var region : sheet.getMergedRegions()) {
            var first = CellUtil.getCell(CellUtil.getRow(region.getFirstRow(), sheet), region.getFirstColumn());
            if (first.getCellType() != CellType.BLANK) {
                for (int row = region.getFirstRow() + 1; row <= region.getLastRow(); row++) {
                    merged.computeIfAbsent(row, r -> new ArrayList<>()).add(first);
                }
            }
        }
        return merged;
    }

    /** The headings by the index of their column; those that the sheet lacks or the format does not know are reported. */
    private Map<Integer, String> headings(ManualSheet known, Sheet sheet) {
        var expected = known.columns().stream().map(Column::heading).collect(Collectors.toSet());
        var headings = new HashMap<Integer, String>();
        if (sheet.getRow(0) != null) {
            for (var cell : sheet.getRow(0)) {
                var heading = formatter.formatCellValue(cell).replaceAll("[*＊\\s]", "");
                if (expected.contains(heading) && !headings.containsValue(heading)) {
                    headings.put(cell.getColumnIndex(), heading);
                } else if (!heading.isEmpty()) {
                    problems.accept(new Problem(
                            known.name(),
                            1,
                            heading,
                            headings.containsValue(heading) ? "表头重复，请删去一列。" : "不认识这个表头，请删去或者改成模板中的表头。"));
                }
            }
        }
        known.columns().stream()
                .filter(column -> column.required() && !headings.containsValue(column.heading()))
                .forEach(column -> problems.accept(new Problem(known.name(), 1, column.heading(), "缺少这一列，请照模板补上表头。")));
        return headings;
    }

    private String text(ManualSheet sheet, String heading, Cell cell) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (cell.getCellType() == CellType.FORMULA && heading != null && isUncalculated((XSSFCell) cell)) {
            problems.accept(
                    new Problem(sheet.name(), cell.getRowIndex() + 1, heading, "单元格的公式没有保存结果，请用表格软件打开后重新保存，或者直接填写值。"));
            return "";
        }
        if (type == CellType.ERROR && heading != null) {
            problems.accept(new Problem(sheet.name(), cell.getRowIndex() + 1, heading, "单元格的公式有误，请改正或者直接填写值。"));
            return "";
        }
        if (type == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        var text = BLANKS_AROUND_BREAK
                .matcher(formatter.formatCellValue(cell).replace('\u00A0', ' ').replace('\t', ' '))
                .replaceAll("\n");
        return (text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text).strip();
    }

    /** Programs that write workbooks leave the results of formulas to the spreadsheet. */
    private static boolean isUncalculated(XSSFCell cell) {
        return cell.getRawValue() == null || cell.getRawValue().isEmpty();
    }
}
