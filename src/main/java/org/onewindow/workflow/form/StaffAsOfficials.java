package org.onewindow.workflow.form;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.onewindow.document.Officials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's accounts, for the papers: they are issued at a transaction's end, where the engine would check the reader. */
@Component
class StaffAsOfficials implements Officials {

    private final ObjectProvider<IdentityService> identity;
    private final Staff staff;

    StaffAsOfficials(ObjectProvider<IdentityService> identity, Staff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    @Override
    public String name(String account) {
        return unchecked(() -> staff.names(List.of(account))).getOrDefault(account, account);
    }

    @Override
    public boolean actsAt(String window, String account) {
        var current = identity.getObject().getCurrentAuthentication();
        if (current != null && current.getUserId().equals(account)) {
            return current.getGroupIds().contains(window);
        }
        return unchecked(() -> identity.getObject()
                        .createUserQuery()
                        .userId(account)
                        .memberOfGroup(window)
                        .count()
                > 0);
    }

    private <T> T unchecked(Supplier<T> query) {
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
}
