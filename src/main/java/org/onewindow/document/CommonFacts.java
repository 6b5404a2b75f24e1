package org.onewindow.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.catalog.Catalog;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;

/** What every paper of a case says: whose, by whom, of what day. */
@Component
class CommonFacts {

    private final CaseFiles files;
    private final Catalog catalog;
    private final Organization organization;
    private final Clock clock;

    CommonFacts(CaseFiles files, Catalog catalog, Organization organization, Clock clock) {
        this.files = files;
        this.catalog = catalog;
        this.organization = organization;
        this.clock = clock;
    }

    /** The organ that a paper speaks for: the bureau on its own papers, the case's department on all others. */
    Department organ(DocumentKind kind, CaseFile file) {
        var id = kind.scope().isPresent() ? file.owner() : Organization.BUREAU;
        return organization
                .department(id)
                .orElseThrow(() -> new IllegalStateException("no department " + id + " in organization.yaml"));
    }

    Map<String, Object> of(DocumentKind kind, CaseFile file, Department organ) {
        var item = catalog.require(file.itemCode(), file.publication());
        var applicant = files.applicant(file.caseNumber());
        var today = LocalDate.now(clock);
        var facts = new HashMap<String, Object>();
        facts.put("kind", kind.code());
        facts.put("organ", organ.name());
        facts.put("organId", organ.id());
        facts.put("sealPurpose", kind.scope().isPresent() ? "行政审批专用章" : "综合窗口专用章");
        facts.put("issuedOn", today.toString());
        facts.put("date", PaperDates.day(today));
        facts.put("caseNumber", file.caseNumber().value());
        facts.put("item", file.itemName());
        facts.put("applicant", applicant.name());
        facts.put("isPerson", applicant.isPerson());
        facts.put("agent", applicant.agent().orElse(""));
        facts.put("holder", file.applicantName());
        facts.put("receivedOn", PaperDates.day(file.receivedOn()));
        facts.put("situation", file.situationText());
        facts.put("place", item.contact().place());
        facts.put("phone", item.contact().phone());
        facts.put("complaints", item.contact().complaints());
        facts.put("hours", item.contact().hours());
        facts.put("window", organization.windowName(file.window()));
        return facts;
    }
}
