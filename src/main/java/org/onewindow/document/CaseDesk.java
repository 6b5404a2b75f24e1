package org.onewindow.document;

import java.util.HashMap;
import java.util.Map;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseParty;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;

/** The case files from which a transaction's papers are written, read once: at its end they do not change any more. */
@Component
@Scope(scopeName = "transaction", proxyMode = ScopedProxyMode.TARGET_CLASS)
class CaseDesk {

    private final CaseFiles files;
    private final Map<CaseNumber, CaseFile> open = new HashMap<>();
    private final Map<CaseNumber, CaseParty> applicants = new HashMap<>();

    CaseDesk(CaseFiles files) {
        this.files = files;
    }

    CaseFile file(CaseNumber caseNumber) {
        return open.computeIfAbsent(caseNumber, files::require);
    }

    CaseParty applicant(CaseNumber caseNumber) {
        return applicants.computeIfAbsent(caseNumber, files::applicant);
    }
}
