package org.onewindow.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A year of the working-day calendar that was loaded, and what became of it: the one record of the change.
 *
 * @param notice the number (文号) of the State Council's notice
 * @param casesMoved the open cases whose dates moved, so far
 * @param casesFailed the open cases that could not follow: the calendar contradicts an entry made meanwhile, or the engine
 *     refused; the log says why
 * @param finishedAt empty while the tasks and timers of some cases have not followed yet
 */
public record CalendarChange(
        long id,
        int year,
        String notice,
        String loadedBy,
        Instant loadedAt,
        String lastCase,
        int casesMoved,
        List<String> casesFailed,
        Optional<Instant> finishedAt) {}
