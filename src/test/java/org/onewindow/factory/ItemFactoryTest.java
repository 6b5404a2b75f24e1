package org.onewindow.factory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemFactoryTest {

    private static final DmnEngine DECISIONS =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @TempDir
    private Path folder;

    @Test
    void everyArchetypeBecomesACompleteFolder() throws Exception {
        var folders = generate(FilledIn.everyArchetype());
        assertThat(folders).hasSize(Archetype.values().length);
        for (var item : folders) {
            assertThat(Files.list(item))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("item.yaml", "materials.dmn", "situation.form", "process.bpmn");
            assertThat(Diagram.faults(Files.readString(item.resolve("process.bpmn"))))
                    .isEmpty();
        }
    }

    @Test
    void thePageSaysWhatTheWorkbookSays() throws IOException {
        var page = page(generate(FilledIn.example()
                        .set(ManualSheet.IMPLEMENTATION_CODE, "11150203MB1B6789984000131022000")
                        .set(ManualSheet.HANDLING_CODE, "11150203MB1B678998400013102200001")
                        .set(ManualSheet.VALID_TO, "2030-12-31")
                        .set(ManualSheet.FEES, "检验费|每件50元|《行政事业性收费目录》第三条"))
                .get(0));
        assertThat(page.fieldNames())
                .toIterable()
                .containsExactly(
                        "code",
                        "name",
                        "version",
                        "type",
                        "implementationCode",
                        "handlingCode",
                        "validFrom",
                        "validTo",
                        "kind",
                        "department",
                        "windowClass",
                        "serviceObjects",
                        "basis",
                        "conditions",
                        "limits",
                        "fees",
                        "process",
                        "result",
                        "visits",
                        "onlineDepth",
                        "fourWays",
                        "contact",
                        "faq",
                        "materials");
        assertThat(page.at("/type").asText()).isEqualTo("01");
        assertThat(page.at("/implementationCode").asText()).isEqualTo("11150203MB1B6789984000131022000");
        assertThat(page.at("/validTo").asText()).isEqualTo("2030-12-31");
        assertThat(page.at("/serviceObjects").toString()).isEqualTo("[\"person\",\"organization\"]");
        assertThat(page.at("/basis/0/document").asText()).isEqualTo("中华人民共和国食品安全法");
        assertThat(page.at("/conditions")).hasSize(3);
        assertThat(page.at("/limits").toString())
                .isEqualTo("{\"statutoryDays\":10,\"promisedDays\":7,\"unit\":\"workingDays\","
                        + "\"clockStart\":\"acceptance\",\"extensionDays\":5,\"correctionDays\":30}");
        assertThat(page.at("/fees/0/basis/article").asText()).isEqualTo("第三条");
        assertThat(page.at("/process/steps/4").asText()).isEqualTo("现场核查");
        assertThat(page.at("/onlineDepth").asInt()).isEqualTo(4);
        assertThat(page.at("/materials")).hasSize(6);
        assertThat(page.at("/materials/3/when").asText()).isEqualTo("利用自动设备从事食品经营的");
        assertThat(page.at("/materials/5/sensitive").asBoolean()).isTrue();
    }

    @Test
    void aCaseMayBeginInTheApplicantsDistrictAndBeDecidedByTheDepartment() throws IOException {
        var item = generate(FilledIn.nothing().addArchetype("allowance", "多级")).get(0);
        assertThat(page(item).at("/process/handledBy").asText()).isEqualTo("district");
        var department = page(item).path("department").asText();
        assertThat(Files.readString(item.resolve("process.bpmn")))
                .contains("${department}-handlers", "${department}-reviewers")
                .contains(department + "-deciders", department + "-handlers")
                .doesNotContain("${department}-deciders");
    }

    @Test
    void theTableAsksForWhatTheConditionsSay() throws IOException {
        var item = generate(FilledIn.example()).get(0);
        var always = List.of("application-form", "floor-plan", "safety-rules");
        assertThat(materials(item, Map.of("usesVendingMachine", "no"))).containsExactlyElementsOf(always);
        assertThat(materials(item, Map.of("usesVendingMachine", "yes"))).contains("vending-machine-placement");
        assertThat(materials(item, Map.of("usesVendingMachine", "no", "hasAgent", true)))
                .contains("authorization-letter", "agent-identity-card");
    }

    @Test
    void severalConditionsAskForAMaterialOnce() throws IOException {
        var item = generate(FilledIn.example()
                        .add(ManualSheet.QUESTIONS, FilledIn.EXAMPLE, "area", "面积（平方米）", "数字", "", "是", "1", "9000")
                        .add(ManualSheet.QUESTIONS, FilledIn.EXAMPLE, "hot", "是否制作热食", "勾选", "", "否")
                        .add(
                                ManualSheet.MATERIAL_CONDITIONS,
                                FilledIn.EXAMPLE,
                                "vending-machine-placement",
                                "area ≥ 100 且 area < 500 且 applicantType = 法人")
                        .add(
                                ManualSheet.MATERIAL_CONDITIONS,
                                FilledIn.EXAMPLE,
                                "vending-machine-placement",
                                "hot = 是 且 area != 7"))
                .get(0);
        for (var uses : List.of("yes", "no")) {
            for (var area : List.of(7, 99, 100, 499, 500)) {
                for (var type : List.of("person", "organization")) {
                    for (var hot : List.of(true, false)) {
                        var situation = new TreeMap<String, Object>(
                                Map.of("usesVendingMachine", uses, "area", area, "applicantType", type));
                        if (hot) {
                            situation.put("hot", true); // an unticked box sends nothing
                        }
                        boolean needed = uses.equals("yes")
                                || area >= 100 && area < 500 && type.equals("organization")
                                || hot && area != 7;
                        assertThat(materials(item, situation))
                                .as(situation.toString())
                                .filteredOn("vending-machine-placement"::equals)
                                .hasSize(needed ? 1 : 0);
                    }
                }
            }
        }
    }

    @Test
    void theFormAsksTheQuestions() throws IOException {
        var form = new ObjectMapper()
                .readTree(generate(FilledIn.example())
                        .get(0)
                        .resolve("situation.form")
                        .toFile());
        assertThat(form.at("/id").asText()).isEqualTo("situation_food-business-permit");
        assertThat(form.at("/components/0").toString())
                .isEqualTo("{\"type\":\"textfield\",\"key\":\"premisesName\",\"label\":\"经营场所名称\","
                        + "\"validate\":{\"required\":true,\"maxLength\":100,\"minLength\":2},"
                        + "\"layout\":{\"row\":\"s1\",\"columns\":8},\"id\":\"field_premisesName\"}");
        assertThat(form.at("/components/1/values/0/label").asText()).isEqualTo("是");
    }

    @Test
    void theProcessHasTheArchetypesSteps() throws IOException {
        for (var item : generate(FilledIn.everyArchetype())) {
            var process = Files.readString(item.resolve("process.bpmn"));
            for (var step : page(item).at("/process/steps")) {
                // the first stages and the last are called
                if (!List.of("核验材料", "分办", "出件").contains(step.asText())) {
                    assertThat(process).contains("name=\"" + step.asText() + "\"");
                }
            }
        }
    }

    @Test
    void theSameWorkbookGivesTheSameBytes() throws IOException {
        var once = contents(generate(FilledIn.everyArchetype()));
        var again = FilledIn.factory(folder.resolve("again"), false)
                .generate(FilledIn.everyArchetype().saveIn(folder));
        assertThat(contents(again)).isEqualTo(once);
    }

    @Test
    void whatLiesBesideTheGeneratedFilesStays() throws IOException {
        var item = generate(FilledIn.example()).get(0);
        Files.writeString(item.resolve("申请书.docx"), "空白表格");
        FilledIn.factory(folder.resolve("items"), true)
                .generate(FilledIn.example().set(ManualSheet.VERSION, "2026.2").saveIn(folder));
        assertThat(page(item).at("/version").asText()).isEqualTo("2026.2");
        assertThat(item.resolve("申请书.docx")).exists();
        assertThat(Files.list(folder.resolve("items"))).hasSize(1);
    }

    private List<Path> generate(FilledIn workbook) throws IOException {
        return FilledIn.factory(folder.resolve("items"), false).generate(workbook.saveIn(folder));
    }

    private static JsonNode page(Path item) throws IOException {
        return new YAMLMapper().readTree(item.resolve("item.yaml").toFile());
    }

    private static List<String> materials(Path item, Map<String, Object> situation) throws IOException {
        var inputs = Variables.fromMap(situation);
        inputs.putIfAbsent("applicantType", "person");
        inputs.putIfAbsent("hasAgent", false);
        inputs.putIfAbsent("usesVendingMachine", "no");
        try (InputStream table = Files.newInputStream(item.resolve("materials.dmn"))) {
            var decision = DECISIONS.parseDecision("materials_" + item.getFileName(), table);
            return DECISIONS.evaluateDecisionTable(decision, inputs).collectEntries("material");
        }
    }

    private static Map<String, String> contents(List<Path> folders) throws IOException {
        var contents = new TreeMap<String, String>();
        for (var item : folders) {
            try (var files = Files.list(item)) {
                for (var file : files.toList()) {
                    contents.put(item.getFileName() + "/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        return contents;
    }
}
