package org.onewindow.supervision;

/**
 * How many cases were decided within their promise (按时办结率).
 *
 * @param due cases that were decided in a period, and those that should have been and are not yet
 * @param onTime those of them that were decided by their promised date
 */
public record Timeliness(int due, int onTime) {

    public Share share() {
        return new Share(onTime, due);
    }
}
