package org.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @TempDir
    private Path parent;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "身份证、户口簿等材料",
                "营业执照等相关证件",
                "身高等证明",
                "房产证等 文件",
                "其他材料",
                "其他有关证明",
                "其他的资料",
                "其他需要的文件",
                "法律法规规定的其他条件",
                "审批部门认为需要提交的其他凭证",
                "相关材料",
                "有关证明",
                "必要的文件",
                "必要时提供原件",
                "视情况提交",
                "根据实际提供",
                "根据需要提交",
                "份数另行通知",
                "包括但不限于平面图",
                "若干份",
                "如有需要另附说明",
                "原则上一式两份",
                "等级证书、资格证书等材料"
            })
    void vagueWordsAreFound(String text) {
        assertThat(Wording.vague(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "技术等级证明",
                "高等学校毕业证书",
                "中等职业学校毕业证明",
                "同等学力证明",
                "其他组织的登记证书",
                "法律规定的其他组织",
                "与申请相关的批准文件",
                "由法定代表人签字",
                "身份证明"
            })
    void fixedTermsAndPlainTextAreNoFaults(String text) {
        assertThat(Wording.vague(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "item.yaml, name: 公共场所卫生管理制度, name: 其他材料, materials[4].name",
        "item.yaml, standard: 标明方位, standard: 原则上标明方位, materials[2].standard",
        "item.yaml, when: 使用集中空调, when: 视情况使用集中空调, materials[5].when",
        "item.yaml, 经营场所的选址, 法律法规规定的其他条件和经营场所的选址, conditions[0]",
        "item.yaml, 使用A4或者A3纸, 根据需要使用A4或者A3纸, materials[2].fillingNotes",
        "situation.form, 营业面积（平方米）, 营业面积等证明, premisesArea",
        "situation.form, 影剧院, 影剧院等有关文件, premisesKind",
        "process.bpmn, name=\"现场审核\", name=\"必要时现场审核\", task_checkOnSite",
        "materials.dmn, <description>使用集中空调, <description>必要时使用集中空调, rule_air-conditioning-report"
    })
    void everyTextThatAPersonReadsIsRead(String file, String from, String to, String place) {
        assertThat(SampleItem.in(parent).change(file, from, to).lint())
                .filteredOn(finding -> finding.rule() == LintRule.VAGUE_WORDING)
                .extracting(Finding::place)
                .containsExactly(place);
    }

    @ParameterizedTest
    @ValueSource(strings = "关于取消烟草专卖零售许可等证明文件的通知")
    void theTitleOfALawIsLeftAlone(String title) {
        assertThat(SampleItem.in(parent)
                        .change("item.yaml", "document: 公共场所卫生管理条例,", "document: " + title + ",")
                        .lint())
                .isEmpty();
    }
}
