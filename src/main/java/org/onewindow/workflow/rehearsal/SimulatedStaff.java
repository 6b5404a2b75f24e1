package org.onewindow.workflow.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.transaction.support.TransactionTemplate;

/** Three people for each staff group of the organisation: enough for two inspectors and somebody who had no part in it. */
final class SimulatedStaff {

    private static final List<String> NAMES = List.of("甲", "乙", "丙");

    private final IdentityService identity;
    private final List<Member> members = new ArrayList<>();

    /** @param name the group's name with 甲, 乙 or 丙 behind it */
    record Member(String account, String group, String name) {}

    SimulatedStaff(IdentityService identity) {
        this.identity = identity;
    }

    void hire(TransactionTemplate transaction) {
        var groups = identity.createGroupQuery().groupType("WORKFLOW").list();
        transaction.executeWithoutResult(status -> groups.forEach(this::hire));
    }

    private void hire(Group group) {
        for (var name : NAMES) {
            var member = new Member("staff" + members.size(), group.getId(), group.getName() + name);
            var user = identity.newUser(member.account());
            user.setLastName(member.name());
            user.setFirstName("");
            identity.saveUser(user);
            identity.createMembership(member.account(), group.getId());
            members.add(member);
        }
    }

    /** Whoever has the account or is in one of the groups; the account's owner first. */
    List<Member> of(String account, Set<String> groups) {
        var found = new ArrayList<Member>();
        members.stream().filter(member -> member.account().equals(account)).forEach(found::add);
        members.stream()
                .filter(member -> groups.contains(member.group()) && !found.contains(member))
                .forEach(found::add);
        return found;
    }

    /** Does something as a member, with the engine's authorizations. */
    <T> T as(Member member, Supplier<T> action) {
        identity.setAuthentication(member.account(), List.of(member.group()));
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
