package org.onewindow.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.ClockForecasts;
import org.onewindow.deadline.Lamp;
import org.onewindow.supervision.StepWait;
import org.onewindow.supervision.WaitFigures;
import org.onewindow.workflow.Models.Model;
import org.onewindow.workflow.clock.Measures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases that wait at a model's tasks now, by lamp, and how long they have waited so far. */
@Service
@Transactional(readOnly = true)
public class OpenAtSteps {

    private final JdbcClient jdbc;
    private final OfficeCalendar calendar;
    private final Clock clock;

    OpenAtSteps(JdbcClient jdbc, OfficeCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param lamps how many of them show a lamp; those before acceptance show none */
    public record Open(WaitFigures waits, Map<Lamp, Long> lamps) {

        Open() {
            this(new WaitFigures(), new EnumMap<>(Lamp.class));
        }

        public long of(Lamp lamp) {
            return lamps.getOrDefault(lamp, 0L);
        }
    }

    /** By task; without those at which nothing waits. */
    public Map<String, Open> of(Model model) {
        var open = new HashMap<String, Open>();
        var today = LocalDate.now(clock);
        var days = calendar.current();
        boolean isPause = model.key().equals(Measures.SPECIAL_PROCEDURE);
        jdbc.sql("""
                        select t.task_def_key_, t.create_time_::date as opened, c.since, c.lapses_on, c.lamp, c.yellow_from,
                            c.promised_due, c.decided_on, c.is_over, count(*) as cases
                        from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                            join clock_forecast c on c.case_number = e.business_key_
                        where t.proc_def_id_ = ?
                        group by t.task_def_key_, opened, c.since, c.lapses_on, c.lamp, c.yellow_from, c.promised_due,
                            c.decided_on, c.is_over""").param(model.id()).query(row -> {
            var step = open.computeIfAbsent(row.getString("task_def_key_"), task -> new Open());
            add(step, row, today, days, isPause);
        });
        return open;
    }

    private static void add(Open open, ResultSet row, LocalDate today, WorkingCalendar days, boolean isPause)
            throws SQLException {
        long cases = row.getLong("cases");
        var forecast = ClockForecasts.read(row);
        var opened = row.getObject("opened", LocalDate.class);
        var wait = StepWait.soFar(forecast, days, opened, today, isPause);
        open.waits().add(wait.days(), cases, wait.broken() ? cases : 0);
        forecast.lamp(today).ifPresent(lamp -> open.lamps().merge(lamp, cases, Long::sum));
    }
}
