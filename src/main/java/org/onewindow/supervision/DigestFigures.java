package org.onewindow.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.onewindow.deadline.Lamp;
import org.onewindow.supervision.WarningCard.Level;

/**
 * What the bureau reads in the morning.
 *
 * @param since the working day before: what happened from it up to yesterday is told
 * @param unaccepted open cases that have no lamp yet
 * @param lamps the other open cases
 * @param dueToday cases whose promise ends today
 * @param overdue by department
 * @param cards raised in that time
 * @param waiting cards that wait for a department
 * @param decided cases decided in that time
 */
record DigestFigures(
        LocalDate day,
        LocalDate since,
        int unaccepted,
        Map<Lamp, Integer> lamps,
        int dueToday,
        Map<String, Integer> overdue,
        Map<Level, Integer> cards,
        List<WarningTables.Waiting> waiting,
        Timeliness decided) {

    int open() {
        return unaccepted + lamps.values().stream().mapToInt(Integer::intValue).sum();
    }

    LocalDate yesterday() {
        return day.minusDays(1);
    }
}
