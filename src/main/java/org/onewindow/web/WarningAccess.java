package org.onewindow.web;

import java.util.List;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.WarningCard;
import org.onewindow.workflow.StaffAccounts.Account;

/** Who sees which warning cards, and who acts on them. */
final class WarningAccess {

    private WarningAccess() {}

    /** Those who see the cards of all departments. */
    static boolean seesAll(Account account) {
        return judges(account) || account.isIn(CatalogController.ADMINISTRATORS);
    }

    /** Those who accept explanations or send them back (效能监督). */
    static boolean judges(Account account) {
        return account.isIn(Organization.SUPERVISORS);
    }

    /** The departments whose head an account is. */
    static List<Department> headOf(Organization organization, Account account) {
        return organization.departments().stream()
                .filter(department -> account.isIn(department.heads()))
                .toList();
    }

    /** Whether an account is the head of a card's department. */
    static boolean answersFor(Organization organization, WarningCard card, Account account) {
        return organization
                .department(card.department())
                .map(Department::heads)
                .filter(account::isIn)
                .isPresent();
    }
}
