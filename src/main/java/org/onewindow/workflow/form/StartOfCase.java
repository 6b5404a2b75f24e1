package org.onewindow.workflow.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.onewindow.casefile.Application;
import org.onewindow.casefile.Application.Agent;
import org.onewindow.casefile.Application.Applicant;
import org.onewindow.casefile.Application.SituationAnswer;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.Intake;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.catalog.ServiceItem.ApplicantType;
import org.onewindow.organization.AuthorizationScope;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.ItemDeployments;
import org.springframework.stereotype.Component;

/** Turns an application form into a case file, and the case file's number into a process instance (收件). */
@Component
class StartOfCase {

    /** The fields of the bureau's part of the form; all others are the item's own questions. */
    private static final List<String> COMMON = List.of(
            "applicantType",
            "applicantName",
            "idNumber",
            "creditCode",
            "legalRepresentative",
            "contactName",
            "contactPhone",
            "address",
            "district",
            "hasAgent",
            "agentName",
            "agentIdNumber",
            "agentPhone");

    private final Catalog catalog;
    private final Organization organization;
    private final Intake intake;
    private final CaseFiles files;
    private final ItemDeployments deployments;
    private final Clock clock;

    StartOfCase(
            Catalog catalog,
            Organization organization,
            Intake intake,
            CaseFiles files,
            ItemDeployments deployments,
            Clock clock) {
        this.catalog = catalog;
        this.organization = organization;
        this.intake = intake;
        this.files = files;
        this.deployments = deployments;
        this.clock = clock;
    }

    void start(ExecutionEntity instance, String processKey, FormContract form, Submission sent) {
        long publication = publication(instance, processKey.substring("item_".length()));
        var item = catalog.require(processKey.substring("item_".length()), publication);
        refuseUnlessOnOffer(item);
        var window = organization.windowOfClass(item.windowClass()).orElseThrow();
        var user = Context.getCommandContext().getAuthentication();
        if (user == null) {
            throw new RefusedInput("请登录后收件");
        }
        boolean atWindow = user.getGroupIds().contains(window.id());
        if (!atWindow && !user.getGroupIds().contains(Organization.PARTNERS)) {
            throw new RefusedInput("只有本事项的综合窗口受理员和合作平台可以收件");
        }
        var application = new Application(
                item,
                publication,
                applicant(sent),
                agent(sent),
                sent.text("district"),
                situation(form, sent),
                atWindow ? "window" : "online",
                window.id(),
                user.getUserId());
        var caseNumber = intake.receive(application);
        var file = files.require(caseNumber);
        instance.setProcessBusinessKey(caseNumber.value());
        setAcceptors(instance, item, window.id(), atWindow ? user.getUserId() : null, file.receivedOn());
    }

    /** A model that an administrator deployed from Modeler has no page of its own and goes by the one in force. */
    private long publication(ExecutionEntity instance, String item) {
        return deployments
                .publication(instance.getProcessDefinition().getDeploymentId())
                .or(() -> catalog.entry(item).map(Catalog.Entry::publication))
                .orElse(0L);
    }

    private void refuseUnlessOnOffer(ServiceItem item) {
        var today = LocalDate.now(clock);
        if (!item.isOnOffer(today)) {
            throw new RefusedInput(
                    today.isBefore(item.validFrom())
                            ? "“" + item.name() + "”自" + item.validFrom() + "起施行，尚不能收件"
                            : "“" + item.name() + "”自"
                                    + item.validTo().orElseThrow().plusDays(1) + "起停止受理新的申请，已收件的继续办理");
        }
    }

    /** Without a letter of scope 受理 the window may only take materials in; the department accepts itself. */
    private void setAcceptors(
            DelegateExecution instance, ServiceItem item, String window, String clerk, LocalDate day) {
        boolean entrusted = organization
                .scope(window, item.code(), day)
                .filter(scope -> scope.includes(AuthorizationScope.ACCEPT))
                .isPresent();
        var department = organization.department(item.department()).orElseThrow();
        CaseVariables.ACCEPTORS.set(instance, entrusted ? window : department.handlers());
        CaseVariables.RECEIVING_CLERK.set(instance, entrusted ? clerk : null);
        CaseVariables.ISSUERS.set(instance, Organization.ISSUANCE);
    }

    private static Applicant applicant(Submission sent) {
        var type = ApplicantType.of(sent.text("applicantType"));
        return new Applicant(
                type,
                sent.text("applicantName"),
                upper(sent.text(type == ApplicantType.PERSON ? "idNumber" : "creditCode")),
                sent.optionalText("legalRepresentative"),
                sent.text("contactName"),
                sent.text("contactPhone"),
                sent.optionalText("address"));
    }

    private static Optional<Agent> agent(Submission sent) {
        return sent.flag("hasAgent")
                ? Optional.of(
                        new Agent(sent.text("agentName"), upper(sent.text("agentIdNumber")), sent.text("agentPhone")))
                : Optional.empty();
    }

    private static List<SituationAnswer> situation(FormContract form, Submission sent) {
        return form.fields().stream()
                .filter(field -> !COMMON.contains(field.key()) && sent.values().containsKey(field.key()))
                .map(field -> {
                    var value = sent.values().get(field.key());
                    var text = field.isChoice() ? sent.label(field.key()) : String.valueOf(value);
                    return new SituationAnswer(field.key(), field.label(), value, text);
                })
                .toList();
    }

    private static String upper(String number) {
        return number.toUpperCase(Locale.ROOT);
    }
}
