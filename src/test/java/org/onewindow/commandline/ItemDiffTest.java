package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemDiffTest {

    private static final Path PERMIT = Path.of("processes/items/social/public-health-permit");

    @TempDir
    private Path folder;

    @Test
    void anItemDoesNotDifferFromItself() {
        assertThat(Answer.to("item", "diff", PERMIT.toString(), PERMIT.toString()))
                .isEqualTo(new Answer(0, "两个版本没有差别。\n", ""));
    }

    @Test
    void whatApplicantsWillNoticeIsSaidInWords() throws IOException {
        changed("item.yaml", page -> page.replace("promisedDays: 7", "promisedDays: 5")
                .replace(
                        "necessity: required\n    form: paper\n    copies: 1\n    original: original\n    signature: true",
                        "necessity: required\n    form: paper\n    copies: 2\n    original: original\n    signature: true")
                .replace("设有卫生管理机构", "配有卫生管理机构")
                .replace("version: \"2026.2\"", "version: \"2026.3\""));
        assertThat(difference())
                .contains("时限的承诺时限：7 → 5")
                .contains("材料“公共场所卫生许可申请表”的份数：1 → 2")
                .contains("受理条件删去“设有卫生管理机构")
                .contains("受理条件增加“配有卫生管理机构")
                .contains("二、办理环节的变化\n  无\n")
                .contains("发布以前收件的办件仍按原版本办理")
                .doesNotContain("注意");
    }

    @Test
    void aMaterialThatIsAskedOnAnotherConditionIsNamed() throws IOException {
        changed("materials.dmn", table -> table.replace("<text>\"yes\"</text>", "<text>\"no\"</text>"));
        assertThat(difference()).contains("材料“集中空调通风系统卫生检测报告”何时提交：是否使用集中空调为 \"yes\" → 是否使用集中空调为 \"no\"");
    }

    @Test
    void anotherStepAndAnotherGroupAreNamed() throws IOException {
        changed("process.bpmn", model -> model.replace(
                        "id=\"task_checkOnSite\" name=\"现场审核\"", "id=\"task_checkOnSite\" name=\"现场核查\"")
                .replace("${department}-deciders", "health-commission-deciders"));
        assertThat(difference())
                .contains("环节“现场核查”的名称：现场审核 → 现场核查")
                .contains("环节“决定”的办理岗位：${department}-deciders → health-commission-deciders")
                .contains("注意：内容有变化而版本仍为 2026.2");
    }

    @Test
    void withdrawalIsSaidWithItsLastDay() throws IOException {
        changed("item.yaml", page -> page.replace("kind: promised", "validTo: 2026-12-31\nkind: promised"));
        assertThat(difference()).contains("2026-12-31之后不再收件，已收件的办完为止");
    }

    @Test
    void whatIsNoItemIsRefusedWithTheReason() throws IOException {
        Answer.to("item", "diff", PERMIT.toString()).isNoneBecause("需要两个文件夹");
        Answer.to("item", "diff", PERMIT.toString(), folder.toString()).isNoneBecause("不是一个事项的文件夹");
        changed("item.yaml", page -> page.replace("promisedDays: 7", "promisedDays: bald"));
        Answer.to("item", "diff", PERMIT.toString(), folder.toString()).isNoneBecause("事项读不了");
    }

    private String difference() {
        var answer = Answer.to("item", "diff", PERMIT.toString(), folder.toString());
        assertThat(answer.problem()).isEmpty();
        assertThat(answer.status()).isZero();
        return answer.output();
    }

    private void changed(String name, UnaryOperator<String> change) throws IOException {
        try (var files = Files.list(PERMIT)) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                var written = file.endsWith(name) ? change.apply(text) : text;
                Files.writeString(folder.resolve(file.getFileName()), written);
            }
        }
    }
}
