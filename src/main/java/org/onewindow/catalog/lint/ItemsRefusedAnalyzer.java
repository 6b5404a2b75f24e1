package org.onewindow.catalog.lint;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows refused items as their faults instead of a stack trace. */
class ItemsRefusedAnalyzer extends AbstractFailureAnalyzer<ItemsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ItemsRefused refused) {
        return new FailureAnalysis(
                refused.getMessage(), "请逐项改正后重新启动；改正时可以用 java -jar one-window.jar item lint 检查。", refused);
    }
}
