package org.onewindow.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts files away together with the rows that refer to them: first the file, then the row. Whatever stops in between leaves a
 * file without a row, which the sweep finds, and never a row without a file.
 */
@Service
public class Filing {

    private final FileStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Filing(FileStore store, JdbcClient jdbc, TransactionTemplate transaction) {
        this.store = store;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Stores a file and then, in a transaction, writes the row for it.
     *
     * @param content may be read twice
     * @param row writes the row for a hash
     * @return what {@code row} returned
     */
    public <T> T file(InputStreamSource content, Function<String, T> row) {
        var hash = put(content);
        return transaction.execute(status -> {
            lock(hash);
            if (!store.contains(hash)) {
                put(content); // it was there already, and the sweep has just taken it
            }
            return row.apply(hash);
        });
    }

    /** Removes a file that nobody refers to; one whose row is just being written is waited for. */
    boolean discard(String hash, Predicate<String> isReferenced) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lock(hash);
            if (isReferenced.test(hash)) {
                return false;
            }
            store.delete(hash);
            return true;
        }));
    }

    private String put(InputStreamSource content) {
        try (var stream = content.getInputStream()) {
            return store.put(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the transaction ends. */
    private void lock(String hash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("file " + hash)
                .query((row, n) -> true)
                .list();
    }
}
