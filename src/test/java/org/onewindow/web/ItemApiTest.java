package org.onewindow.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What the catalogue answers to citizens and other programs. */
@ApiTest
class ItemApiTest {

    private static final String MATERIALS = "/api/items/public-health-permit/materials";

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest(name = "{0} finds {1} first")
    @CsvSource({
        "公共场所, public-health-permit",
        "ggcswsxk, public-health-permit",
        "wsxk, public-health-permit",
        "public-health, public-health-permit",
        "设立登记 个体, individual-business-registration",
        "公司设立登记, company-registration",
        "生活保障证, minimum-living-allowance",
        "民政局 高龄, old-age-allowance"
    })
    void anItemIsFoundByWhatACitizenKnowsOfIt(String words, String code) throws Exception {
        find("q", words).andExpect(jsonPath("$.items[0].code", is(code)));
    }

    @Test
    void namesThatBeginWithTheWordsComeBeforeOthersAndOrgansLast() throws Exception {
        find("q", "建设")
                .andExpect(jsonPath("$.items[*].name", contains("建设工程规划许可", "建设用地规划许可", "建设工程竣工联合验收", "建筑工程施工许可")));
        find("q", "js").andExpect(jsonPath("$.items[0].name", containsString("建设")));
    }

    @Test
    void everyConditionMustHold() throws Exception {
        find("windowClass", "commerce", "object", "person")
                .andExpect(jsonPath("$.items[*].windowClass", everyItem(is("commerce"))))
                .andExpect(jsonPath("$.items[*].code", hasItem("individual-business-registration")));
        find("department", "medical-insurance", "kind", "promised").andExpect(jsonPath("$.total", is(0)));
        find("department", "medical-insurance", "kind", "instant").andExpect(jsonPath("$.items", hasSize(1)));
    }

    @Test
    void aClientThatAsksForNothingInParticularGetsTheFirstFifty() throws Exception {
        find().andExpect(jsonPath("$.items", hasSize(16)))
                .andExpect(jsonPath("$.total", is(16)))
                .andExpect(jsonPath("$.page", is(1)))
                .andExpect(jsonPath("$.size", is(50)));
        find("page", "2", "size", "15").andExpect(jsonPath("$.items", hasSize(1)));
        find("page", "9").andExpect(jsonPath("$.items", hasSize(0))).andExpect(jsonPath("$.total", is(16)));
    }

    @Test
    void anUnknownConditionOrValueIsRefusedByName() throws Exception {
        find("object", "company", "kind", "slow", "windowClass", "x", "department", "y", "colour", "red", "page", "0")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath(
                        "$.violations[*].field",
                        containsInAnyOrder("object", "kind", "windowClass", "department", "colour", "page")))
                .andExpect(jsonPath(
                        "$.violations[?(@.field == 'object')].message", contains(containsString("person（自然人）"))));
        find("q", "字".repeat(51)).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void theMaterialsFollowTheAnswers() throws Exception {
        ask(MATERIALS, "hasAgent", "true", "usesCentralAirConditioning", "yes")
                .andExpect(jsonPath("$.complete", is(true)))
                .andExpect(jsonPath("$.unanswered", hasSize(0)))
                .andExpect(jsonPath("$.materials[*].code", hasItem("air-conditioning-report")))
                .andExpect(jsonPath("$.materials[*].code", hasItem("authorization-letter")));
        ask(MATERIALS, "hasAgent", "false", "usesCentralAirConditioning", "no")
                .andExpect(jsonPath("$.materials", hasSize(5)))
                .andExpect(jsonPath("$.undecided", hasSize(0)));
    }

    @Test
    void withoutAnswersTheUnconditionalMaterialsAndTheOpenQuestionsAreTold() throws Exception {
        ask(MATERIALS, "usesCentralAirConditioning", "")
                .andExpect(jsonPath("$.complete", is(false)))
                .andExpect(jsonPath("$.materials", hasSize(5)))
                .andExpect(jsonPath(
                        "$.undecided[*].code",
                        containsInAnyOrder("air-conditioning-report", "authorization-letter", "agent-identity-card")))
                .andExpect(jsonPath(
                        "$.unanswered[*].field", containsInAnyOrder("hasAgent", "usesCentralAirConditioning")));
    }

    @Test
    void aWrongAnswerIsRefusedByItsField() throws Exception {
        ask(MATERIALS, "hasAgent", "maybe", "premisesArea", "large", "colour", "red", "applicantType", "person")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.violations[*].field", containsInAnyOrder("hasAgent", "premisesArea", "colour")));
        ask("/api/items/minimum-living-allowance/materials", "applicantType", "organization")
                .andExpect(jsonPath("$.violations[0].field", is("applicantType")));
        ask("/api/items/no-such-item/materials").andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "1e999",
                "1e3",
                "0x1p10",
                "1d",
                ".5",
                "5.",
                "1,000",
                "12345678901",
                "8０",
                "0",
                "0.5",
                "-3",
                "100001"
            })
    void aNumberIsWrittenInDecimalsAndKeepsToTheFormsBounds(String number) throws Exception {
        ask(MATERIALS, "premisesArea", number)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.violations[*].field", contains("premisesArea")))
                .andExpect(jsonPath("$.violations[0].message", containsString("营业面积")));
    }

    @Test
    void aTextKeepsToTheFormsLength() throws Exception {
        ask(MATERIALS, "premisesArea", "80.5", "premisesName", "字".repeat(100)).andExpect(status().isOk());
        ask(MATERIALS, "premisesName", "字".repeat(101))
                .andExpect(jsonPath("$.violations[*].field", contains("premisesName")))
                .andExpect(jsonPath("$.violations[0].message", containsString("最多100字")));
        mvc.perform(get("/api/items/public-health-permit"))
                .andExpect(jsonPath("$.questions[?(@.field == 'premisesName')].maxLength", contains(100)))
                .andExpect(jsonPath("$.questions[?(@.field == 'premisesArea')].max", contains(100000)));
    }

    @Test
    void theShippedCatalogueReachesThePlansTargets() throws Exception {
        mvc.perform(get("/api/catalog/indicators"))
                .andExpect(jsonPath("$.comprehensiveWindows.met", is(true)))
                .andExpect(jsonPath("$.online.met", is(true)));
    }

    private ResultActions find(String... parameters) throws Exception {
        return ask("/api/items", parameters);
    }

    private ResultActions ask(String path, String... parameters) throws Exception {
        var request = get(path);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request);
    }
}
