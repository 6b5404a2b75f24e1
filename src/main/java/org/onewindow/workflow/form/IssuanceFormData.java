package org.onewindow.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.issuance.MaterialCustody;
import org.onewindow.issuance.ResultHandover;
import org.onewindow.workflow.HandingDepartment;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the forms of 统一出件 and of the hand-over to it show. */
@Component
class IssuanceFormData {

    private final ResultHandover handover;
    private final HandingDepartment department;
    private final Staff staff;
    private final ReadyCases ready;
    private final MaterialCustody custody;

    IssuanceFormData(
            ResultHandover handover,
            HandingDepartment department,
            Staff staff,
            ReadyCases ready,
            MaterialCustody custody) {
        this.handover = handover;
        this.department = department;
        this.staff = staff;
        this.ready = ready;
        this.custody = custody;
    }

    void put(Map<String, Supplier<?>> data, CaseNumber caseNumber) {
        Supplier<List<ResultHandover.Paper>> papers = SingletonSupplier.of(() -> handover.papers(caseNumber));
        data.put(
                "papersHandedOver",
                () -> papers.get().stream().map(IssuanceFormData::paper).toList());
        data.put("papers", () -> papers.get().stream()
                .map(paper -> Map.of("received", paper.state() == ResultHandover.State.RECEIVED))
                .toList());
        data.put("originalsPassedOn", () -> custody.atWindow(caseNumber).stream()
                .map(original -> original.name() + original.copies() + "份")
                .collect(Collectors.joining("、")));
        data.put("originalsHeld", () -> custody.held(caseNumber).stream()
                .map(original ->
                        Map.of("value", original.code(), "label", original.name() + "（" + original.copies() + "份）"))
                .toList());
        data.put("casesReady", () -> ready.besides(caseNumber));
        data.put("handOverFrom", () -> department.of(caseNumber).name());
        data.put("handOverBy", () -> name(handover.handedOverBy(caseNumber)));
        data.put("handOverMissing", () -> handover.missing(caseNumber));
    }

    private String name(String account) {
        return staff.names(List.of(account)).getOrDefault(account, account);
    }

    private static Map<String, String> paper(ResultHandover.Paper paper) {
        return Map.of(
                "title", paper.title(),
                "number", paper.number(),
                "state", paper.state().label());
    }
}
