package org.onewindow.supervision;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.onewindow.deadline.Lamp;

/**
 * How many cases are open (在办).
 *
 * @param lamps those of each lamp
 * @param unaccepted those before acceptance, without a lamp (未受理)
 * @param dueToday those whose promise falls due today and that are not decided (今日到期)
 * @param dueNext likewise after today up to the next working day (下一工作日到期)
 * @param missed those whose promise fell due in the figures' period and that are not decided yet (超期未办结)
 */
public record OpenCount(Map<Lamp, Integer> lamps, int unaccepted, int dueToday, int dueNext, int missed) {

    /** When a promise falls due, as far as it matters here. */
    enum Due {
        TODAY,
        NEXT,
        MISSED
    }

    /** Cases that are alike. */
    record Cell(String department, String item, String window, Optional<Lamp> lamp, Optional<Due> due, int cases) {}

    static OpenCount of(Collection<Cell> cells) {
        var lamps = new EnumMap<Lamp, Integer>(Lamp.class);
        var due = new EnumMap<Due, Integer>(Due.class);
        int unaccepted = 0;
        for (var cell : cells) {
            cell.lamp().ifPresent(lamp -> lamps.merge(lamp, cell.cases(), Integer::sum));
            cell.due().ifPresent(when -> due.merge(when, cell.cases(), Integer::sum));
            unaccepted += cell.lamp().isPresent() ? 0 : cell.cases();
        }
        return new OpenCount(
                lamps,
                unaccepted,
                due.getOrDefault(Due.TODAY, 0),
                due.getOrDefault(Due.NEXT, 0),
                due.getOrDefault(Due.MISSED, 0));
    }

    /** How many show a lamp. */
    public int of(Lamp lamp) {
        return lamps.getOrDefault(lamp, 0);
    }

    public int total() {
        return unaccepted + lamps.values().stream().mapToInt(Integer::intValue).sum();
    }
}
