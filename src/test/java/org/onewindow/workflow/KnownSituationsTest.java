package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.ItemMaterials.Asked;

/** What is remembered of the situations that strangers ask about. */
class KnownSituationsTest {

    private static final Map<String, Object> USUAL = Map.of("premises", "rented", "hasAgent", true);
    private static final Set<String> OPTIONS = Set.of("rented", "owned");

    private final KnownSituations known = new KnownSituations();
    private int evaluations;

    @Test
    void aSituationOfChoicesIsEvaluatedOnceForEachVersion() {
        ask(1, USUAL);
        ask(1, USUAL);
        assertThat(evaluations).isEqualTo(1);
        ask(2, USUAL);
        assertThat(evaluations).isEqualTo(2);
    }

    @Test
    void numbersAndFreeTextsAreNeitherRememberedNorPushOthersOut() {
        ask(1, USUAL);
        for (int i = 0; i < 2 * KnownSituations.MOST; i++) {
            ask(1, Map.of("area", i));
            ask(1, Map.of("premises", "text " + i));
        }
        evaluations = 0;
        ask(1, USUAL);
        assertThat(evaluations).isZero();
        ask(1, Map.of("area", 0));
        ask(1, Map.of("premises", "text 0"));
        assertThat(evaluations).isEqualTo(2);
    }

    @Test
    void theOldestSituationGivesWay() {
        for (int version = 0; version <= KnownSituations.MOST; version++) {
            ask(version, USUAL);
        }
        evaluations = 0;
        ask(KnownSituations.MOST, USUAL);
        assertThat(evaluations).isZero();
        ask(0, USUAL);
        assertThat(evaluations).isEqualTo(1);
    }

    private void ask(long version, Map<String, Object> answers) {
        known.asked(version, answers, OPTIONS, () -> {
            evaluations++;
            return new Asked(List.of(), List.of());
        });
    }
}
