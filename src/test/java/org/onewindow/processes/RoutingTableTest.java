package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
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
        "no-such-item, shaoxianlu, lodging, nobody"
    })
    void goesTo(String item, String district, String premisesKind, String department) {
        var situation = new HashMap<String, Object>();
        if (!premisesKind.equals("-")) {
            situation.put("premisesKind", premisesKind);
        }
        assertThat(departmentOf(item, district, situation)).isEqualTo(department);
    }

    @Test
    void everyDepartmentOfTheTableIsOneOfTheOrganisations() {
        for (var item : new String[] {"public-health-permit", "individual-business-registration"}) {
            var department = departmentOf(item, "shaoxianlu", Map.of("premisesKind", "lodging"));
            assertThat(organization.department(department)).isPresent();
        }
    }

    private String departmentOf(String item, String district, Map<String, Object> situation) {
        var inputs = Map.<String, Object>of("item", item, "district", district, "situation", situation);
        var result = hall.engine().getDecisionService().evaluateDecisionTableByKey("routing", inputs);
        return result.isEmpty() ? "nobody" : (String) result.getSingleResult().getSingleEntry();
    }
}
