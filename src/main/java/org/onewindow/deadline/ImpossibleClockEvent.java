package org.onewindow.deadline;

/**
 * An event cannot follow on what the ledger holds. The message is Chinese; it names the event with its day, says why and
 * what would have to come first.
 */
public class ImpossibleClockEvent extends RuntimeException {

    private final transient ClockEvent event;

    ImpossibleClockEvent(ClockEvent event, String reason) {
        super("“" + event.type().label() + "”(" + event.on() + ")不可能发生:" + reason);
        this.event = event;
    }

    /** The event that was refused. */
    public ClockEvent event() {
        return event;
    }
}
