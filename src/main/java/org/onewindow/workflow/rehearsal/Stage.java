package org.onewindow.workflow.rehearsal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.FormConditions;
import org.onewindow.workflow.step.Dispatching;
import org.springframework.context.ApplicationContext;

/** What every simulated case needs of the application. */
final class Stage {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final ProcessEngine engine;
    private final SimulatedClock clock;
    private final SimulatedStaff staff;
    private final RehearsedForms forms;
    private final OfficeCalendar calendar;
    private final Organization organization;
    private final CaseFiles files;
    private final ClockLedger ledger;
    private final Dispatching dispatching;
    private final FormConditions conditions;

    Stage(ApplicationContext application, SimulatedStaff staff) {
        this.engine = application.getBean(ProcessEngine.class);
        this.clock = application.getBean(SimulatedClock.class);
        this.staff = staff;
        this.forms = new RehearsedForms(engine);
        this.calendar = application.getBean(OfficeCalendar.class);
        this.organization = application.getBean(Organization.class);
        this.files = application.getBean(CaseFiles.class);
        this.ledger = application.getBean(ClockLedger.class);
        this.dispatching = application.getBean(Dispatching.class);
        this.conditions = application.getBean(FormConditions.class);
    }

    ProcessEngine engine() {
        return engine;
    }

    SimulatedClock clock() {
        return clock;
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    SimulatedStaff staff() {
        return staff;
    }

    RehearsedForms forms() {
        return forms;
    }

    WorkingCalendar calendar() {
        return calendar.current();
    }

    Organization organization() {
        return organization;
    }

    CaseFile file(CaseNumber number) {
        return files.require(number);
    }

    ClockState dates(CaseNumber number) {
        return ledger.today(number);
    }

    Dispatching dispatching() {
        return dispatching;
    }

    FormConditions conditions() {
        return conditions;
    }

    boolean isBackOffice(String group) {
        return organization.departments().stream()
                .anyMatch(department -> department.groups().contains(group));
    }

    /** The name of a model's element; its id where it has none. */
    String name(String processInstance, String element) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult();
        FlowElement found = engine.getRepositoryService()
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementById(element);
        return found.getName() == null ? element : found.getName();
    }

    /** What the process has been told so far and may go by later; which department has the case makes no other way. */
    String decided(String processInstance) {
        return engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(processInstance)
                .variableNameIn(CaseVariables.ACCEPTANCE.key(), CaseVariables.DECISION.key())
                .list()
                .stream()
                .map((VariableInstance variable) -> variable.getName() + "=" + variable.getValue())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** The reason of an engine's exception, for a designer. */
    static String why(Throwable thrown) {
        var message = String.valueOf(thrown.getMessage());
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            message = String.valueOf(cause.getMessage());
            if (message.contains("No outgoing sequence flow")) {
                return "网关的条件都不成立，又没有默认出路。请补上条件，或者把一条出路设为默认。";
            }
        }
        return CHINESE.matcher(message).find() ? message : "流程引擎报告：" + message;
    }
}
