package org.onewindow.deadline;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the ledger as it was made; none is ever changed or removed.
 *
 * @param event what it says happened; empty if all that it does is to reverse another
 * @param reverses the entry that this one takes back, or puts right where it has an event of its own
 * @param reason why the other is taken back
 */
public record LedgerEntry(
        long id,
        Optional<ClockEvent> event,
        Instant recordedAt,
        String recordedBy,
        Optional<Long> reverses,
        Optional<String> reason) {}
