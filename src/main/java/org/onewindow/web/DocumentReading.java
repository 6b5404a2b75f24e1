package org.onewindow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.casefile.CaseFile;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.web.ItemAnswer.Coded;
import org.onewindow.workflow.StaffAccounts;
import org.springframework.stereotype.Component;

/** The papers of a case, for its staff or for its applicant. */
@Component
class DocumentReading {

    private final Documents documents;
    private final StaffAccounts accounts;
    private final Clock clock;

    DocumentReading(Documents documents, StaffAccounts accounts, Clock clock) {
        this.documents = documents;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** In the order in which they were issued. The applicant has decision and result once they were delivered. */
    List<IssuedDocument> of(CaseFile file, boolean forStaff) {
        return documents.of(file.caseNumber()).stream()
                .filter(document -> forStaff || !document.kind().isHandover())
                .filter(document -> forStaff
                        || !document.kind().isDelivered()
                        || file.state().isFinal())
                .toList();
    }

    /** One of them; empty for a paper of another case. */
    Optional<IssuedDocument> find(CaseFile file, long id, boolean forStaff) {
        return of(file, forStaff).stream()
                .filter(document -> document.id() == id)
                .findFirst();
    }

    /** @param forStaff with the names of those who acted, and their reasons */
    List<DocumentAnswer> read(CaseFile file, boolean forStaff) {
        var found = of(file, forStaff);
        return forStaff
                ? forStaff(file, found)
                : found.stream()
                        .map(document -> answer(document, Optional.empty()))
                        .toList();
    }

    List<DocumentAnswer> forStaff(CaseFile file, List<IssuedDocument> papers) {
        var names = accounts.names(papers.stream()
                .flatMap(document -> Stream.concat(Stream.of(document.issuedBy()), document.revokedBy().stream()))
                .distinct()
                .toList());
        var taken = documents.takenByApplicant(file.caseNumber());
        return papers.stream()
                .map(document -> answer(
                        document,
                        Optional.of(forStaff(document, names, Optional.ofNullable(taken.get(document.id()))))))
                .toList();
    }

    private DocumentAnswer answer(IssuedDocument document, Optional<DocumentAnswer.ForStaff> forStaff) {
        var state = document.state(LocalDate.now(clock));
        return new DocumentAnswer(
                document.id(),
                new Coded(document.kind().code(), document.kind().label()),
                document.title(),
                document.number(),
                document.version(),
                new Coded(state.code(), state.label()),
                document.organName(),
                document.issuedOn(),
                document.validUntil(),
                document.code().printed(),
                document.fileHash(),
                "/api/cases/" + document.caseNumber() + "/documents/" + document.id(),
                forStaff);
    }

    private DocumentAnswer.ForStaff forStaff(
            IssuedDocument document, Map<String, String> names, Optional<Instant> taken) {
        return new DocumentAnswer.ForStaff(
                names.getOrDefault(document.issuedBy(), document.issuedBy()),
                document.correctedFor(),
                document.revokedBy().map(account -> names.getOrDefault(account, account)),
                document.revokedFor(),
                taken.map(at -> OffsetDateTime.ofInstant(at, clock.getZone())),
                document.problem());
    }
}
