package org.onewindow.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.onewindow.workflow.ItemMaterials.Asked;

/**
 * The situations that were asked about lately, of all items. Strangers ask: numbers and free texts, of which there are
 * without end, are never remembered, and of the others the oldest give way.
 */
final class KnownSituations {

    static final int MOST = 1_000;

    private final Map<Situation, Asked> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Situation, Asked> eldest) {
            return size() > MOST;
        }
    });

    /** @param publication the number of the item's version */
    private record Situation(long publication, Map<String, Object> answers) {}

    /** @param options the texts that an answer may be chosen from */
    Asked asked(long publication, Map<String, Object> answers, Set<String> options, Supplier<Asked> evaluation) {
        boolean isChosen = answers.values().stream()
                .allMatch(answer -> answer == null || answer instanceof Boolean || options.contains(answer));
        if (!isChosen) {
            return evaluation.get();
        }
        var situation = new Situation(publication, answers);
        var asked = known.get(situation);
        if (asked == null) {
            asked = evaluation.get();
            known.put(situation, asked);
        }
        return asked;
    }
}
