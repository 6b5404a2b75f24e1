package org.onewindow.workflow.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ProcessOutline.HandledBy;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.organization.AuthorizationScope;
import org.onewindow.organization.Organization;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision tables: which materials, which department; and the letters of authorisation: who may decide. */
@Component
public class Dispatching {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final CaseFiles files;
    private final Catalog catalog;
    private final Organization organization;
    private final Clock clock;

    Dispatching(
            @Lazy DecisionService decisions,
            @Lazy RepositoryService repository,
            CaseFiles files,
            Catalog catalog,
            Organization organization,
            Clock clock) {
        this.decisions = decisions;
        this.repository = repository;
        this.files = files;
        this.catalog = catalog;
        this.organization = organization;
        this.clock = clock;
    }

    /** The codes of the materials that a case needs, each once, by the item's table in the deployment of its process. */
    List<String> materials(CaseFile file, String deploymentId) {
        var table = repository
                .createDecisionDefinitionQuery()
                .deploymentId(deploymentId)
                .decisionDefinitionKey("materials_" + file.itemCode())
                .singleResult();
        var inputs = Variables.fromMap(file.situationValues())
                .putValue("applicantType", file.applicantType())
                .putValue("hasAgent", file.hasAgent());
        return decisions.evaluateDecisionTableById(table.getId(), inputs).<String>collectEntries("material").stream()
                .distinct()
                .toList();
    }

    /** The department that handles the case; empty where the table leaves it to the dispatcher. */
    Optional<String> department(CaseFile file) {
        var item = catalog.require(file.itemCode(), file.publication());
        return department(item, file.district(), file.situationValues());
    }

    /** The department for an item's case of a district, by the answers of its situation.form. */
    public Optional<String> department(ServiceItem item, String district, Map<String, Object> situation) {
        var inputs = Map.<String, Object>of(
                "item", item.code(),
                "responsible", item.department(),
                "handledBy",
                        item.process().handledBy().orElse(HandledBy.DEPARTMENT).code(),
                "district", district,
                "situation", situation);
        return Optional.ofNullable(
                decisions.evaluateDecisionTableByKey("routing", inputs).getSingleEntry());
    }

    /** Whether the case's window decides it: an instant item, and a letter of scope 直办 in force today. */
    boolean windowMayDecide(CaseNumber caseNumber) {
        return windowMayDecide(files.require(caseNumber));
    }

    boolean windowMayDecide(CaseFile file) {
        return catalog.require(file.itemCode(), file.publication()).kind() == ServiceItem.Kind.INSTANT
                && organization
                        .scope(file.window(), file.itemCode(), LocalDate.now(clock))
                        .filter(AuthorizationScope.HANDLE::equals)
                        .isPresent();
    }
}
