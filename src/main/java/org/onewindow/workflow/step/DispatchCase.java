package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.catalog.Catalog;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 按责分办: the window where it may decide, else the department that the table names, else nobody yet. */
@Component
class DispatchCase implements JavaDelegate {

    private final Dispatching dispatching;
    private final CaseFiles files;
    private final Catalog catalog;
    private final Approval approval;

    DispatchCase(Dispatching dispatching, CaseFiles files, Catalog catalog, Approval approval) {
        this.dispatching = dispatching;
        this.files = files;
        this.catalog = catalog;
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = files.require(CaseVariables.caseNumber(execution));
        if (dispatching.windowMayDecide(file)) {
            var item = catalog.require(file.itemCode(), file.publication());
            approval.dispatch(file.caseNumber(), item.department());
            CaseVariables.DEPARTMENT.set(execution, item.department());
            CaseVariables.HANDLING.set(execution, "window");
            CaseVariables.ISSUERS.set(execution, Organization.ISSUANCE + "," + file.window());
            return;
        }
        var department = dispatching.department(file);
        department.ifPresent(found -> approval.dispatch(file.caseNumber(), found));
        CaseVariables.DEPARTMENT.set(execution, department.orElse(null));
        CaseVariables.HANDLING.set(execution, department.isPresent() ? "department" : null);
    }
}
