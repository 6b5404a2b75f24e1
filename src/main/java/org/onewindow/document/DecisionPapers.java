package org.onewindow.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.casefile.Application;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ItemType;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;

/** What a decision is made known by (行政许可法 art. 38, 39), and what it gives the applicant. */
@Component
class DecisionPapers implements DocumentContent {

    private final CaseFiles files;
    private final Catalog catalog;
    private final Organization organization;

    DecisionPapers(CaseFiles files, Catalog catalog, Organization organization) {
        this.files = files;
        this.catalog = catalog;
        this.organization = organization;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return Set.of(DocumentKind.GRANT, DocumentKind.DENIAL, DocumentKind.RESULT);
    }

    @Override
    public Draft draft(DocumentKind kind, CaseFile file) {
        var item = catalog.require(file.itemCode(), file.publication());
        var result = file.result().orElseThrow();
        return switch (kind) {
            case GRANT -> Draft.of(granted(item, result));
            case DENIAL ->
                new Draft(
                        Optional.of(result.name()), Optional.of(result.number()), Optional.empty(), denied(item, file));
            default ->
                new Draft(
                        Optional.of(result.name()),
                        Optional.of(result.number()),
                        result.validUntil(),
                        certified(item, file, result));
        };
    }

    private static Map<String, Object> granted(ServiceItem item, CaseFile.Result result) {
        var facts = new HashMap<String, Object>(validity(result));
        facts.put("basis", item.basisText());
        facts.put("resultName", result.name());
        facts.put("resultNumber", result.number());
        return facts;
    }

    private Map<String, Object> denied(ServiceItem item, CaseFile file) {
        return Map.of(
                "basis", item.basisText(),
                "isPermit", item.type() == ItemType.LICENCE,
                "reason", reason(file),
                "remedies",
                        Remedies.text(
                                organization, "本" + item.result().refusalName().replaceAll(".*(?=.{3}$)", "")));
    }

    /** What the decider wrote. */
    private String reason(CaseFile file) {
        return files.steps(file.caseNumber()).stream()
                .flatMap(step -> step.opinion().stream())
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    private Map<String, Object> certified(ServiceItem item, CaseFile file, CaseFile.Result result) {
        var holder = files.applicant(file.caseNumber());
        var facts = new HashMap<String, Object>(validity(result));
        facts.put("basis", item.basisText());
        facts.put("legalRepresentative", holder.legalRepresentative().orElse(""));
        facts.put("address", holder.address().orElse(""));
        facts.put(
                "answers",
                file.situation().stream()
                        .map(answer -> Map.of("label", answer.label(), "text", answer.text()))
                        .toList());
        facts.put(
                "answer",
                file.situation().stream()
                        .collect(
                                Collectors.toMap(Application.SituationAnswer::key, Application.SituationAnswer::text)));
        facts.put(
                "isCertificate",
                item.result()
                        .kind()
                        .filter(ServiceItem.ResultKind.CERTIFICATE::equals)
                        .isPresent());
        return facts;
    }

    private static Map<String, Object> validity(CaseFile.Result result) {
        return Map.of("validUntil", result.validUntil().map(PaperDates::day).orElse(""));
    }
}
