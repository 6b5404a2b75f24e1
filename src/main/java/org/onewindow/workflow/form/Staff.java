package org.onewindow.workflow.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.onewindow.casefile.CaseStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names behind the accounts. */
@Component
public class Staff {

    private final ObjectProvider<IdentityService> identity;

    Staff(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    /** Accounts and names of a group, by account. */
    public Map<String, String> inGroup(String group) {
        var members = new LinkedHashMap<String, String>();
        identity.getObject()
                .createUserQuery()
                .memberOfGroup(group)
                .orderByUserId()
                .asc()
                .list()
                .forEach(user -> members.put(user.getId(), name(user)));
        return members;
    }

    /** The names of some accounts; the system's own is 系统. */
    public Map<String, String> names(List<String> accounts) {
        var names = new HashMap<String, String>();
        if (!accounts.isEmpty()) {
            identity.getObject()
                    .createUserQuery()
                    .userIdIn(accounts.toArray(String[]::new))
                    .list()
                    .forEach(user -> names.put(user.getId(), name(user)));
        }
        names.put(CaseStep.SYSTEM, "系统");
        return names;
    }

    /** The name of an account, whoever asks. */
    public String name(String account) {
        return unchecked(() -> names(List.of(account))).getOrDefault(account, account);
    }

    /** The groups of an account, whoever asks. */
    public Set<String> groups(String account) {
        return unchecked(() -> identity.getObject().createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** In a step of somebody's the engine would check what they may read of others. */
    <T> T unchecked(Supplier<T> query) {
        var service = identity.getObject();
        var current = service.getCurrentAuthentication();
        service.clearAuthentication();
        try {
            return query.get();
        } finally {
            if (current != null) {
                service.setAuthentication(current.getUserId(), current.getGroupIds(), current.getTenantIds());
            }
        }
    }

    private static String name(User user) {
        return user.getLastName() + user.getFirstName();
    }
}
