package org.onewindow.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who watch over a case say to it (批注), and to whoever has it in hand (催办). It stays on record. */
@Service
@Transactional
public class CaseNotes {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CaseNotes(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** @param person the account that had the task, if anybody had */
    public record Reminder(String step, Optional<String> person, String text, String author, Instant at) {}

    public record Remark(String text, String author, Instant at) {}

    /**
     * A task whose holder is reminded.
     *
     * @param groups ids
     */
    public record Addressed(String task, String step, Optional<String> person, List<String> groups) {}

    /** @throws RefusedInput for a text that says nothing or too much */
    public void remark(CaseNumber caseNumber, String text, String author) {
        jdbc.sql("insert into case_remark (case_number, text, author, at) values (?, ?, ?, ?)")
                .params(caseNumber.value(), checked(text), author, Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws RefusedInput if the task's holder was reminded today already */
    public void remind(CaseNumber caseNumber, Addressed addressed, String text, String author) {
        var said = checked(text);
        int written = jdbc.sql("""
                        insert into case_reminder (case_number, task, step, person, groups, text, author, at, on_day)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (task, on_day) do nothing""")
                .params(
                        caseNumber.value(),
                        addressed.task(),
                        addressed.step(),
                        addressed.person().orElse(null),
                        addressed.groups().toArray(String[]::new),
                        said,
                        author,
                        Timestamp.from(clock.instant()),
                        LocalDate.now(clock))
                .update();
        if (written == 0) {
            throw new RefusedInput("“" + addressed.step() + "”今天已经催办过，一天只能催办一次，请明天再催");
        }
        events.publishEvent(
                new CaseReminded(caseNumber, addressed.step(), addressed.person(), addressed.groups(), said, author));
    }

    @Transactional(readOnly = true)
    public List<Remark> remarks(CaseNumber caseNumber) {
        return jdbc.sql("select text, author, at from case_remark where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, n) -> new Remark(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Reminder> reminders(CaseNumber caseNumber) {
        return jdbc.sql("select step, person, text, author, at from case_reminder where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, n) -> new Reminder(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    private static String checked(String text) {
        var said = text.strip();
        if (said.length() < SHORTEST || said.length() > LONGEST) {
            throw new RefusedInput("text", "请填写内容，2至300个字");
        }
        return said;
    }
}
