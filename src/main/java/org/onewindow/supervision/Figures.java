package org.onewindow.supervision;

import java.time.LocalDate;
import java.util.List;

/**
 * The dashboard's figures (时限监督).
 *
 * @param asOf the day of which the open cases are told
 * @param nextWorkingDay the one after it
 * @param rechecked open cases that wait at their window for what was sent back (材料补核)
 * @param period in which the others were finished
 * @param weeks the last half-year's, the latest last
 */
public record Figures(
        LocalDate asOf,
        LocalDate nextWorkingDay,
        int rechecked,
        Period period,
        Group all,
        List<Group> items,
        List<Group> departments,
        List<Group> windows,
        List<Week> weeks) {

    /**
     * Cases of one item, department or window.
     *
     * @param code of the item, department or window; empty for all of them
     */
    public record Group(String code, OpenCount open, FinishedCount finished) {

        /**
         * 按时办结率: of the cases that were decided in the period or should have been, those within their promise. Withdrawn
         * ones were never due.
         */
        public Timeliness onTime() {
            return new Timeliness(finished.decided() + open.missed(), finished.onTime());
        }
    }

    /** @param monday its first day */
    public record Week(LocalDate monday, int received, int finished, int decided, int onTime) {

        public LocalDate sunday() {
            return monday.plusDays(6);
        }

        public Share share() {
            return new Share(onTime, decided);
        }
    }
}
