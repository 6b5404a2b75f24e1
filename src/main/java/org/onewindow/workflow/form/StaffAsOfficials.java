package org.onewindow.workflow.form;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.document.Officials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's accounts, for the papers: they are issued at a transaction's end, where the engine would check the reader. */
@Component
class StaffAsOfficials implements Officials {

    /** People are seldom renamed; a paper may have the former name for a minute more. */
    private static final Duration NAMES_HOLD = Duration.ofMinutes(1);

    private final ObjectProvider<IdentityService> identity;
    private final Staff staff;
    private final CaseFiles files;
    private volatile Map<String, String> names = Map.of();
    private volatile long namesSince = System.nanoTime() - 2 * NAMES_HOLD.toNanos();

    StaffAsOfficials(ObjectProvider<IdentityService> identity, Staff staff, CaseFiles files) {
        this.identity = identity;
        this.staff = staff;
        this.files = files;
    }

    @Override
    public String name(String account) {
        if (System.nanoTime() - namesSince > NAMES_HOLD.toNanos()) {
            names = new ConcurrentHashMap<>();
            namesSince = System.nanoTime();
        }
        return names.computeIfAbsent(account, staff::name);
    }

    @Override
    public String name(CaseNumber caseNumber, String account, Instant at) {
        var taken = files.taken(caseNumber, account, at);
        return taken.name(taken.people().stream().collect(Collectors.toMap(Function.identity(), this::name)));
    }

    @Override
    public boolean actsAt(String window, String account) {
        var current = identity.getObject().getCurrentAuthentication();
        if (current != null && current.getUserId().equals(account)) {
            return current.getGroupIds().contains(window);
        }
        return staff.unchecked(() -> identity.getObject()
                        .createUserQuery()
                        .userId(account)
                        .memberOfGroup(window)
                        .count()
                > 0);
    }
}
