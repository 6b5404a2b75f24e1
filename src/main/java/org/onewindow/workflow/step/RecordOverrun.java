package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 超期: a deadline passed. */
@Component
class RecordOverrun implements JavaDelegate {

    private static final int PRIORITY = 90;

    private final Alarm alarm;

    RecordOverrun(Alarm alarm) {
        this.alarm = alarm;
    }

    @Override
    public void execute(DelegateExecution execution) {
        alarm.raise(execution, "已超过时限", PRIORITY);
    }
}
