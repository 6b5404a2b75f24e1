package org.onewindow.deadline;

import java.util.List;
import org.onewindow.casefile.CaseNumber;

/**
 * What a year would do if it were loaded; nothing is written.
 *
 * @param openCases how many cases were looked at
 * @param moves every open case whose dates move
 * @param contradictions every case whose ledger would not be possible any more, open or closed
 */
public record CalendarPreview(int openCases, List<CaseMove> moves, List<Contradiction> contradictions) {

    /** An entry was lawful under the calendar in force and would not be under the other. */
    public record Contradiction(CaseNumber caseNumber, String reason) {}
}
