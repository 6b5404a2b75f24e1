package org.onewindow.storage;

import java.util.Collection;
import java.util.Set;

/** What a module refers to in the file store. One bean for each module with rows that name files; the sweep asks them all. */
public interface FileReferences {

    /** Those of some hashes that a row refers to. */
    Set<String> referenced(Collection<String> hashes);
}
