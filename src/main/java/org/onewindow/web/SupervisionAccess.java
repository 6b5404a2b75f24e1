package org.onewindow.web;

import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.Scope;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who sees which figures: 效能监督 and administrators all of them, the head of a department its own, nobody else any. */
@Component
class SupervisionAccess {

    private final Organization organization;

    SupervisionAccess(Organization organization) {
        this.organization = organization;
    }

    static boolean seesEverything(Account account) {
        return WarningAccess.seesAll(account);
    }

    Optional<Scope> scope(Account account) {
        if (seesEverything(account)) {
            return Optional.of(Scope.EVERYTHING);
        }
        var own = WarningAccess.headOf(organization, account).stream()
                .map(Department::id)
                .collect(Collectors.toSet());
        return Optional.of(own).filter(some -> !some.isEmpty()).map(Scope::of);
    }

    Scope require(Account account) {
        return scope(account).orElseThrow(() -> new AccessDeniedException("no figures for these groups"));
    }

    /** An administrator keeps the system and sees figures; a case's file is for those who have to do with it. */
    boolean opensCases(Account account) {
        return account.isIn(Organization.SUPERVISORS)
                || !WarningAccess.headOf(organization, account).isEmpty();
    }

    /** Whose figures these are, in words. */
    String name(Account account) {
        return seesEverything(account)
                ? "全区各部门"
                : WarningAccess.headOf(organization, account).stream()
                        .map(Department::name)
                        .collect(Collectors.joining("、"));
    }
}
