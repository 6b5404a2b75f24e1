package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;

/** routing.dmn (按责分办), row by row in the engine; no match is a dispatcher's work, never an error. */
@HallTest
class RoutingTableTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Organization organization;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @ParameterizedTest(name = "{0} in {1}, {2}: {3}")
    @CsvSource({
        "public-health-permit, shaoxianlu, lodging, health-commission",
        "public-health-permit, kunhe, pool, health-commission",
        "public-health-permit, shaoxianlu, unlisted, nobody",
        "public-health-permit, outside, lodging, nobody",
        "public-health-permit, outside, unlisted, nobody",
        "individual-business-registration, shaoxianlu, -, market-supervision",
        "individual-business-registration, buerhantu, -, market-supervision",
        "individual-business-registration, outside, -, nobody",
        "old-age-allowance, shaoxianlu, -, shaoxianlu-office",
        "minimum-living-allowance, kunhe, -, kunhe-office",
        "minimum-living-allowance, outside, -, nobody",
        "extreme-poverty-support, kunhe, -, kunhe-office", // an earlier version, whose page does not say so
        "an-item-of-the-district, kunhe, -, kunhe-office",
        "item-without-a-row, shaoxianlu, -, the-page's-department"
    })
    void goesTo(String item, String district, String premisesKind, String department) {
        var situation = new HashMap<String, Object>();
        if (!premisesKind.equals("-")) {
            situation.put("premisesKind", premisesKind);
        }
        assertThat(departmentOf(item, district, situation)).isEqualTo(department);
    }

    @Test
    void everyDistrictHasItsOffice() {
        for (var district : List.of(
                "shaoxianlu",
                "zhaotan",
                "linyinlu",
                "youyidajie",
                "aerdingdajie",
                "tuanjiedajie",
                "anshandao",
                "qianjindao",
                "shifudonglu",
                "baiyunlu",
                "huanghexilu",
                "kungonglu",
                "kunhe",
                "buerhantu")) {
            var office = departmentOf("old-age-allowance", district, Map.of());
            assertThat(organization.department(office)).as(office).isPresent();
        }
    }

    private String departmentOf(String item, String district, Map<String, Object> situation) {
        var responsible =
                switch (item) {
                    case "public-health-permit" -> "health-commission";
                    case "individual-business-registration" -> "market-supervision";
                    default -> "the-page's-department";
                };
        var handledBy = item.endsWith("allowance") || item.endsWith("district") ? "district" : "department";
        var inputs = Map.<String, Object>of(
                "item", item,
                "responsible", responsible,
                "handledBy", handledBy,
                "district", district,
                "situation", situation);
        var result = hall.engine().getDecisionService().evaluateDecisionTableByKey("routing", inputs);
        return Optional.<String>ofNullable(result.getSingleEntry()).orElse("nobody");
    }
}
