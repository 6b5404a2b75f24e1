package org.onewindow.document;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the seals' keys instead of a stack trace. */
class UnusableSealKeysAnalyzer extends AbstractFailureAnalyzer<UnusableSealKeys> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSealKeys unusable) {
        return new FailureAnalysis(unusable.getMessage(), unusable.remedy(), unusable);
    }
}
