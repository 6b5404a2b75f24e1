package org.onewindow.workflow.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A clock in the application's zone that stands still until it is moved, and the engine's clock with it. */
final class SimulatedClock extends Clock {

    private volatile Instant now = Clock.systemUTC().instant();

    void set(LocalDateTime time) {
        now = time.atZone(getZone()).toInstant();
        ClockUtil.setCurrentTime(Date.from(now));
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
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
