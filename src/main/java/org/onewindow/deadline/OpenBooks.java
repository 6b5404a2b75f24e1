package org.onewindow.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.onewindow.casefile.CaseNumber;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;

/** The pages of the ledger that the running transaction has open, as it left them. */
@Component
@Scope(scopeName = OpenBooks.TRANSACTION, proxyMode = ScopedProxyMode.TARGET_CLASS)
class OpenBooks {

    static final String TRANSACTION = "transaction";

    private final Map<CaseNumber, ClockBook> books = new HashMap<>();

    ClockBook book(CaseNumber caseNumber, Supplier<ClockBook> read) {
        return books.computeIfAbsent(caseNumber, number -> read.get());
    }

    void append(CaseNumber caseNumber, LedgerEntry entry) {
        books.computeIfPresent(caseNumber, (number, book) -> book.with(entry));
    }

    /** It will be read anew. */
    void close(CaseNumber caseNumber) {
        books.remove(caseNumber);
    }
}
