package org.onewindow.workflow.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.supervision.StepWait;
import org.onewindow.supervision.StepWaits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes down how long each task waited, and each decided case took, as it ends: the engine keeps no history of them. */
@Component
class WaitsAtTasks extends AbstractProcessEnginePlugin {

    private static final String ITEM = "item_";

    private final ObjectProvider<StepWaits> waits;
    private final ObjectProvider<ClockLedger> ledger;
    private final OfficeCalendar calendar;
    private final Clock clock;

    WaitsAtTasks(
            ObjectProvider<StepWaits> waits, ObjectProvider<ClockLedger> ledger, OfficeCalendar calendar, Clock clock) {
        this.waits = waits;
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, done -> ended(done, false));
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, done -> ended(done, isTimed(done)));
            }

            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                if (process.getKey().startsWith(ITEM)) {
                    process.addBuiltInListener(
                            ExecutionListener.EVENTNAME_END, (ExecutionListener) WaitsAtTasks.this::closed);
                }
            }
        });
    }

    /** A timer ends a task within its process; whoever deletes the process does so at any time of the day. */
    private static boolean isTimed(DelegateTask task) {
        return !((ExecutionEntity) task.getExecution()).getProcessInstance().isDeleteRoot();
    }

    private void ended(DelegateTask task, boolean interrupted) {
        var key = task.getExecution().getProcessBusinessKey();
        if (key == null) {
            return;
        }
        var today = LocalDate.now(clock);
        var opened = LocalDate.ofInstant(task.getCreateTime().toInstant(), clock.getZone());
        boolean isPause = ((ExecutionEntity) task.getExecution())
                .getProcessDefinition()
                .getKey()
                .equals(Measures.SPECIAL_PROCEDURE);
        var state = ledger.getObject().today(new CaseNumber(key));
        write(
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                today,
                StepWait.of(state, calendar.current(), opened, today, interrupted, isPause));
    }

    /** The days that the ledger counted, in time or not; a case without a decision has no promise to keep. */
    private void closed(DelegateExecution item) {
        if (item.getProcessBusinessKey() == null) {
            return;
        }
        var state = ledger.getObject().today(new CaseNumber(item.getProcessBusinessKey()));
        state.decidedOn().ifPresent(decided -> {
            boolean late = state.promisedDue().filter(decided::isAfter).isPresent();
            var key = ((ExecutionEntity) item).getProcessDefinition().getKey();
            write(item.getProcessDefinitionId(), key, LocalDate.now(clock), new StepWait(state.used(), late));
        });
    }

    private void write(String definition, String activity, LocalDate on, StepWait wait) {
        waits.getObject().write(List.of(new StepWaits.Ended(definition, activity, on, wait)));
    }
}
