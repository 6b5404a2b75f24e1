package org.onewindow.supervision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.onewindow.casefile.CaseState;

/**
 * How some cases were finished (办结): decided, or ended without a decision.
 *
 * @param total all of them
 * @param granted those granted (准予)
 * @param denied those refused in substance (不予许可)
 * @param returned those not taken up (退件：不受理、不予受理)
 * @param withdrawn those taken back by the applicant, also by silence (撤件)
 * @param corrected those that had to be corrected (补正), whatever became of them
 * @param accepted those that were accepted (受理) for certain: the decided ones, and those sent back
 * @param sentBack those that the back office sent back to the window for an error of the acceptance (退回综窗)
 * @param onTime those decided within their promise (按时办结)
 * @param averageDays working days from acceptance to decision, special procedures left out; empty without a decision
 * @param ninetiethDays likewise, within which nine of ten were decided
 */
public record FinishedCount(
        int total,
        int granted,
        int denied,
        int returned,
        int withdrawn,
        int corrected,
        int accepted,
        int sentBack,
        int onTime,
        Optional<BigDecimal> averageDays,
        OptionalInt ninetiethDays) {

    /** Cases that are alike. */
    record Cell(
            String department,
            String item,
            String window,
            CaseState outcome,
            boolean corrected,
            boolean sentBack,
            boolean onTime,
            OptionalInt workingDays,
            int cases) {

        boolean ended(CaseState... states) {
            return List.of(states).contains(outcome);
        }
    }

    static FinishedCount of(Collection<Cell> cells) {
        var days = new TreeMap<Integer, Integer>();
        cells.forEach(cell -> cell.workingDays().ifPresent(some -> days.merge(some, cell.cases(), Integer::sum)));
        return new FinishedCount(
                sum(cells, cell -> true),
                sum(cells, cell -> cell.ended(CaseState.GRANTED)),
                sum(cells, cell -> cell.ended(CaseState.DENIED)),
                sum(cells, cell -> cell.ended(CaseState.DECLINED, CaseState.REFUSED)),
                sum(cells, cell -> cell.ended(CaseState.WITHDRAWN, CaseState.LAPSED)),
                sum(cells, Cell::corrected),
                sum(cells, cell -> cell.sentBack() || cell.ended(CaseState.GRANTED, CaseState.DENIED)),
                sum(cells, Cell::sentBack),
                sum(cells, Cell::onTime),
                average(days),
                ninetieth(days));
    }

    private static int sum(Collection<Cell> cells, Predicate<Cell> counted) {
        return cells.stream().filter(counted).mapToInt(Cell::cases).sum();
    }

    private static Optional<BigDecimal> average(TreeMap<Integer, Integer> days) {
        long cases = days.values().stream().mapToLong(Integer::longValue).sum();
        long all = days.entrySet().stream()
                .mapToLong(day -> (long) day.getKey() * day.getValue())
                .sum();
        return cases == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(all).divide(BigDecimal.valueOf(cases), 1, RoundingMode.HALF_UP));
    }

    /** By nearest rank: a number of days that a case really took. */
    private static OptionalInt ninetieth(TreeMap<Integer, Integer> days) {
        long cases = days.values().stream().mapToLong(Integer::longValue).sum();
        long counted = 0;
        for (var day : days.entrySet()) {
            counted += day.getValue();
            if (counted * 10 >= cases * 9) {
                return OptionalInt.of(day.getKey());
            }
        }
        return OptionalInt.empty();
    }

    public int decided() {
        return granted + denied;
    }

    /** Those decided after their promise (超期办结). */
    public int late() {
        return decided() - onTime;
    }

    public Share correctedShare() {
        return new Share(corrected, total);
    }

    /** 受理准确率: of the accepted ones those that never came back. */
    public Share accurateShare() {
        return new Share(accepted - sentBack, accepted);
    }

    public Share returnedShare() {
        return new Share(returned, total);
    }

    public Share deniedShare() {
        return new Share(denied, decided());
    }
}
