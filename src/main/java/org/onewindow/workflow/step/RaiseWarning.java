package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 预警: the promised time is nearly used up. */
@Component
class RaiseWarning implements JavaDelegate {

    private static final int PRIORITY = 70;

    private final Alarm alarm;

    RaiseWarning(Alarm alarm) {
        this.alarm = alarm;
    }

    @Override
    public void execute(DelegateExecution execution) {
        alarm.raise(execution, "承诺时限将至", PRIORITY);
    }
}
