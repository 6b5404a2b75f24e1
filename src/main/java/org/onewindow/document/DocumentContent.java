package org.onewindow.document;

import java.util.Set;
import org.onewindow.casefile.CaseFile;

/** Knows what some kinds of papers say. Each module has its own for the facts that it keeps. */
public interface DocumentContent {

    Set<DocumentKind> kinds();

    /**
     * Takes the facts from where they are kept, in the transaction that wrote them.
     *
     * @param kind one of {@link #kinds()}
     */
    Draft draft(DocumentKind kind, CaseFile file);
}
