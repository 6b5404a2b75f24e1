package org.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of materials.dmn: one break at a time. */
class TableRulesTest {

    private static final String AIR_CONDITIONING = "rule_air-conditioning-report";

    @TempDir
    private Path parent;

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <decision id="materials_public-health-permit" | <decision id="materials_health"   | table-form      | materials_health
            camunda:historyTimeToLive="P190D"            | name2=""                          | table-form      | materials_public-health-permit
            "公共场所卫生检测报告"                        | "卫生检测报告"                    | table-materials | rule_inspection-report
            <text>"yes"</text>                            | <text></text>                     | table-necessity | rule_air-conditioning-report
            <text>usesCentralAirConditioning</text>       | <text>airConditioning</text>      | input-fed       | input_usesCentralAirConditioning
            <text>"yes"</text>                            | <text>"是"</text>                 | input-value     | rule_air-conditioning-report
            <text>"yes"</text>                            | <text>not("maybe")</text>         | input-value     | rule_air-conditioning-report
            <text>"yes","no"</text>                       | <text>"yes","no","maybe"</text>   | input-value     | input_usesCentralAirConditioning
            typeRef="boolean"                             | typeRef="string"                  | input-value     | input_hasAgent
            """)
    void aBreakIsFoundAtItsPlace(String from, String to, String rule, String place) {
        SampleItem.in(parent).change("materials.dmn", from, to).breaks(rule, place);
    }

    @Test
    void aRowOfAnUnknownMaterialAndAMaterialWithoutARowAreFound() {
        assertThat(SampleItem.in(parent)
                        .change("materials.dmn", "\"floor-plan\"", "\"site-plan\"")
                        .lint())
                .extracting(finding -> finding.rule().id(), Finding::place)
                .containsExactlyInAnyOrder(
                        tuple("table-materials", "rule_floor-plan"), tuple("table-materials", "materials[2]"));
    }

    @Test
    void aRequiredMaterialWithAConditionIsFound() {
        SampleItem.in(parent)
                .change(
                        "materials.dmn",
                        "<inputEntry id=\"rule_floor-plan_in3\">\n          <text></text>",
                        "<inputEntry id=\"rule_floor-plan_in3\">\n          <text>\"no\"</text>")
                .breaks("table-necessity", "rule_floor-plan");
    }

    @Test
    void aRowWithinAnotherOfTheSameMaterialIsFound() {
        withRow("organization", "\"yes\"").breaks("row-unreachable", "rule_second");
        withRow("organization", "not(\"no\")", "other").breaks("row-unreachable", "rule_second");
    }

    @Test
    void aSecondConditionOfAMaterialIsNoFault() {
        assertThat(withRow("organization", "\"no\"").lint()).isEmpty();
    }

    @Test
    void aRowForApplicantsWhomTheItemDoesNotServeIsFound() {
        withRow("organization", "\"no\"")
                .change("item.yaml", "serviceObjects: [person, organization]", "serviceObjects: [person]")
                .breaks("row-unreachable", "rule_second");
    }

    @Test
    void rowsThatMayBothHoldAreFoundWhereThePolicyForbidsIt() {
        assertThat(SampleItem.in(parent)
                        .change("materials.dmn", "hitPolicy=\"COLLECT\"", "hitPolicy=\"UNIQUE\"")
                        .lint())
                .extracting(finding -> finding.rule().id())
                .contains("table-form", "rows-overlap");
    }

    @Test
    void rowsAfterAWiderOneAreFoundWhereTheFirstWins() {
        assertThat(SampleItem.in(parent)
                        .change("materials.dmn", "hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\"")
                        .lint())
                .filteredOn(finding -> finding.rule() == LintRule.ROW_UNREACHABLE)
                .extracting(Finding::place)
                .contains(AIR_CONDITIONING, "rule_floor-plan");
    }

    private SampleItem withRow(String applicant, String airConditioning) {
        return withRow(applicant, airConditioning, "sample");
    }

    /** A second row for the air conditioning's report, for some applicants and some answers. */
    private SampleItem withRow(String applicant, String airConditioning, String folder) {
        return SampleItem.in(parent.resolve(folder))
                .change("materials.dmn", "    </decisionTable>", """
                <rule id="rule_second">
                  <inputEntry><text>"%s"</text></inputEntry>
                  <inputEntry><text>-</text></inputEntry>
                  <inputEntry><text>%s</text></inputEntry>
                  <outputEntry><text>"air-conditioning-report"</text></outputEntry>
                  <outputEntry><text>"集中空调通风系统卫生检测报告"</text></outputEntry>
                </rule></decisionTable>""".formatted(applicant, airConditioning));
    }
}
