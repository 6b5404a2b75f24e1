package org.onewindow.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.onewindow.casefile.CaseNumber;
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

    IssuanceFormData(ResultHandover handover, HandingDepartment department, Staff staff, ReadyCases ready) {
        this.handover = handover;
        this.department = department;
        this.staff = staff;
        this.ready = ready;
    }

    void put(Map<String, Supplier<?>> data, CaseNumber caseNumber) {
        Supplier<List<ResultHandover.Paper>> papers = SingletonSupplier.of(() -> handover.papers(caseNumber));
        data.put(
                "papersHandedOver",
                () -> papers.get().stream().map(IssuanceFormData::paper).toList());
        data.put("papers", () -> papers.get().stream()
                .map(paper -> Map.of("received", paper.state() == ResultHandover.State.RECEIVED))
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
