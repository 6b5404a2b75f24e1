package org.onewindow.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.organization.Unit;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.form.Staff;
import org.springframework.stereotype.Service;

/**
 * The units and their people. A department is led by its heads (机关负责人); supervisors (效能监督) act for every unit, the windows
 * and zones of the bureau among them.
 */
@Service
public class Units {

    private final Organization organization;
    private final Staff staff;

    Units(Organization organization, Staff staff) {
        this.organization = organization;
        this.staff = staff;
    }

    public List<Unit> all() {
        return organization.units();
    }

    /** Those that somebody leads. */
    public List<Unit> ledBy(Account account) {
        if (account.isIn(Organization.SUPERVISORS)) {
            return all();
        }
        var headed = organization.departments().stream()
                .filter(department -> account.isIn(department.heads()))
                .map(Department::id)
                .collect(Collectors.toSet());
        return all().stream().filter(unit -> headed.contains(unit.id())).toList();
    }

    /** Those to which somebody belongs. */
    public List<Unit> of(Account account) {
        return all().stream()
                .filter(unit -> account.groups().stream().anyMatch(unit::has))
                .toList();
    }

    /** Whether somebody leads a unit to which a person belongs. */
    public boolean leads(Account account, String person) {
        var theirs = groupsOf(person);
        return ledBy(account).stream().anyMatch(unit -> theirs.stream().anyMatch(unit::has));
    }

    /** The names of a unit's staff, by account. */
    public Map<String, String> staff(Unit unit) {
        var names = new LinkedHashMap<String, String>();
        unit.groups().stream().map(staff::inGroup).forEach(names::putAll);
        return names;
    }

    /** The names of those who have a post in common with somebody, by account; not their own. */
    public Map<String, String> colleagues(Account account) {
        var names = new LinkedHashMap<String, String>();
        of(account).stream()
                .flatMap(unit -> unit.groups().stream())
                .filter(account::isIn)
                .map(staff::inGroup)
                .forEach(names::putAll);
        names.remove(account.id());
        return names;
    }

    Set<String> groupsOf(String account) {
        return staff.groups(account);
    }
}
