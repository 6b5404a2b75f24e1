package org.onewindow.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseSearch;
import org.onewindow.casefile.Consultations;
import org.onewindow.document.IssuedDocument;
import org.onewindow.issuance.Issuance;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.organization.ServiceWindow;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may read a case, and how much of it. */
@Component
class CaseAccess {

    /** Those who see every case. */
    private static final List<String> EVERYWHERE =
            List.of(Organization.ISSUANCE, Organization.DISPATCH, Organization.SUPERVISORS);

    private final Organization organization;
    private final CaseFiles files;
    private final Issuance issuance;
    private final Consultations consultations;

    CaseAccess(Organization organization, CaseFiles files, Issuance issuance, Consultations consultations) {
        this.organization = organization;
        this.files = files;
        this.issuance = issuance;
        this.consultations = consultations;
    }

    /** @param forStaff whether the reader sees who did what, and the opinions */
    record Opened(CaseFile file, boolean forStaff) {}

    /**
     * Those who work on the case, those who watch over it, and those who are asked for an opinion as long as they are: they see
     * who did what, and the opinions.
     */
    boolean isStaffOf(CaseFile file, Account account) {
        return isOwnStaffOf(file, account) || isAsked(file, account);
    }

    /** Another department's staff (会办), until it has answered: they look, and take nothing away. */
    private boolean isAsked(CaseFile file, Account account) {
        return consultations.open(file.caseNumber()).stream()
                .flatMap(asked -> organization.department(asked.department()).stream())
                .anyMatch(department -> department.groups().stream().anyMatch(account::isIn));
    }

    /** Those who work on the case, and so may add to it; supervisors only look. */
    boolean worksOn(CaseFile file, Account account) {
        return account.groups().stream()
                .filter(group -> !group.equals(Organization.SUPERVISORS))
                .anyMatch(groups(file)::contains);
    }

    /** Opens a page of a case to its staff. */
    CaseFile forStaff(String number, Account account) {
        return page(number, file -> isStaffOf(file, account));
    }

    /** Opens what is taken away from a case: to its own staff, and not to whom an opinion is asked of. */
    CaseFile forOwnStaff(String number, Account account) {
        return page(number, file -> isOwnStaffOf(file, account));
    }

    boolean isOwnStaffOf(CaseFile file, Account account) {
        return account.groups().stream().anyMatch(groups(file)::contains);
    }

    /** Opens to those who work on a case what others of its staff may not do. */
    CaseFile forWorkers(String number, Account account) {
        return page(number, file -> worksOn(file, account));
    }

    /** Opens a page of a case to those who hand its result over (出件): the issuing clerks and its window. */
    CaseFile forIssuers(String number, Account account) {
        return page(number, file -> account.isIn(Organization.ISSUANCE) || account.isIn(file.window()));
    }

    private CaseFile page(String number, Predicate<CaseFile> mayOpen) {
        var file = CaseNumber.parse(number)
                .flatMap(files::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!mayOpen.test(file)) {
            throw new AccessDeniedException("a case of other staff");
        }
        return file;
    }

    /** The partner client that registered the case sees what the applicant sees. */
    boolean registered(CaseFile file, Account account) {
        return account.isIn(Organization.PARTNERS) && account.id().equals(file.receivedBy());
    }

    /** The head of the department whose case it is (机关负责人). */
    boolean isHeadOf(CaseFile file, Account account) {
        return department(file).map(Department::heads).filter(account::isIn).isPresent();
    }

    /**
     * Whoever answers for a paper may correct and revoke it: the head of the case's department, and for the bureau's own papers,
     * which have no department, those who watch over the bureau's windows (效能监督).
     */
    boolean answersFor(IssuedDocument document, CaseFile file, Account account) {
        return document.kind().scope().isPresent() ? isHeadOf(file, account) : account.isIn(Organization.SUPERVISORS);
    }

    /**
     * Opens a case to whoever asks for it through the REST interface.
     *
     * @param account empty for one who did not log in, and so has to know the pick-up code
     */
    Opened open(String number, Optional<Account> account, Optional<String> pickupCode) {
        return account.map(reader -> byPassword(number, reader)).orElseGet(() -> byCode(number, pickupCode));
    }

    /** The cases that an account may find: those of which it is staff. */
    CaseSearch.Scope scope(Account account) {
        var scope = new CaseSearch.Scope(
                EVERYWHERE.stream().anyMatch(account::isIn),
                organization.windows().stream()
                        .map(ServiceWindow::id)
                        .filter(account::isIn)
                        .collect(Collectors.toSet()),
                organization.departments().stream()
                        .filter(department -> department.groups().stream().anyMatch(account::isIn))
                        .map(Department::id)
                        .collect(Collectors.toSet()));
        if (!scope.everything()
                && scope.windows().isEmpty()
                && scope.departments().isEmpty()) {
            throw new ApiProblems.Found(Problem.FORBIDDEN, "查询办件限窗口、部门和效能监督的工作人员");
        }
        return scope;
    }

    /** The case that an applicant opens. Unknown numbers and wrong codes look alike: numbers cannot be found out by trying. */
    Optional<CaseFile> byCode(String number, String pickupCode) {
        return CaseNumber.parse(number)
                .filter(caseNumber -> issuance.opens(caseNumber, pickupCode))
                .flatMap(files::find);
    }

    private Opened byCode(String number, Optional<String> pickupCode) {
        var code = pickupCode.orElseThrow(() -> new ApiProblems.Found(
                Problem.UNAUTHENTICATED, "申请人请在请求头 Pickup-Code 中提供取件码；工作人员和合作平台请用账号和口令（HTTP Basic）登录"));
        return byCode(number, code)
                .map(file -> new Opened(file, false))
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, "办件编号与取件码不符，请核对收件凭证；多次输错的，请到窗口查询"));
    }

    private Opened byPassword(String number, Account account) {
        var file = CaseNumber.parse(number)
                .flatMap(files::find)
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, "没有这个编号的办件，请核对编号"));
        boolean isStaff = isOwnStaffOf(file, account); // who is asked for an opinion reads it in Tasklist
        if (!isStaff && !registered(file, account)) {
            throw new ApiProblems.Found(Problem.FORBIDDEN, "这个办件不在您的岗位范围内");
        }
        return new Opened(file, isStaff);
    }

    private Optional<Department> department(CaseFile file) {
        return organization.department(file.owner());
    }

    private Set<String> groups(CaseFile file) {
        return Stream.of(
                        Stream.of(file.window()),
                        EVERYWHERE.stream(),
                        department(file).stream().map(Department::groups).flatMap(List::stream))
                .flatMap(groups -> groups)
                .collect(Collectors.toSet());
    }
}
