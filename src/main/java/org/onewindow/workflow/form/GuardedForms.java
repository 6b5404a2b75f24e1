package org.onewindow.workflow.form;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.DelegateStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.FormHandler;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.onewindow.workflow.AbsentAssignees;
import org.onewindow.workflow.clock.TaskClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the gate in front of every form of every model, the form's guard, the case's clock and absence cover on every task: a
 * designer cannot forget them, a browser cannot go around them.
 */
@Component
class GuardedForms extends AbstractProcessEnginePlugin {

    private final ObjectProvider<FormGate> gate;
    private final ObjectProvider<FormGuards> guards;
    private final ObjectProvider<TaskClock> clock;
    private final ObjectProvider<AbsentAssignees> absent;

    GuardedForms(
            ObjectProvider<FormGate> gate,
            ObjectProvider<FormGuards> guards,
            ObjectProvider<TaskClock> clock,
            ObjectProvider<AbsentAssignees> absent) {
        this.gate = gate;
        this.guards = guards;
        this.clock = clock;
        this.absent = absent;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFormService(new CaseFormService(gate));
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                var guarded = new TaskForm(task.getTaskFormHandler());
                task.setTaskFormHandler(new DelegateTaskFormHandler(guarded, deployment(scope)));
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, opened -> clock.getObject()
                        .open(opened));
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, opened -> absent.getObject()
                        .open((TaskEntity) opened));
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned -> absent.getObject()
                        .assign((TaskEntity) assigned));
                var ofModel = FormGuards.namedBy(element);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completed -> guards.getObject()
                        .check((TaskEntity) completed, ofModel));
            }

            @Override
            public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (scope instanceof ProcessDefinitionEntity process && process.getStartFormHandler() != null) {
                    var guarded = new StartForm(process.getStartFormHandler(), process);
                    process.setStartFormHandler(new DelegateStartFormHandler(guarded, deployment(scope)));
                }
            }
        });
    }

    private static DeploymentEntity deployment(ScopeImpl scope) {
        var deployment = new DeploymentEntity();
        deployment.setId(((ProcessDefinitionEntity) scope.getProcessDefinition()).getDeploymentId());
        return deployment;
    }

    static String formOf(FormDefinition definition) {
        var form = definition.getCamundaFormDefinitionKey();
        if (form == null) {
            throw new IllegalStateException("a task or start event without a form of its own");
        }
        return form.getExpressionText();
    }

    private abstract static class GuardedForm implements FormHandler {
        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            // what stands behind this handler has been configured already
        }
    }

    private final class TaskForm extends GuardedForm implements TaskFormHandler {

        private final TaskFormHandler shown;

        TaskForm(TaskFormHandler shown) {
            this.shown = shown;
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            return shown.createTaskForm(task);
        }

        @Override
        public void submitFormVariables(VariableMap sent, VariableScope task) {
            gate.getObject().submitTask((TaskEntity) task, sent);
        }
    }

    private final class StartForm extends GuardedForm implements StartFormHandler {

        private final StartFormHandler shown;
        private final ProcessDefinitionEntity process;

        StartForm(StartFormHandler shown, ProcessDefinitionEntity process) {
            this.shown = shown;
            this.process = process;
        }

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
            return shown.createStartFormData(definition);
        }

        @Override
        public void submitFormVariables(VariableMap sent, VariableScope instance) {
            gate.getObject().submitStart((ExecutionEntity) instance, formOf(process.getStartFormDefinition()), sent);
        }
    }
}
