package org.onewindow.casefile;

import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isSynchronizationActive;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction knows of its cases: what its gate, its step and its papers ask for alike is read once. It is
 * read anew after it was written or the case was locked, and after a savepoint was rolled back. Without a transaction nothing
 * is remembered.
 */
@Component
public class ReadOnce {

    /** What is read of a case in one piece; each reader has its own. Compared by identity. */
    public static final class Piece<T> {}

    /** A piece of a case as it is known; what is not there is looked for anew. */
    public <T> T read(CaseNumber caseNumber, Piece<T> piece, Supplier<T> select) {
        if (!remembers()) {
            return select.get();
        }
        var known = known(caseNumber);
        var before = known.get(piece);
        if (before != null) {
            return before;
        }
        var now = select.get();
        known.read.put(piece, now);
        return now;
    }

    /**
     * A piece as the transaction left it. Whoever locks the case later in the transaction still finds it.
     *
     * @param now in rows that the transaction has written or locked, so that nobody else changes them before it ends
     */
    public <T> void held(CaseNumber caseNumber, Piece<T> piece, T now) {
        if (remembers()) {
            known(caseNumber).held.put(piece, now);
        }
    }

    /** The transaction wrote something of a piece. */
    public void forget(CaseNumber caseNumber, Piece<?> piece) {
        if (remembers()) {
            var known = known(caseNumber);
            known.read.remove(piece);
            known.held.remove(piece);
        }
    }

    /** The transaction locked a case: whoever had it before may have written any piece that is not held. */
    public void forgetRead(CaseNumber caseNumber) {
        if (remembers()) {
            known(caseNumber).read.clear();
        }
    }

    /** Not when it is over: a listener that runs after a rollback would find what was rolled back. */
    private static boolean remembers() {
        return isActualTransactionActive() && isSynchronizationActive();
    }

    private OfCase known(CaseNumber caseNumber) {
        var known = (Known) TransactionSynchronizationManager.getResource(this);
        return (known == null ? new Known() : known).cases.computeIfAbsent(caseNumber, number -> new OfCase());
    }

    private static final class OfCase {

        final Map<Piece<?>, Object> read = new HashMap<>();
        final Map<Piece<?>, Object> held = new HashMap<>();

        @SuppressWarnings("unchecked")
        <T> T get(Piece<T> piece) {
            return (T) held.getOrDefault(piece, read.get(piece));
        }
    }

    private final class Known implements TransactionSynchronization {

        final Map<CaseNumber, OfCase> cases = new HashMap<>();

        Known() {
            TransactionSynchronizationManager.registerSynchronization(this);
            resume();
        }

        @Override
        public void savepointRollback(Object savepoint) {
            cases.clear();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ReadOnce.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ReadOnce.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnce.this);
        }
    }
}
