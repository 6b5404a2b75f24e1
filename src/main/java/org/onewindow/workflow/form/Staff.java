package org.onewindow.workflow.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
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

    private static String name(User user) {
        return user.getLastName() + user.getFirstName();
    }
}
