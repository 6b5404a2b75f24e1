package org.onewindow.document;

import static org.onewindow.document.PaperDates.day;

import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.onewindow.casefile.CaseFile;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.Pause;
import org.springframework.stereotype.Component;

/** What tells the applicant that the clock moved (行政许可法 art. 42 and 45). */
@Component
class MeasurePapers implements DocumentContent {

    private final ClockLedger ledger;
    private final Officials officials;

    MeasurePapers(ClockLedger ledger, Officials officials) {
        this.ledger = ledger;
        this.officials = officials;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return Set.of(DocumentKind.SPECIAL_PROCEDURE, DocumentKind.EXTENSION);
    }

    @Override
    public Draft draft(DocumentKind kind, CaseFile file) {
        return kind == DocumentKind.EXTENSION ? extension(file) : specialProcedure(file);
    }

    private Draft specialProcedure(CaseFile file) {
        var state = ledger.today(file.caseNumber());
        var pauses = state.period().orElseThrow().pauses();
        Pause pause = pauses.get(pauses.size() - 1);
        var facts = new HashMap<String, Object>();
        facts.put("procedure", pause.procedure().label());
        facts.put("plannedDays", pause.plannedDays().orElseThrow());
        facts.put("startedOn", day(pause.startedOn()));
        facts.put("plannedEnd", state.plannedEnd().map(PaperDates::day).orElse(""));
        return new Draft(Optional.empty(), pause.notice(), Optional.empty(), facts);
    }

    private Draft extension(CaseFile file) {
        var state = ledger.today(file.caseNumber());
        var extended = ledger.book(file.caseNumber()).events().stream()
                .filter(ClockEvent.Extended.class::isInstance)
                .map(ClockEvent.Extended.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        var facts = new HashMap<String, Object>();
        facts.put("days", extended.days());
        facts.put("unit", state.period().orElseThrow().unit().label());
        facts.put("reason", extended.reason().orElse(""));
        facts.put("approvedBy", extended.approvedBy().map(officials::name).orElse(""));
        facts.put("statutoryDue", state.statutoryDue().map(PaperDates::day).orElse(""));
        facts.put("promisedDue", state.promisedDue().map(PaperDates::day).orElse(""));
        return Draft.of(facts);
    }
}
