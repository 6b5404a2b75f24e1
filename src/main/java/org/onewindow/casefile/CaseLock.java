package org.onewindow.casefile;

import org.springframework.stereotype.Component;

/** Two who act on one case at once take turns; the second sees what the first has done. */
@Component
public class CaseLock {

    private final CaseFiles files;

    CaseLock(CaseFiles files) {
        this.files = files;
    }

    /**
     * Holds the case until the transaction ends, and says where it stands. Taken before the clock, by everybody who needs both;
     * rows that only refer to the case go on being written.
     */
    public CaseState state(CaseNumber caseNumber) {
        return files.lock(caseNumber)
                .map(CaseFile::state)
                .orElseThrow(() -> new RefusedInput("没有编号为" + caseNumber + "的办件，请核对编号"));
    }
}
