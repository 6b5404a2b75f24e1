package org.onewindow.workflow.check;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.document.DocumentMaker;
import org.onewindow.workflow.check.Finding.Kind;
import org.springframework.context.ApplicationContext;

/** What the command {@code check} finds in one case, once its papers are made. */
public final class CheckedCase {

    private CheckedCase() {}

    public static List<String> disagreements(ApplicationContext application, CaseNumber caseNumber) {
        var found = new ArrayList<Finding>();
        application.getBean(DocumentMaker.class).makeAll();
        new CaseCheck(application).check(found::add);
        return found.stream()
                .filter(finding ->
                        finding.kind() == Kind.DISAGREEMENT && finding.subject().equals(caseNumber.value()))
                .map(Finding::problem)
                .toList();
    }
}
