package org.onewindow.workflow;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.identity.Group;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.issuance.ResultHandover;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The department that hands a result over (移交部门): that of whoever had it last, which need not be the case's own. */
@Component("handingDepartment")
public class HandingDepartment {

    private final IdentityService identity;
    private final CaseFiles files;
    private final ResultHandover handover;
    private final Organization organization;

    HandingDepartment(
            @Lazy IdentityService identity, CaseFiles files, ResultHandover handover, Organization organization) {
        this.identity = identity;
        this.files = files;
        this.handover = handover;
        this.organization = organization;
    }

    /** Whether there is one: a window that decided by itself has the result already. */
    public boolean exists(VariableScope scope) {
        return handover.isDue(CaseVariables.caseNumber(scope));
    }

    /** The group of those who hand over what was missing. */
    public String handlers(VariableScope scope) {
        return of(CaseVariables.caseNumber(scope)).handlers();
    }

    public Department of(CaseNumber caseNumber) {
        var groups = identity.createGroupQuery().groupMember(handover.handedOverBy(caseNumber)).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        var owner = organization.department(files.require(caseNumber).owner()).orElseThrow();
        if (owner.groups().stream().anyMatch(groups::contains)) {
            return owner;
        }
        return organization.departments().stream()
                .filter(department -> department.groups().stream().anyMatch(groups::contains))
                .findFirst()
                .orElse(owner);
    }
}
