package org.onewindow.workflow.rehearsal;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.onewindow.catalog.ServiceItem;

/**
 * What the rehearsal of an item showed.
 *
 * @param situations every combination of the conditions, with the materials that it asks for
 * @param paths every way through the process, the straightest first
 * @param untouched the names of the process's steps and events that no path came to
 * @param faults what is wrong with the item as a whole; each path has its own as well
 */
public record Rehearsed(
        ServiceItem item, List<Situation> situations, List<Walk> paths, List<String> untouched, List<String> faults) {

    /**
     * A combination of conditions (情形).
     *
     * @param number counted from 1
     * @param words the answers in words
     * @param materials the names of the materials, in the item's order
     * @param isEligible whether it can be accepted; an answer may say that a condition is not met
     */
    public record Situation(int number, String words, List<String> materials, boolean isEligible) {}

    /**
     * A way from the receipt to an end.
     *
     * @param workingDays days of the decision period that it took, in the item's unit; empty without an acceptance
     * @param remark that it took longer than promised or than the law allows, and why; empty if it did not
     * @param end where it ended
     * @param faults why the item cannot be published like this; empty for a good path
     */
    public record Walk(
            int situation, List<Step> steps, OptionalInt workingDays, String remark, String end, List<String> faults) {}

    /**
     * @param outcome what was chosen; empty where there was nothing to choose
     * @param actor who did it; empty for a timer
     */
    public record Step(String name, String outcome, String actor) {}

    /** Everything that is wrong. */
    public List<String> allFaults() {
        return Stream.concat(faults.stream(), paths.stream().flatMap(path -> path.faults().stream()))
                .distinct()
                .toList();
    }
}
