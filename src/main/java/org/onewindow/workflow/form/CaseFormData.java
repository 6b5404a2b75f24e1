package org.onewindow.workflow.form;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseStep;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.Extensions;
import org.onewindow.deadline.Pause;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a task's form shows, read from the case file when it is opened. It is never stored in the engine, so it is never
 * stale and cannot be forged; identity numbers and phones are not among it.
 */
@Component
class CaseFormData {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
    private static final String NONE = "—";

    private final CaseFiles files;
    private final ClockLedger ledger;
    private final Extensions extensions;
    private final Organization organization;
    private final Staff staff;
    private final IssuanceFormData issuance;

    CaseFormData(
            CaseFiles files,
            ClockLedger ledger,
            Extensions extensions,
            Organization organization,
            Staff staff,
            IssuanceFormData issuance) {
        this.files = files;
        this.ledger = ledger;
        this.extensions = extensions;
        this.organization = organization;
        this.staff = staff;
        this.issuance = issuance;
    }

    /** Everything that a form may show, by its name; nothing is read before it is asked for, and then once. */
    Map<String, Supplier<?>> of(CaseNumber caseNumber) {
        Supplier<CaseFile> file = SingletonSupplier.of(() -> files.require(caseNumber));
        Supplier<List<CaseMaterial>> materials = SingletonSupplier.of(() -> files.materials(caseNumber));
        var data = new HashMap<String, Supplier<?>>();
        putFile(data, file);
        putDates(data, SingletonSupplier.of(() -> ledger.today(caseNumber)));
        putExtension(data, SingletonSupplier.of(() -> extensions.waiting(caseNumber)));
        data.put(
                "materials",
                () -> materials.get().stream().map(CaseFormData::material).toList());
        data.put(
                "checklist",
                () -> materials.get().stream().map(CaseFormData::checklistRow).toList());
        data.put("defects", () -> files.openDefects(caseNumber).stream()
                .map(d -> Map.of("name", d.name(), "defect", d.defect(), "standard", d.standard()))
                .toList());
        data.put("steps", () -> steps(files.steps(caseNumber)));
        data.put("departments", () -> organization.departments().stream()
                .map(d -> option(d.id(), d.name()))
                .toList());
        data.put("staff", () -> handlers(file.get()));
        issuance.put(data, caseNumber);
        return data;
    }

    private List<Map<String, String>> handlers(CaseFile file) {
        return file
                .department()
                .flatMap(organization::department)
                .map(d -> staff.inGroup(d.handlers()))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .map(e -> option(e.getKey(), e.getValue()))
                .toList();
    }

    private static void putFile(Map<String, Supplier<?>> data, Supplier<CaseFile> file) {
        data.put("caseNumber", () -> file.get().caseNumber().value());
        data.put("itemName", () -> file.get().itemName());
        data.put("applicant", () -> file.get().applicantName());
        data.put(
                "situation",
                () -> file.get().situation().isEmpty() ? NONE : file.get().situationText());
        data.put("pickupCodeShown", () -> file.get().pickupCode());
        data.put("receivedOn", () -> file.get().receivedOn().toString());
        data.put(
                "resultName",
                () -> file.get().result().map(CaseFile.Result::name).orElse(NONE));
        data.put(
                "resultNumber",
                () -> file.get().result().map(CaseFile.Result::number).orElse(NONE));
        data.put("resultValidUntil", () -> text(file.get().result().flatMap(CaseFile.Result::validUntil)));
    }

    private static void putDates(Map<String, Supplier<?>> data, Supplier<ClockState> clock) {
        data.put("noticeDue", () -> text(clock.get().noticeDue()));
        data.put("acceptedOn", () -> text(clock.get().acceptedOn()));
        data.put("promisedDue", () -> text(clock.get().promisedDue()));
        data.put("statutoryDue", () -> text(clock.get().statutoryDue()));
        data.put("deliveryDue", () -> text(clock.get().deliveryDue()));
        data.put(
                "clock",
                () -> clock.get().runningPause().map(CaseFormData::paused).orElseGet(() -> running(clock.get())));
        data.put(
                "pauseProcedure",
                () -> ofPause(clock, pause -> pause.procedure().label()));
        data.put("pauseNotice", () -> ofPause(clock, pause -> pause.notice().orElse(NONE)));
        data.put(
                "pauseStartedOn",
                () -> ofPause(clock, pause -> pause.startedOn().toString()));
        data.put("pausePlannedEnd", () -> text(clock.get().plannedEnd()));
    }

    private static String ofPause(Supplier<ClockState> clock, Function<Pause, String> fact) {
        return clock.get().runningPause().map(fact).orElse(NONE);
    }

    private static String paused(Pause pause) {
        return "暂停（" + pause.procedure().label() + "，自" + pause.startedOn() + "起）";
    }

    private static String running(ClockState clock) {
        var overrun = clock.statutoryOverrun() ? "，法定超期" : "";
        return clock.lamp().map(lamp -> lamp.label() + overrun).orElse(NONE);
    }

    private void putExtension(Map<String, Supplier<?>> data, Supplier<Optional<Extensions.Request>> waiting) {
        data.put("extensionDays", () -> waiting.get()
                .map(request -> String.valueOf(request.days()))
                .orElse(NONE));
        data.put(
                "extensionReason",
                () -> waiting.get().map(Extensions.Request::reason).orElse(NONE));
        data.put("extensionRequestedBy", () -> waiting.get()
                .map(Extensions.Request::requestedBy)
                .map(account -> staff.names(List.of(account)).getOrDefault(account, account))
                .orElse(NONE));
    }

    // A row of a dynamic list keeps only what it has fields for; what it shows stands in a list of its own.
    private static Map<String, Object> checklistRow(CaseMaterial material) {
        return Map.of(
                "title",
                material.position() + ". " + material.name() + "（" + material.requirement() + "）",
                "standard",
                material.standard(),
                "copies",
                material.copies(),
                "needsOriginalCheck",
                material.needsOriginalCheck());
    }

    private static Map<String, Object> material(CaseMaterial material) {
        var row = new HashMap<String, Object>();
        row.put("name", material.name());
        row.put("requirement", material.requirement());
        row.put("status", material.status());
        row.put("copiesReceived", material.copiesReceived());
        row.put("originalChecked", material.originalChecked());
        row.put("upToStandard", material.upToStandard());
        row.put("defect", material.defect().orElse(""));
        return row;
    }

    private List<Map<String, String>> steps(List<CaseStep> steps) {
        var names = staff.names(steps.stream()
                .flatMap(step -> step.taken().people().stream())
                .distinct()
                .toList());
        return steps.stream()
                .map(step -> Map.of(
                        "name", step.name(),
                        "actor", step.taken().name(names),
                        "outcome", step.outcome().orElse(NONE),
                        "opinion", step.opinion().orElse(NONE),
                        "at", TIME.format(step.at())))
                .toList();
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(NONE);
    }
}
