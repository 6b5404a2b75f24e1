package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.Material;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;

/** materials.dmn of each item, row by row in the engine: which answers ask for which materials. */
@HallTest
class MaterialsTableTest {

    private static final List<String> PERMIT_ALWAYS = List.of(
            "application-form", "legal-representative-identity", "floor-plan", "inspection-report", "hygiene-rules");
    private static final List<String> YES_OR_NO = List.of(
            "usesCentralAirConditioning",
            "familyOperated",
            "hasDisabledMember",
            "hasSeriouslyIllMember",
            "isDisabled",
            "applicantIsMinor",
            "needsDetailedPlan",
            "needsPlanningPermit",
            "tenderRequired",
            "drawingReviewRequired",
            "hasCivilDefenseWorks",
            "needsPriorApproval",
            "usesAutomaticEquipment");
    /** Land is got in one way only: no single answer asks for the papers of both. */
    private static final List<String> LAND_SUPPLIES = List.of("transfer", "allocation");

    private static final List<String> BUSINESS_ALWAYS =
            List.of("application-form", "operator-identity-card", "premises-proof");

    @Autowired
    private Hall hall;

    @Autowired
    private Catalog catalog;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @ParameterizedTest(name = "{0}, agent {1}, central air conditioning {2}")
    @CsvSource({
        "person, false, no, ''",
        "person, false, yes, air-conditioning-report",
        "person, true, no, authorization-letter agent-identity-card",
        "person, true, yes, air-conditioning-report authorization-letter agent-identity-card",
        "organization, false, no, ''",
        "organization, false, yes, air-conditioning-report",
        "organization, true, no, authorization-letter agent-identity-card",
        "organization, true, yes, air-conditioning-report authorization-letter agent-identity-card"
    })
    void publicHealthPermit(String applicantType, boolean hasAgent, String airConditioning, String more) {
        var inputs = Map.<String, Object>of(
                "applicantType", applicantType, "hasAgent", hasAgent, "usesCentralAirConditioning", airConditioning);
        assertThat(materials("public-health-permit", inputs)).isEqualTo(and(PERMIT_ALWAYS, more));
    }

    @ParameterizedTest(name = "agent {0}, family {1}")
    @CsvSource({
        "false, no, ''",
        "false, yes, family-member-identity-card",
        "true, no, authorization-letter agent-identity-card",
        "true, yes, family-member-identity-card authorization-letter agent-identity-card"
    })
    void individualBusinessRegistration(boolean hasAgent, String family, String more) {
        var inputs = Map.<String, Object>of("applicantType", "person", "hasAgent", hasAgent, "familyOperated", family);
        assertThat(materials("individual-business-registration", inputs)).isEqualTo(and(BUSINESS_ALWAYS, more));
    }

    @ParameterizedTest(name = "{0}, {1} {2}")
    @CsvSource({
        "land-use-planning-permit, landSupply, transfer, land-transfer-contract, true",
        "land-use-planning-permit, landSupply, transfer, site-selection-opinion, false",
        "land-use-planning-permit, landSupply, allocation, site-selection-opinion, true",
        "land-use-planning-permit, landSupply, allocation, land-transfer-contract, false",
        "construction-planning-permit, needsDetailedPlan, yes, detailed-plan, true",
        "construction-planning-permit, needsDetailedPlan, no, detailed-plan, false",
        "construction-permit, needsPlanningPermit, yes, planning-permit, true",
        "construction-permit, needsPlanningPermit, no, planning-permit, false",
        "construction-permit, tenderRequired, yes, bid-award-notice, true",
        "construction-permit, tenderRequired, no, bid-award-notice, false",
        "construction-permit, drawingReviewRequired, yes, drawing-review-certificate, true",
        "construction-permit, drawingReviewRequired, no, drawing-review-certificate, false",
        "joint-completion-acceptance, hasCivilDefenseWorks, yes, civil-defense-documents, true",
        "joint-completion-acceptance, hasCivilDefenseWorks, no, civil-defense-documents, false",
        "company-registration, needsPriorApproval, yes, prior-approval, true",
        "company-registration, needsPriorApproval, no, prior-approval, false",
        "food-business-license, usesAutomaticEquipment, yes, automatic-equipment-placement, true",
        "food-business-license, usesAutomaticEquipment, no, automatic-equipment-placement, false"
    })
    void investmentAndCommerce(String item, String field, String answer, String material, boolean needed) {
        var inputs = answers("no");
        inputs.put(field, answer);
        assertThat(materials(item, inputs).contains(material)).isEqualTo(needed);
    }

    @ParameterizedTest(name = "{0}, {1} {2}")
    @CsvSource({
        "minimum-living-allowance, hasDisabledMember, yes, disability-certificate, true",
        "minimum-living-allowance, hasDisabledMember, no, disability-certificate, false",
        "minimum-living-allowance, hasSeriouslyIllMember, yes, diagnosis-certificate, true",
        "minimum-living-allowance, hasSeriouslyIllMember, no, diagnosis-certificate, false",
        "extreme-poverty-support, isDisabled, yes, disability-certificate, true",
        "extreme-poverty-support, isDisabled, no, disability-certificate, false",
        "disability-certificate, disabilityKind, intellectual, guardian-proof, true",
        "disability-certificate, disabilityKind, mental, guardian-proof, true",
        "disability-certificate, disabilityKind, multiple-guarded, guardian-proof, true",
        "disability-certificate, disabilityKind, multiple, guardian-proof, false",
        "disability-certificate, disabilityKind, hearing, guardian-proof, false",
        "disability-certificate, applicantIsMinor, yes, guardian-proof, true",
        "medical-insurance-enrolment, localHousehold, no, residence-permit, true",
        "medical-insurance-enrolment, localHousehold, yes, residence-permit, false"
    })
    void socialServices(String item, String field, String answer, String material, boolean needed) {
        var inputs = answers("no");
        inputs.put(field, answer);
        assertThat(materials(item, inputs).contains(material)).isEqualTo(needed);
    }

    /** The table's names are for its readers in Modeler; the manual's are the ones on paper. */
    @Test
    void everyRowIsAMaterialOfTheManualAndEveryMaterialHasARow() {
        for (var entry : catalog.entries()) {
            var rows = LAND_SUPPLIES.stream()
                    .flatMap(supply -> rows(entry.item().code(), everything(supply)))
                    .distinct()
                    .toList();
            assertThat(rows)
                    .containsExactlyInAnyOrderElementsOf(entry.item().materials().stream()
                            .map(m -> tuple(m.code(), m.name()))
                            .toList());
        }
    }

    @Test
    void whatTheManualCallsRequiredIsAskedOfEverybody() {
        for (var entry : catalog.entries()) {
            assertThat(materials(entry.item().code(), answers("no")))
                    .isEqualTo(entry.item().materials().stream()
                            .filter(m -> m.necessity() == Material.Necessity.REQUIRED)
                            .map(Material::code)
                            .toList());
        }
    }

    private Stream<Tuple> rows(String item, Map<String, Object> inputs) {
        return hall
                .engine()
                .getDecisionService()
                .evaluateDecisionTableByKey("materials_" + item, inputs)
                .getResultList()
                .stream()
                .map(row -> tuple(row.get("material"), row.get("name")));
    }

    private static Map<String, Object> everything(String landSupply) {
        var inputs = answers("yes");
        inputs.putAll(
                Map.of("hasAgent", true, "disabilityKind", "mental", "localHousehold", "no", "landSupply", landSupply));
        return inputs;
    }

    /** The same answer to every question; where there is no such answer, one that asks for nothing more. */
    private static Map<String, Object> answers(String answer) {
        var inputs = new HashMap<String, Object>(Map.of(
                "applicantType", "person",
                "hasAgent", false,
                "disabilityKind", "physical",
                "localHousehold", "yes",
                "landSupply", "none"));
        YES_OR_NO.forEach(question -> inputs.put(question, answer));
        return inputs;
    }

    private List<String> materials(String item, Map<String, Object> inputs) {
        return hall.engine()
                .getDecisionService()
                .evaluateDecisionTableByKey("materials_" + item, inputs)
                .collectEntries("material");
    }

    private static List<String> and(List<String> always, String more) {
        var all = new ArrayList<>(always);
        if (!more.isEmpty()) {
            all.addAll(List.of(more.split(" ")));
        }
        return all;
    }
}
