package org.onewindow.web;

import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who watches over what: supervisors and administrators over everything, heads over their department's cases, designers over models. */
@Component
class SupervisorAccess {

    /** 流程设计: models, and no case. */
    private static final String DESIGNERS = "designers";

    private final CaseFiles files;
    private final CaseAccess access;

    SupervisorAccess(CaseFiles files, CaseAccess access) {
        this.files = files;
        this.access = access;
    }

    boolean seesAll(Account account) {
        return WarningAccess.seesAll(account);
    }

    void requireModels(Account account) {
        if (!seesAll(account) && !account.isIn(DESIGNERS)) {
            throw new AccessDeniedException("models are for supervisors, administrators and designers");
        }
    }

    void requireAll(Account account) {
        if (!seesAll(account)) {
            throw new AccessDeniedException("for supervisors and administrators");
        }
    }

    void requireAdministrator(Account account) {
        if (!account.isIn(CatalogController.ADMINISTRATORS)) {
            throw new AccessDeniedException("for administrators");
        }
    }

    /** Opens a case to those who watch over it; who keeps the system does not read files. */
    CaseFile open(String number, Account account) {
        var file = CaseNumber.parse(number)
                .flatMap(files::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!speaks(file, account)) {
            throw new AccessDeniedException("a case of others");
        }
        return file;
    }

    /** Those who read a case, remind and remark: 效能监督, and the department's head. */
    boolean speaks(CaseFile file, Account account) {
        return account.isIn(Organization.SUPERVISORS) || access.isHeadOf(file, account);
    }
}
