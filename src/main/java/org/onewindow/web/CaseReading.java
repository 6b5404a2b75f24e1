package org.onewindow.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseStep;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.web.ItemAnswer.Coded;
import org.onewindow.workflow.StaffAccounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case's answer together from the case file and the ledger. */
@Component
class CaseReading {

    private final CaseFiles files;
    private final ClockLedger ledger;
    private final StaffAccounts accounts;
    private final Clock clock;

    CaseReading(CaseFiles files, ClockLedger ledger, StaffAccounts accounts, Clock clock) {
        this.files = files;
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param forStaff with the names of those who acted, and their opinions */
    @Transactional(readOnly = true)
    public CaseAnswer read(CaseFile file, boolean forStaff) {
        var number = file.caseNumber();
        return new CaseAnswer(
                number.value(),
                new CaseAnswer.Item(file.itemCode(), file.itemName()),
                new CaseAnswer.State(
                        file.state().code(), file.state().name(), file.state().label()),
                file.applicantName(),
                dates(file),
                files.materials(number).stream()
                        .filter(material -> !material.isComplete())
                        .map(CaseReading::missing)
                        .toList(),
                steps(files.steps(number), forStaff),
                result(file));
    }

    private CaseAnswer.Dates dates(CaseFile file) {
        var state = ledger.today(file.caseNumber());
        return new CaseAnswer.Dates(
                file.receivedOn(),
                state.noticeDue(),
                state.acceptedOn(),
                state.promisedDue(),
                state.statutoryDue(),
                state.deliveryDue(),
                state.lamp().map(lamp -> new Coded(lamp.jsonName(), lamp.label())));
    }

    private static CaseAnswer.Missing missing(CaseMaterial material) {
        return new CaseAnswer.Missing(material.name(), material.shortcoming(), material.standard());
    }

    private List<CaseAnswer.Step> steps(List<CaseStep> steps, boolean forStaff) {
        Map<String, String> names = forStaff
                ? accounts.names(steps.stream()
                        .flatMap(step -> step.taken().people().stream())
                        .distinct()
                        .toList())
                : Map.of();
        return steps.stream()
                .filter(step -> forStaff || !step.isInternal())
                .map(step -> new CaseAnswer.Step(
                        step.name(),
                        step.outcome(),
                        OffsetDateTime.ofInstant(step.at(), clock.getZone()),
                        forStaff ? Optional.of(step.taken().name(names)) : Optional.empty(),
                        forStaff ? step.opinion() : Optional.empty()))
                .toList();
    }

    private static Optional<CaseAnswer.Result> result(CaseFile file) {
        return file.result().flatMap(result -> file.decision()
                .map(decision -> new CaseAnswer.Result(
                        new Coded(decision.code(), decision.label()),
                        result.name(),
                        result.number(),
                        result.validUntil())));
    }
}
