package org.onewindow.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake is told with its place and its remedy, all at once, and nothing is written. */
class RefusedWorkbookTest {

    private static final String ITEM = FilledIn.EXAMPLE;

    @TempDir
    private Path folder;

    @Test
    void ofItems() throws IOException {
        refuses(FilledIn.example().set(ManualSheet.NAME, ""), "“事项”表第2行“事项名称”列：没有填写");
        refuses(FilledIn.example().set(ManualSheet.NAME, "Permit"), "应为中文名称");
        refuses(FilledIn.example().set(ManualSheet.DEPARTMENT, "市监局"), "“责任部门”列：“市监局”应为小写英文词");
        refuses(FilledIn.example().set(ManualSheet.TYPE, "许可证"), "“事项类型”列：不认识“许可证”，请从“行政许可、行政给付");
        refuses(FilledIn.example().set(ManualSheet.OBJECTS, "自然人、公司"), "“服务对象”列：不认识“公司”");
        refuses(FilledIn.example().set(ManualSheet.VALID_FROM, "2026年1月"), "“启用日期”列：“2026年1月”应为存在的日期");
        refuses(FilledIn.example().set(ManualSheet.VALID_TO, "2025-12-31"), "“停用日期”列：早于启用日期2026-01-01");
        refuses(FilledIn.example().set(ManualSheet.PROMISED, "12"), "“承诺时限”列：超过法定时限10");
        refuses(FilledIn.example().set(ManualSheet.PROMISED, "七"), "“承诺时限”列：“七”应为 0 至 1000 的整数");
        refuses(FilledIn.example().set(ManualSheet.VERSION, "第一版"), "“版本”列：“第一版”应为年份和序号，如 2026.1");
        refuses(FilledIn.example().set(ManualSheet.BASIS, "食品安全法第三十五条"), "“设定依据”列", "应为书名号加条款");
        refuses(FilledIn.example().set(ManualSheet.IMPLEMENTATION_CODE, "1.1E+30"), "“实施编码”列：应为31位");
        refuses(FilledIn.example().set(ManualSheet.FEES, "五十元"), "“收费”列：“五十元”应为 名称|标准|《依据》条款");
        refuses(FilledIn.example().addExample(ITEM), "“事项”表第3行“事项编号”列：事项与第2行重复");
    }

    @Test
    void ofVagueWordsWhereverTheyStand() throws IOException {
        refuses(FilledIn.example().set(ManualSheet.CONDITIONS, "根据需要"), "“事项”表第2行“受理条件”列：“根据需要”措辞含糊");
        refuses(
                FilledIn.example().set(ManualSheet.MATERIALS, 3, ManualSheet.MATERIAL_NAME, "设备清单等材料"),
                "“材料”表第3行“材料名称”列：“等材料”措辞含糊",
                "请逐项写明");
        refuses(FilledIn.example().add(ManualSheet.FAQ, ITEM, "还要什么？", "法律法规规定的其他材料。"), "“常见问题”表第3行“解答”列：“其他材料”措辞含糊");
    }

    @Test
    void ofDepartmentsThatTheDistrictDoesNotHave() throws IOException {
        refuses(
                FilledIn.example().set(ManualSheet.DEPARTMENT, "forestry"),
                "“事项”表第2行“责任部门”列：机构名录中没有部门“forestry”",
                "market-supervision");
        refuses(
                FilledIn.nothing()
                        .addArchetype(ITEM, "联办")
                        .set(ManualSheet.PARTNERS, "公安=police；消防=housing-construction"),
                "“参与部门”列：机构名录中没有部门“police”");
    }

    /** What is generated is clean: the rest of the linter's rules are told by sheet and row as well. */
    @Test
    void ofWhatTheLinterWouldRefuse() throws IOException {
        refuses(
                FilledIn.example().set(ManualSheet.IMPLEMENTATION_CODE, "11150203MB1B6789904000131022000"),
                "“事项”表第2行“实施编码”列",
                "校验位不符");
        assertThat(folder.resolve("items")).as("nothing is left behind").doesNotExist();
    }

    @Test
    void ofTheProcess() throws IOException {
        refuses(FilledIn.example().set(ManualSheet.ARCHETYPE, "即办"), "“流程模式”列：流程模式为即办的，办件类型应为即办件");
        refuses(FilledIn.example().set(ManualSheet.ARCHETYPE, "公示"), "“公示天数”列：流程模式为公示的应填写公示天数");
        refuses(FilledIn.example().set(ManualSheet.ARCHETYPE, "多级"), "“参与部门”列：应有 1 至 6 项");
        refuses(
                FilledIn.example().set(ManualSheet.ARCHETYPE, "联办").set(ManualSheet.PARTNERS, "消防=fire"),
                "“参与部门”列：应有 2 至 6 项");
        refuses(
                FilledIn.example().set(ManualSheet.ARCHETYPE, "联办").set(ManualSheet.PARTNERS, "消防=fire；人防=fire"),
                "“fire”重复");
        refuses(
                FilledIn.example().set(ManualSheet.ARCHETYPE, "多级").set(ManualSheet.PARTNERS, "街道审核"),
                "“街道审核”应写成“街道审核=shaoxianlu-office”");
        refuses(FilledIn.example().set(ManualSheet.PARTNERS, "街道办事处会同社区居民委员会以及区民政局有关股室审核=street"), "最多16字，请缩短");
        refuses(
                FilledIn.example()
                        .set(ManualSheet.ARCHETYPE, "联办")
                        .set(ManualSheet.PARTNERS, "街道核实=所在街镇\n消防核实=housing-construction"),
                "“所在街镇”应为机构名录中的部门编号");
        refuses(FilledIn.example().set(ManualSheet.PARTNERS, "消防=fire"), "只有多级、联办的事项有参与部门");
    }

    @Test
    void ofMaterials() throws IOException {
        refuses(FilledIn.example().set(ManualSheet.MATERIALS, 2, ManualSheet.COPIES, "0"), "“材料”表第2行“份数”列");
        refuses(FilledIn.example().set(ManualSheet.MATERIALS, 2, ManualSheet.MATERIAL_BASIS, ""), "第2行“设定依据”列：没有填写");
        refuses(FilledIn.example().set(ManualSheet.MATERIALS, 5, ManualSheet.WHEN, ""), "第5行“何种情形需要”列");
        refuses(
                FilledIn.example().set(ManualSheet.MATERIALS, 3, ManualSheet.MATERIAL, "application-form"),
                "第3行“材料编号”列：材料与第2行重复");
        refuses(
                FilledIn.example().set(ManualSheet.MATERIALS, 2, ManualSheet.ITEM, "unknown"),
                "“材料”表第2行“事项编号”列：“事项”表中没有“unknown”");
        refuses(
                FilledIn.example().clear(ManualSheet.MATERIALS).clear(ManualSheet.MATERIAL_CONDITIONS),
                "“材料”表中没有这个事项的材料");
    }

    @Test
    void ofConditions() throws IOException {
        refuses(condition("usesVendingMachine 是"), "“条件”表第2行“条件”列", "应为字段和值的比较");
        refuses(condition("unknown = yes"), "“情形”表中这个事项没有字段“unknown”");
        refuses(condition("usesVendingMachine = maybe"), "没有“maybe”这个值，可用的有 yes、no");
        refuses(condition("usesVendingMachine > yes"), "不是数字，只能用 = 或者 ≠ 比较");
        refuses(condition("usesVendingMachine = yes 且 usesVendingMachine = no"), "不可能同时成立");
        refuses(condition("hasAgent = 是 或 usesVendingMachine = yes"), "不能用“或”连接，请分成几行");
        refuses(
                condition("area > 500").add(ManualSheet.QUESTIONS, ITEM, "area", "面积（平方米）", "数字", "", "是", "1", "100"),
                "“area”的最小和最大之间没有 500");
        refuses(condition("premisesName = 饭店"), "“情形”表第2行“类型”列：条件中用到的问题应为");
        refuses(
                FilledIn.example()
                        .add(
                                ManualSheet.MATERIAL_CONDITIONS,
                                ITEM,
                                "vending-machine-placement",
                                "usesVendingMachine = 是"),
                "“条件”表第5行“条件”列：前面的行已包含这种情形");
        refuses(
                FilledIn.example().add(ManualSheet.MATERIAL_CONDITIONS, ITEM, "unknown-material", "hasAgent = 是"),
                "“条件”表第5行“材料编号”列：“材料”表中这个事项没有这项材料");
        refuses(
                FilledIn.example().add(ManualSheet.MATERIAL_CONDITIONS, ITEM, "floor-plan", "hasAgent = 是"),
                "“材料”表第3行“必要性”列");
        refuses(FilledIn.example().clear(ManualSheet.MATERIAL_CONDITIONS), "“条件”表中没有这项材料的条件");
    }

    @Test
    void ofQuestions() throws IOException {
        refuses(question(ManualSheet.KEY, "Uses Machine"), "“情形”表第3行“字段”列");
        refuses(question(ManualSheet.KEY, "idNumber"), "每个事项都有的字段");
        refuses(question(ManualSheet.OPTIONS, "yes=是"), "应有至少两个选项");
        refuses(question(ManualSheet.OPTIONS, "是\n否"), "“是”应写成“yes=是”");
        refuses(question(ManualSheet.MANDATORY, "否"), "条件中用到这个问题，应为必填");
        refuses(
                FilledIn.example().set(ManualSheet.QUESTIONS, 2, ManualSheet.LEAST, "200"),
                "“情形”表第2行“最小”列：最小200大于最大100");
    }

    @Test
    void everythingAtOnceAndInTheWorkbooksOrder() throws IOException {
        var problems = problems(FilledIn.example()
                .set(ManualSheet.QUESTIONS, 3, ManualSheet.KEY, "")
                .set(ManualSheet.MATERIALS, 4, ManualSheet.FORM, "电报")
                .set(ManualSheet.MATERIALS, 2, ManualSheet.STANDARD, "")
                .set(ManualSheet.PHONE, ""));
        assertThat(problems)
                .extracting(Problem::sheet)
                .startsWith("事项", "材料", "材料")
                .contains("情形");
        assertThat(problems).extracting(Problem::row).startsWith(2, 2, 4);
    }

    @Test
    void ofAFolderThatIsTaken() throws IOException {
        Files.createDirectories(folder.resolve("items/social/" + ITEM));
        refuses(FilledIn.example(), "请换一个编号，或者先移走原来的文件夹");
        Files.createDirectories(folder.resolve("items/commerce/" + ITEM));
        refuses(FilledIn.example(), "或者加上 --replace 重新生成");
    }

    @Test
    void ofAnotherKindOfFile() throws IOException {
        refuses(FilledIn.nothing(), "没有事项，请至少填写一行");
        var text = Files.writeString(folder.resolve("text.xlsx"), "不是工作簿");
        assertThat(problems(text).toString()).contains("不是 .xlsx 工作簿");
        assertThat(problems(Files.createFile(folder.resolve("empty.xlsx"))).toString())
                .contains("不是 .xlsx 工作簿");
        var other = folder.resolve("other.xlsx");
        try (var workbook = new XSSFWorkbook();
                var target = Files.newOutputStream(other)) {
            workbook.createSheet("事项").createRow(0).createCell(0).setCellValue("事项名");
            workbook.write(target);
        }
        assertThat(problems(other).toString())
                .contains("“事项”表第1行“事项名”列：不认识这个表头", "“事项”表第1行“事项编号”列：缺少这一列", "“材料”表：缺少这张表");
    }

    private static FilledIn condition(String condition) {
        return FilledIn.example().set(ManualSheet.MATERIAL_CONDITIONS, 2, ManualSheet.CONDITION, condition);
    }

    private static FilledIn question(Column column, String value) {
        return FilledIn.example().set(ManualSheet.QUESTIONS, 3, column, value);
    }

    private void refuses(FilledIn workbook, String... parts) throws IOException {
        assertThat(problems(workbook))
                .anySatisfy(problem -> assertThat(problem.toString()).contains(parts));
        assertThat(folder.resolve("items/commerce/" + ITEM + "/item.yaml")).doesNotExist();
    }

    private List<Problem> problems(FilledIn workbook) throws IOException {
        return problems(workbook.saveIn(folder));
    }

    private List<Problem> problems(Path workbook) {
        var factory = FilledIn.factory(folder.resolve("items"), false);
        return catchThrowableOfType(RefusedWorkbook.class, () -> factory.generate(workbook))
                .problems();
    }
}
