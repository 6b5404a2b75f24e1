package org.onewindow.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.onewindow.workflow.form.Staff;
import org.springframework.stereotype.Service;

/** The accounts that log in to Tasklist, for those who come through the REST interface. */
@Service
public class StaffAccounts {

    private final IdentityService identity;
    private final Staff staff;

    StaffAccounts(IdentityService identity, Staff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    /** Someone who logged in. */
    public record Account(String id, Set<String> groups) {

        public boolean isIn(String group) {
            return groups.contains(group);
        }
    }

    /**
     * Checks a password; after several wrong ones the engine locks the account for a while.
     *
     * @return empty for an unknown account, a wrong password and a locked account alike
     */
    public Optional<Account> authenticate(String id, String password) {
        identity.clearAuthentication();
        return identity.checkPassword(id, password) ? Optional.of(new Account(id, groups(id))) : Optional.empty();
    }

    /** An account that has logged in elsewhere, with the groups that it has now; empty if it is no more. */
    public Optional<Account> find(String id) {
        identity.clearAuthentication();
        return identity.createUserQuery().userId(id).count() == 0
                ? Optional.empty()
                : Optional.of(new Account(id, groups(id)));
    }

    private Set<String> groups(String id) {
        return identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names behind some accounts, by account; the system's own is 系统. */
    public Map<String, String> names(List<String> accounts) {
        return staff.names(accounts);
    }
}
