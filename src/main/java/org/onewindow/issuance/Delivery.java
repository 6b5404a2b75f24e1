package org.onewindow.issuance;

import java.util.Optional;

/**
 * A hand-over at the issuing window.
 *
 * @param manner {@code in-person} or {@code agent}
 * @param code the pick-up code that the recipient gave
 * @param identityNumber the number on the recipient's document; compared, never stored
 */
public record Delivery(
        String manner, Optional<String> code, Optional<String> identityNumber, String recipient, String deliveredBy) {}
