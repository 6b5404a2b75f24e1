package org.onewindow.supervision;

import java.util.Map;
import org.onewindow.deadline.Lamp;

/**
 * The open cases that a department has of an item, by lamp.
 *
 * @param department whose the cases are
 * @param total all of them, those without a lamp yet among them
 */
public record LampCount(String department, String itemCode, String itemName, int total, Map<Lamp, Integer> lamps) {

    /** How many show a lamp. */
    public int of(Lamp lamp) {
        return lamps.getOrDefault(lamp, 0);
    }

    /** Those before acceptance. */
    public int unaccepted() {
        return total - lamps.values().stream().mapToInt(Integer::intValue).sum();
    }
}
