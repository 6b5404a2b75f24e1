package org.onewindow.organization;

import static org.springframework.transaction.support.TransactionSynchronizationManager.getResource;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The absences in force as this node read them within the last second: every claim and every new task asks for them. What this
 * node enters or revokes counts at once. What another one entered a moment ago may be missed for that second, and does no harm: a
 * task that so comes to somebody who is away, or to a deputy too many, is moved by the next sweep, like those that they had
 * before.
 */
@Component
class AwayToday {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());

    /** A class, not a record: what was read before a change is told from what was read after it by identity. */
    private static final class Known {

        final LocalDate day;
        final List<Absence> absences;
        final long readAt = System.nanoTime();

        Known(LocalDate day, List<Absence> absences) {
            this.day = day;
            this.absences = absences;
        }

        static Known nothing() {
            return new Known(LocalDate.MIN, List.of());
        }

        boolean isFresh(LocalDate today) {
            return day.equals(today) && System.nanoTime() - readAt < FRESH.toNanos();
        }
    }

    List<Absence> read(LocalDate day, Supplier<List<Absence>> select) {
        if (getResource(this) != null) {
            return select.get();
        }
        var before = known.get();
        if (before.isFresh(day)) {
            return before.absences;
        }
        var now = select.get();
        known.compareAndSet(before, new Known(day, now));
        return now;
    }

    /** The running transaction enters or revokes: until it ends it reads for itself, from then on all do. */
    void changing() {
        if (getResource(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(new Change());
        }
    }

    private final class Change implements TransactionSynchronization {

        Change() {
            resume();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AwayToday.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AwayToday.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AwayToday.this);
            known.set(Known.nothing());
        }
    }
}
