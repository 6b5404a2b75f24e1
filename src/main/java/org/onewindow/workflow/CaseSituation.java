package org.onewindow.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.onewindow.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** The answers of situation.form (办理情形) for the gateways of an item's process: read from the case file, never stored. */
@Component("caseSituation")
public class CaseSituation {

    private final CaseFiles files;

    CaseSituation(CaseFiles files) {
        this.files = files;
    }

    /** Whether a field was answered with this option; false where it was not asked. */
    public boolean is(VariableScope scope, String field, String option) {
        return option.equals(
                files.require(CaseVariables.caseNumber(scope)).situationValues().get(field));
    }
}
