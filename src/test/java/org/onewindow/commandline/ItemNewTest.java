package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.factory.FilledIn;

class ItemNewTest {

    @TempDir
    private Path folder;

    private String workbook;
    private String items;

    @BeforeEach
    void template() {
        workbook = folder.resolve("事项.xlsx").toString();
        items = folder.resolve("items").toString();
        var answer = Answer.to("item", "template", workbook);
        assertThat(answer.status()).as(answer.problem()).isZero();
    }

    @Test
    void theTemplateHasListsAndNotes() throws IOException {
        try (var template = new XSSFWorkbook(Files.newInputStream(Path.of(workbook)))) {
            assertThat(template)
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("事项", "材料", "情形", "条件", "常见问题", "填写说明");
            assertThat(template.getSheet("事项").getDataValidations())
                    .anySatisfy(validation -> assertThat(
                                    validation.getValidationConstraint().getExplicitListValues())
                            .contains("即办件", "承诺件"))
                    .allSatisfy(validation ->
                            assertThat(validation.getPromptBoxText()).contains("填。"));
        }
    }

    @Test
    void theTemplatesExampleIsAnItem() {
        var answer = Answer.to("item", "new", "--from", workbook, "--to", items);
        assertThat(answer.status()).isZero();
        assertThat(answer.output()).contains("food-business-permit\n").endsWith("已生成1个事项。\n");
        assertThat(Path.of(items, "commerce", "food-business-permit", "process.bpmn"))
                .exists();

        var again = Answer.to("item", "new", "--from", workbook, "--to", items);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.output()).startsWith("“事项”表第2行“事项编号”列：").endsWith("共1处有误，没有生成任何事项。请改正后重新运行。\n");
        assertThat(Answer.to("item", "new", "--from", workbook, "--to", items, "--replace")
                        .status())
                .isZero();
    }

    @Test
    void anInterviewAsksForOneItem() throws IOException {
        var typed = String.join(
                "\n",
                "old-age-allowance",
                "高龄津贴",
                "2026.1",
                "不知道",
                "行政给付",
                "",
                "",
                "2026-01-01",
                "",
                "承诺件",
                "civil-affairs",
                "社会民生",
                "自然人",
                "《内蒙古自治区高龄津贴实施办法》第三条",
                "年满八十周岁；具有本区户籍",
                "",
                "15",
                "",
                "",
                "0",
                "",
                "",
                "公示",
                "",
                "5",
                "工作日",
                "高龄津贴发放通知书",
                "昆民津字",
                "",
                "不予发放通知书",
                "昆民不津字",
                "",
                "0",
                "",
                "4",
                "网上办；就近办",
                "各街道便民服务中心",
                "0472-0000002",
                "工作日 8:30–17:00",
                "12345",
                "residence",
                "户籍所在地",
                "单选",
                "local=本区；other=外地",
                "是",
                "",
                "",
                "",
                "application-form",
                "高龄津贴申请表",
                "《内蒙古自治区高龄津贴实施办法》第三条",
                "特定情形",
                "户籍在外地的",
                "纸质",
                "1",
                "原件",
                "是",
                "否",
                "各栏填写完整，由本人签字",
                "申请人自备",
                "",
                "",
                "",
                "",
                "residence = other",
                "",
                "",
                "");
        var written = new StringWriter();
        int status = new ItemNew(() -> new BufferedReader(new StringReader(typed + "\n")), FilledIn::factory)
                .run(List.of("--interactive", "--to", items), written);
        assertThat(written.toString())
                .contains("请从上面的值中选择。")
                .as("a publication needs its days")
                .contains("请填写。\n公示天数（")
                .as("no empty hints")
                .doesNotContain("（）", "，）")
                .endsWith("已生成1个事项。\n");
        assertThat(status).isZero();
        assertThat(Files.readString(Path.of(items, "social", "old-age-allowance", "materials.dmn")))
                .contains("\"other\"");
    }

    @Test
    void anInterviewThatIsBrokenOffMakesNothing() {
        var command = new ItemNew(() -> new BufferedReader(new StringReader("old-age-allowance\n")), FilledIn::factory);
        assertThatThrownBy(() -> command.run(List.of("--interactive", "--to", items), new StringWriter()))
                .isInstanceOf(WrongUsage.class)
                .hasMessage("回答没有完，没有生成事项。");
        assertThat(Path.of(items)).doesNotExist();
    }

    @Test
    void wrongCallsAreTold() {
        Answer.to("item", "template", workbook).isNoneBecause("已存在，请换一个文件名");
        Answer.to("item", "template", "事项.xls").isNoneBecause("以 .xlsx 结尾");
        Answer.to("item", "template", folder + "/没有/事项.xlsx").isNoneBecause("请检查路径和权限");
        Answer.to("item", "new").isNoneBecause("item new 需要 --from");
        Answer.to("item", "new", "--from").isNoneBecause("--from 后面缺少文件名");
        Answer.to("item", "new", "--from", "没有.xlsx").isNoneBecause("无法读取文件“没有.xlsx”");
        Answer.to("item", "new", "--from", workbook, "--into", items).isNoneBecause("不认识“--into”");
    }
}
