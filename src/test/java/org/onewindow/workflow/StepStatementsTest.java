package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a step of a case asks the database. */
@HallTest
class StepStatementsTest {

    @Autowired
    private Hall hall;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        review(); // models and items are known then
    }

    @Test
    void aStepAsksNothingTwice() {
        assertThat(review())
                .filteredOn(statement -> statement.toLowerCase().contains("select"))
                .doesNotHaveDuplicates()
                .anyMatch(statement -> statement.contains("case_step"))
                .hasSizeLessThanOrEqualTo(9);
    }

    private List<String> review() {
        var task = hall.as("sunjie").claim(way.checked(), "task_review");
        return Statements.of(() ->
                hall.as("sunjie").submitForm(task.getId(), Map.of("outcome", "agree", "opinion", "材料齐全，符合规定，同意。")));
    }
}
