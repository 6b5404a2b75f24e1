package org.onewindow.supervision;

import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockMoved;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.DayUnit;
import org.onewindow.deadline.DecisionPeriod;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts each finished case (办结件) down for the figures, in the transaction of the step that finishes it. */
@Component
class FinishedCases {

    private static final Set<ClockPhase> DECIDED = EnumSet.of(ClockPhase.DECIDED, ClockPhase.DELIVERED);
    private static final Set<ClockPhase> WITHOUT_DECISION = EnumSet.of(ClockPhase.WITHDRAWN, ClockPhase.NOT_ACCEPTED);

    private static final String WRITE = """
            insert into finished_case (case_number, finished_on, item_code, department, service_window, outcome, corrected,
                sent_back, on_time, working_days)
            select f.case_number, coalesce(?, (f.closed_at at time zone 'Asia/Shanghai')::date), f.item_code,
                coalesce(f.department, f.item_department), f.service_window,
                case when not ? then f.state when f.decision = 'grant' then 'GRANTED' else 'DENIED' end,
                exists (select from correction_notice n where n.case_number = f.case_number),
                exists (select from acceptance_return r where r.case_number = f.case_number), ?, ?
            from case_file f where f.case_number = ?
            on conflict (case_number) do update set finished_on = excluded.finished_on, item_code = excluded.item_code,
                department = excluded.department, service_window = excluded.service_window, outcome = excluded.outcome,
                corrected = excluded.corrected, sent_back = excluded.sent_back, on_time = excluded.on_time, working_days = excluded.working_days""";

    /** What the statement itself has not written yet, it still sees as it was. */
    private static final String EARLIER_DAY = "\n" + """
            returning least(finished_on, (select before.finished_on from finished_case before
                where before.case_number = finished_case.case_number))""";

    private static final int[] TYPES = {Types.DATE, Types.BOOLEAN, Types.BOOLEAN, Types.INTEGER, Types.VARCHAR};

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final OfficeCalendar calendar;
    private final FinishedTally tally;

    FinishedCases(JdbcTemplate jdbc, JdbcClient client, OfficeCalendar calendar, FinishedTally tally) {
        this.jdbc = jdbc;
        this.client = client;
        this.calendar = calendar;
        this.tally = tally;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ClockMoved moved) {
        // A delivery finishes nothing that was not decided before.
        if (isFinished(moved.state()) && !moved.entry().equals(Optional.of(ClockEvent.Type.DELIVERED))) {
            write(moved.caseNumber(), moved.state()).forEach(tally::undo);
        }
    }

    static boolean isFinished(ClockState state) {
        return DECIDED.contains(state.phase()) || WITHOUT_DECISION.contains(state.phase());
    }

    /** Cases of which there is nothing yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Map<CaseNumber, ClockState> finished) {
        jdbc.batchUpdate(
                WRITE,
                finished.entrySet().stream()
                        .map(one -> row(one.getKey(), one.getValue()))
                        .toList(),
                TYPES);
        client.sql("select min(finished_on) from finished_case where case_number = any (?)")
                .param(finished.keySet().stream().map(CaseNumber::value).toArray(String[]::new))
                .query(LocalDate.class)
                .optional()
                .ifPresent(tally::undo);
    }

    /** The next cases by number that are finished and of which there is nothing. */
    List<String> missing(String after, int most) {
        return client.sql("""
                        select f.case_number from case_file f where f.case_number > ?
                            and (f.decided_on is not null or f.closed_at is not null)
                            and not exists (select from finished_case d where d.case_number = f.case_number)
                        order by f.case_number limit ?""").params(after, most).query(String.class).list();
    }

    /** @return the day on which the case was finished by what was there before, or is now, whichever is earlier */
    private List<LocalDate> write(CaseNumber caseNumber, ClockState state) {
        return jdbc.queryForList(WRITE + EARLIER_DAY, row(caseNumber, state), TYPES, LocalDate.class);
    }

    private Object[] row(CaseNumber caseNumber, ClockState state) {
        var decidedOn = state.decidedOn().filter(day -> DECIDED.contains(state.phase()));
        var isOnTime = decidedOn.map(day -> !day.isAfter(state.promisedDue().orElseThrow()));
        var days = decidedOn.map(day -> workingDays(state.period().orElseThrow(), day));
        return new Object[] {
            decidedOn.orElse(null), decidedOn.isPresent(), isOnTime.orElse(null), days.orElse(null), caseNumber.value()
        };
    }

    /** Those of the organ, whatever days the item's promise is given in: one figure for all items. */
    private int workingDays(DecisionPeriod period, LocalDate decidedOn) {
        return new DecisionPeriod(period.start(), DayUnit.WORKING_DAYS, period.pauses(), period.extensionDays())
                .counted(calendar.current(), decidedOn);
    }
}
