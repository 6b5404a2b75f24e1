package org.onewindow.document;

import static org.onewindow.document.PaperDates.day;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.catalog.Catalog;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;

/** What the front desk hands out (行政许可法 art. 32). */
@Component
class FrontDeskPapers implements DocumentContent {

    private final CaseFiles files;
    private final Catalog catalog;
    private final ClockLedger ledger;
    private final Organization organization;
    private final Officials officials;
    private final Clock clock;

    FrontDeskPapers(
            CaseFiles files,
            Catalog catalog,
            ClockLedger ledger,
            Organization organization,
            Officials officials,
            Clock clock) {
        this.files = files;
        this.catalog = catalog;
        this.ledger = ledger;
        this.organization = organization;
        this.officials = officials;
        this.clock = clock;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return Set.of(
                DocumentKind.RECEIPT,
                DocumentKind.ACCEPTANCE,
                DocumentKind.CORRECTION,
                DocumentKind.NOT_COMPETENT,
                DocumentKind.NOT_NEEDED);
    }

    @Override
    public Draft draft(DocumentKind kind, CaseFile file) {
        return Draft.of(
                switch (kind) {
                    case RECEIPT -> receipt(file);
                    case ACCEPTANCE -> acceptance(file);
                    case CORRECTION -> correction(file);
                    case NOT_COMPETENT -> notCompetent(file);
                    case NOT_NEEDED -> Map.<String, Object>of("reason", reason(file));
                    default -> throw new IllegalArgumentException("not a paper of the front desk: " + kind);
                });
    }

    private Map<String, Object> receipt(CaseFile file) {
        var item = catalog.require(file.itemCode(), file.publication());
        var materials = files.materials(file.caseNumber());
        // Where the department counts them, the slip of the day of receipt says what was to be handed in.
        boolean counted = materials.stream().anyMatch(m -> m.copiesReceived() > 0);
        var facts = new HashMap<String, Object>();
        facts.put(
                "materials",
                materials.stream()
                        .map(m -> Map.of(
                                "position",
                                m.position(),
                                "name",
                                m.name(),
                                "form",
                                item.material(m.code())
                                        .map(of -> of.original().label())
                                        .orElse(""),
                                "copies",
                                counted ? m.copiesReceived() : m.copies()))
                        .toList());
        facts.put("counted", counted);
        facts.put("time", PaperDates.time(file.receivedAt()));
        facts.put("clerk", officials.name(file.receivedBy()));
        facts.put("pickupCode", file.pickupCode());
        facts.put(
                "noticeDue",
                ledger.today(file.caseNumber()).noticeDue().map(PaperDates::day).orElse(""));
        return facts;
    }

    private Map<String, Object> acceptance(CaseFile file) {
        var item = catalog.require(file.itemCode(), file.publication());
        var state = ledger.today(file.caseNumber());
        var facts = new HashMap<String, Object>();
        facts.put("acceptedOn", day(state.acceptedOn().orElseThrow()));
        facts.put("basis", item.basisText());
        facts.put("deemed", ledger.book(file.caseNumber()).events().stream().anyMatch(FrontDeskPapers::isDeemed));
        facts.put("promisedDue", state.promisedDue().map(PaperDates::day).orElse(""));
        facts.put("statutoryDue", state.statutoryDue().map(PaperDates::day).orElse(""));
        facts.put("promisedDays", item.limits().promisedDays());
        facts.put(
                "tracking",
                "持办件编号和收件凭证上的取件码，到" + item.contact().place() + "或者拨打"
                        + item.contact().phone() + "查询办理进度");
        return facts;
    }

    private static boolean isDeemed(ClockEvent event) {
        return event.type() == ClockEvent.Type.DEEMED_ACCEPTED;
    }

    private Map<String, Object> correction(CaseFile file) {
        var facts = new HashMap<String, Object>();
        var defects = files.openDefects(file.caseNumber());
        facts.put("defects", defects.stream().map(FrontDeskPapers::defect).toList());
        facts.put("count", defects.size());
        facts.put(
                "until",
                ledger.today(file.caseNumber())
                        .correctionDue()
                        .map(PaperDates::day)
                        .orElse(""));
        return facts;
    }

    private static Map<String, Object> defect(CaseFiles.Defect defect) {
        return Map.of("name", defect.name(), "defect", defect.defect(), "standard", defect.standard());
    }

    private Map<String, Object> notCompetent(CaseFile file) {
        return Map.of(
                "reason", reason(file),
                "competentOrgan", files.competentOrgan(file.caseNumber()).orElse(""),
                "remedies", Remedies.text(organization, "本通知书"));
    }

    /** What the clerk wrote when the step was taken. */
    private String reason(CaseFile file) {
        var steps = files.steps(file.caseNumber());
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1).opinion().orElse("");
    }
}
