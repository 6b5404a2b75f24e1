package org.onewindow.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.onewindow.OneWindow;

/** The clock on the wall: stands still until a test moves it, and the engine's clock with it. */
final class OfficeClock extends Clock {

    private volatile Instant now = Instant.now();

    void set(LocalDateTime time) {
        now = time.atZone(OneWindow.ZONE).toInstant();
        ClockUtil.setCurrentTime(Date.from(now));
    }

    @Override
    public ZoneId getZone() {
        return OneWindow.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
