package org.onewindow.workflow;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.onewindow.notification.StaffAddresses;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The e-mail addresses as the accounts have them. */
@Component
class EngineAddresses implements StaffAddresses {

    private final IdentityService identity;

    EngineAddresses(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Optional<String> of(String account) {
        return Optional.ofNullable(identity.createUserQuery().userId(account).singleResult())
                .flatMap(EngineAddresses::address);
    }

    @Override
    public List<String> ofGroup(String group) {
        return identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .map(EngineAddresses::address)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> address(User user) {
        return Optional.ofNullable(user.getEmail()).map(String::strip).filter(email -> !email.isEmpty());
    }
}
