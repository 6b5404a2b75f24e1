package org.onewindow.notification;

import java.util.List;
import java.util.Optional;

/** The e-mail addresses of the staff, from wherever the accounts are kept. */
public interface StaffAddresses {

    Optional<String> of(String account);

    /** Of those members of a staff group who have one. */
    List<String> ofGroup(String group);
}
