package org.onewindow.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.AcceptanceReturns;
import org.onewindow.casefile.Consultations;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the forms of returns and consultations show (退回综窗, 会办). */
@Component
class BesideFormData {

    private static final String NONE = "—";

    private final AcceptanceReturns returns;
    private final Consultations consultations;
    private final Organization organization;
    private final Staff staff;

    BesideFormData(AcceptanceReturns returns, Consultations consultations, Organization organization, Staff staff) {
        this.returns = returns;
        this.consultations = consultations;
        this.organization = organization;
        this.staff = staff;
    }

    void put(Map<String, Supplier<?>> data, TaskEntity task) {
        var returned = SingletonSupplier.of(() -> returns.open(CaseVariables.caseNumber(task)));
        data.put(
                "returnError",
                () -> returned.get().map(AcceptanceReturns.Open::error).orElse(NONE));
        data.put(
                "returnReason",
                () -> returned.get().map(AcceptanceReturns.Open::reason).orElse(NONE));
        data.put(
                "returnedBy",
                () -> returned.get().map(open -> name(open.actor())).orElse(NONE));
        var asked =
                SingletonSupplier.of(() -> consultations.require(Long.parseLong(CaseVariables.CONSULTATION.get(task))));
        data.put("consultationQuestion", () -> asked.get().question());
        data.put("consultationDue", () -> asked.get().dueOn().toString());
        data.put("consultationBy", () -> name(asked.get().askedBy()));
        data.put(
                "consultedDepartment",
                () -> organization.departmentName(asked.get().department()));
    }

    private String name(String account) {
        return staff.names(List.of(account)).getOrDefault(account, account);
    }
}
