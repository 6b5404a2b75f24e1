package org.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of item.yaml: one break at a time. */
class PageRulesTest {

    @TempDir
    private Path parent;

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what stands there                       | what stands there now                  | rule                   | place
            type: "01"                                | `#`                                    | page-structure         | type
            type: "01"                                | type: "02"                             | page-structure         | type
            validFrom: 2026-01-01                     | validFrom: 2026-02-30                  | page-structure         | validFrom
            visits: 1                                 | visits: 一次                           | page-structure         | visits
            visits: 1                                 | visit: 1\\nvisits: 1                   | page-structure         | visit
            visits: 1                                 | visits: 1\\nvisits: 2                  | page-structure         | visits
            fourWays: [online, once]                  | fourWays: [online, twice]              | page-structure         | fourWays[1]
            serviceObjects: [person, organization]    | serviceObjects: []                     | page-structure         | serviceObjects
            signature: true                           | signature: 是                          | page-structure         | materials[0].signature
            phone: 0472-2100001                       | `phone:`                               | page-structure         | contact.phone
            copies: 1                                 | `#`                                    | material-copies        | materials[0].copies
            copies: 1                                 | copies: 若干                           | material-copies        | materials[0].copies
            copies: 1                                 | copies: 0                              | material-copies        | materials[0].copies
            form: paper                               | `#`                                    | material-form          | materials[0].form
            article: 第二十三条                       | `article: ""`                          | basis-cited            | materials[0].basis.article
            article: 第二十三条                       | article: 有关规定                      | basis-cited            | materials[0].basis
            article: 第四条、第八条                   | article: 相应条款                      | basis-cited            | basis[0]
            when: 使用集中空调通风系统的              | `#`                                    | material-condition     | materials[5].when
            when: 使用集中空调通风系统的              | `when: ""`                             | material-condition     | materials[5].when
            standard: 各栏填写                        | when: 申请的\\n    standard: 各栏填写  | material-condition     | materials[0].when
            code: floor-plan                          | code: hygiene-rules                    | material-unique        | materials[4].code
            sensitive: true                           | sample: 样本.docx                      | material-file          | materials[1].sample
            sensitive: true                           | sample: process.bpmn                   | material-file          | materials[1].sample
            sensitive: true                           | blankForm: ../样本.docx                | material-file          | materials[1].blankForm
            sensitive: true                           | blankForm: ../item.yaml                | material-file          | materials[1].blankForm
            version: "2026.2"                         | version: 新版                          | code-form              | version
            11150203MB1A23457Q4000123001000"          | 11150203MB1A23457Q400012300100"        | implementation-code    | implementationCode
            implementationCode: "11150203MB1A23457Q   | implementationCode: "11150203MB1A23456Q | implementation-code   | implementationCode
            12300100001"                              | 12300100002A"                          | handling-code          | handlingCode
            handlingCode: "111                        | handlingCode: "911                     | handling-code          | handlingCode
            promisedDays: 7                           | promisedDays: 21                       | promise-within-statute | limits.promisedDays
            clockStart: acceptance                    | clockStart: 受理                       | limits                 | limits.clockStart
            clockStart: acceptance                    | unit: weeks\\n  clockStart: acceptance | limits                 | limits.unit
            validFrom: 2026-01-01                     | validFrom: 2026-01-01\\nvalidTo: 2025-12-31 | validity          | validTo
            department: health-commission             | department: health                     | department-known       | department
            windowClass: social                       | windowClass: health                    | window-known           | windowClass
            """)
    void aBreakIsFoundAtItsPlace(String from, String to, String rule, String place) {
        var item = SampleItem.in(parent).change("item.yaml", from, to);
        if (rule.equals("material-unique")) {
            item.change("materials.dmn", "\"floor-plan\"", "\"hygiene-rules\"");
            assertThat(item.lint())
                    .filteredOn(finding -> finding.rule() == LintRule.MATERIAL_UNIQUE)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.place()).isEqualTo(place));
        } else if (rule.equals("implementation-code")) {
            assertThat(item.lint()).extracting(finding -> finding.rule().id()).contains(rule);
        } else {
            item.breaks(rule, place);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            article: 第二十三条 | article: 附件2
            document: 公共场所卫生管理条例实施细则, article: 第二十三条 | document: 内卫发〔2020〕17号, article: 审批流程
            fees: [] | `#`
            coverage: 4 | `#`
            implementationCode | #implementationCode
            sensitive: true | sensitive: false
            necessity: required | necessity: deferrable
            form: paper | form: both
            """, quoteCharacter = '`')
    void whatMayBeOtherwiseIsNoFault(String from, String to) {
        var item = SampleItem.in(parent);
        if (from.equals("implementationCode")) {
            item.change("item.yaml", "handlingCode", "#handlingCode");
        }
        assertThat(item.change("item.yaml", from, to).lint()).isEmpty();
    }

    @Test
    void twoMaterialsOfOneNameAreFound() {
        var item = SampleItem.in(parent).change("item.yaml", "name: 公共场所卫生管理制度", "name: 公共场所卫生检测报告");
        assertThat(item.lint())
                .filteredOn(finding -> finding.rule() == LintRule.MATERIAL_UNIQUE)
                .extracting(Finding::place)
                .containsExactly("materials[4].name");
    }

    @Test
    void aFindingNamesFileAndLine() throws IOException {
        var item = SampleItem.in(parent).change("item.yaml", "promisedDays: 7", "promisedDays: 21");
        var lines = Files.readAllLines(item.folder().resolve("item.yaml"));
        assertThat(item.lint()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).endsWith("/public-health-permit/item.yaml");
            assertThat(lines.get(finding.line().orElseThrow() - 1)).contains("promisedDays: 21");
        });
    }

    @Test
    void theCodeIsTheNameOfTheFolder() throws IOException {
        var item = SampleItem.in(parent);
        Files.move(item.folder(), parent.resolve("health-permit"));
        assertThat(SampleItem.lint(parent)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(LintRule.CODE_IS_FOLDER);
            assertThat(finding.place()).isEqualTo("code");
        });
    }

    @Test
    void noTwoItemsHaveOneCode() {
        SampleItem.in(parent.resolve("one"));
        SampleItem.in(parent.resolve("two"));
        assertThat(SampleItem.lint(parent)).extracting(Finding::rule).containsExactly(LintRule.ITEM_UNIQUE);
    }

    @Test
    void aMissingFileIsFound() throws IOException {
        for (var file : new String[] {"item.yaml", "materials.dmn", "process.bpmn", "situation.form"}) {
            var item = SampleItem.in(parent.resolve(file));
            Files.delete(item.folder().resolve(file));
            assertThat(item.lint())
                    .filteredOn(finding -> finding.rule() == LintRule.FILE_READABLE)
                    .extracting(Finding::file)
                    .containsExactly(item.folder() + "/" + file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "item.yaml, 'kind: promised', 'kind: [promised'",
        "materials.dmn, '</definitions>', ''",
        "process.bpmn, '<bpmn:process', '<bpmn:process <'",
        "situation.form, '\"schemaVersion\": 16,', '\"schemaVersion\": 16'"
    })
    void aFileThatCannotBeReadIsFound(String file, String from, String to) {
        assertThat(SampleItem.in(parent).change(file, from, to).lint()).anySatisfy(finding -> {
            assertThat(finding.file()).endsWith(file);
            assertThat(finding.why()).contains("不是合法的");
            assertThat(finding.line()).isPresent();
        });
    }
}
