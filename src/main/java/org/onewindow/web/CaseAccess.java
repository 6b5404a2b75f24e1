package org.onewindow.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.casefile.CaseFile;
import org.onewindow.catalog.Catalog;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.stereotype.Component;

/** Who may read a case by password, and how much of it. */
@Component
class CaseAccess {

    private static final String SUPERVISORS = "supervisors";

    private final Catalog catalog;
    private final Organization organization;

    CaseAccess(Catalog catalog, Organization organization) {
        this.catalog = catalog;
        this.organization = organization;
    }

    /** Those who work on the case, and those who watch over it: they see who did what, and the opinions. */
    boolean isStaffOf(CaseFile file, Account account) {
        return account.groups().stream().anyMatch(groups(file)::contains);
    }

    /** The partner client that registered the case sees what the applicant sees. */
    boolean registered(CaseFile file, Account account) {
        return account.isIn(Organization.PARTNERS) && account.id().equals(file.receivedBy());
    }

    private Set<String> groups(CaseFile file) {
        var department = file.department()
                .orElseGet(() -> catalog.require(file.itemCode()).department());
        return Stream.concat(
                        Stream.of(file.window(), Organization.ISSUANCE, Organization.DISPATCH, SUPERVISORS),
                        organization.department(department).stream()
                                .map(Department::groups)
                                .flatMap(List::stream))
                .collect(Collectors.toSet());
    }
}
