package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist opens with the first of the lists that somebody may read: it is the one with their work. */
@HallTest
class FirstListTest {

    @Autowired
    private Hall hall;

    @ParameterizedTest
    @CsvSource({
        "window-social,                 待受理",
        "health-commission-handlers,    待办",
        "health-commission-reviewers,   待办",
        "health-commission-deciders,    待办",
        "dispatch,                      待办",
        "issuance,                      待办"
    })
    void everybodyBeginsWithTheirOwnWork(String group, String list) {
        var identity = hall.engine().getIdentityService();
        identity.setAuthentication("somebody", List.of(group));
        try {
            assertThat(hall.engine().getFilterService().createTaskFilterQuery().list().stream()
                            .min(Comparator.comparing(FirstListTest::priority)))
                    .map(Filter::getName)
                    .contains(list);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static int priority(Filter filter) {
        return ((Number) filter.getProperties().get("priority")).intValue();
    }
}
