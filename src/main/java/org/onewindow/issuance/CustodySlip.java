package org.onewindow.issuance;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.catalog.Material;
import org.onewindow.document.DocumentContent;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Draft;
import org.onewindow.document.Officials;
import org.onewindow.document.PaperDates;
import org.onewindow.issuance.MaterialCustody.Move;
import org.onewindow.issuance.MaterialCustody.Original;
import org.onewindow.issuance.MaterialCustody.Taking;
import org.onewindow.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the 材料交接单 says: the originals of a case, where each is, and who gave them to whom last. */
@Component
class CustodySlip implements DocumentContent {

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final MaterialCustody custody;
    private final Organization organization;
    private final Officials officials;
    private final Clock clock;

    CustodySlip(
            JdbcClient jdbc,
            CaseFiles files,
            MaterialCustody custody,
            Organization organization,
            Officials officials,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.custody = custody;
        this.organization = organization;
        this.officials = officials;
        this.clock = clock;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return Set.of(DocumentKind.MATERIAL_HANDOVER);
    }

    @Override
    public Draft draft(DocumentKind kind, CaseFile file) {
        var move = custody.lastMove(file.caseNumber());
        var facts = new HashMap<String, Object>(move.to().isFinal() ? goingBack(file, move) : passedOn(file, move));
        facts.put("time", PaperDates.time(move.at()));
        facts.put(
                "materials",
                custody.of(file.caseNumber()).stream().map(CustodySlip::row).toList());
        return Draft.of(facts);
    }

    private static Map<String, Object> row(Original original) {
        return Map.of(
                "name", original.name(),
                "form", Material.Original.ORIGINAL.label(),
                "copies", original.copies(),
                "whereabouts", original.whereabouts().label());
    }

    /** From the window to the department. */
    private Map<String, Object> passedOn(CaseFile file, Move move) {
        return Map.of(
                "from", organization.windowName(file.window()),
                "to", organization.departmentName(file.owner()),
                "handedOverBy", takenInBy(file, move),
                "receivedBy", officials.name(file.caseNumber(), move.actor(), move.at()));
    }

    private String takenInBy(CaseFile file, Move move) {
        var taking = move.takenIn().orElse(new Taking(move.actor(), move.at()));
        return officials.name(file.caseNumber(), taking.by(), taking.at());
    }

    /** To the applicant. */
    private Map<String, Object> goingBack(CaseFile file, Move move) {
        var applicant = files.applicant(file.caseNumber());
        return Map.of(
                "from", organization.departmentName(Organization.BUREAU),
                "to", applicant.name(),
                "handedOverBy", officials.name(file.caseNumber(), move.actor(), move.at()),
                "receivedBy", recipient(file).orElse(applicant.agent().orElse(applicant.name())));
    }

    private Optional<String> recipient(CaseFile file) {
        return jdbc.sql("select recipient from delivery where case_number = ?")
                .param(file.caseNumber().value())
                .query(String.class)
                .optional();
    }
}
