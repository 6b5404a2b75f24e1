package org.onewindow.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.notification.Addressee;
import org.onewindow.notification.MessageKind;
import org.onewindow.notification.Messages;
import org.onewindow.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bureau's digest (每日简报): on every working morning, once, by whichever node comes first. An application that was down at
 * that time makes up for it in the course of the morning; the afternoon's figures are no morning's.
 */
@Service
public class DailyDigest {

    private final DigestReading reading;
    private final DigestLetter letter;
    private final Messages messages;
    private final OfficeCalendar calendar;
    private final SupervisionSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    DailyDigest(
            DigestReading reading,
            DigestLetter letter,
            Messages messages,
            OfficeCalendar calendar,
            SupervisionSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.reading = reading;
        this.letter = letter;
        this.messages = messages;
        this.calendar = calendar;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes today's, if it is time and nobody has. @return whether this call did */
    @Transactional
    public boolean makeIfDue() {
        var now = LocalDateTime.now(clock);
        if (!messages.isOn()
                || !isMorning(now.toLocalTime())
                || !calendar.current().isWorkingDay(now.toLocalDate())) {
            return false;
        }
        // The second node waits here until the first one's letter is written, or was not.
        boolean first = jdbc.sql("insert into daily_digest values (?, ?) on conflict do nothing")
                        .params(now.toLocalDate(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (first) {
            var figures = reading.read(now.toLocalDate());
            messages.send(MessageKind.DIGEST, Addressee.department(Organization.BUREAU), letter.write(figures));
        }
        return first;
    }

    private boolean isMorning(LocalTime time) {
        return !time.isBefore(settings.digest()) && time.isBefore(LocalTime.NOON);
    }
}
