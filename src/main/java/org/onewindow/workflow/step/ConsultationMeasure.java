package org.onewindow.workflow.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.Consultations;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.clock.Measures;
import org.onewindow.workflow.form.Measure;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 会办: another department is asked for its opinion, in time for this one's promise. */
@Component
class ConsultationMeasure implements Measure {

    private final Consultations consultations;
    private final ClockLedger ledger;
    private final OfficeCalendar calendar;
    private final Clock clock;

    ConsultationMeasure(Consultations consultations, ClockLedger ledger, OfficeCalendar calendar, Clock clock) {
        this.consultations = consultations;
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String process() {
        return Measures.CONSULTATION;
    }

    @Override
    public void check(CaseFile file, TaskEntity inHand, Authentication approver) {
        // several departments may be asked at once, at every step
    }

    @Override
    public Started start(DelegateExecution instance, CaseFile file, Submission sent, TakenBy approver) {
        var department = sent.text("department");
        if (file.department().filter(department::equals).isPresent()) {
            throw new RefusedInput("department", "承办部门不用请自己会办，请选择其他部门");
        }
        var dueOn = dueOn(file, sent.number("days"));
        long asked = consultations.ask(file.caseNumber(), department, sent.text("question"), dueOn, approver.account());
        CaseVariables.DEPARTMENT.set(instance, department);
        CaseVariables.CONSULTATION.set(instance, String.valueOf(asked));
        return new Started("请" + sent.label("department") + "于" + dueOn + "前提出意见", Optional.of(sent.text("question")));
    }

    /** Within the promise, as long as there is anything left of it. */
    private LocalDate dueOn(CaseFile file, int workingDays) {
        var dueOn = calendar.current().add(LocalDate.now(clock), workingDays);
        var promised = ledger.today(file.caseNumber()).promisedDue();
        if (promised.filter(day -> day.isAfter(LocalDate.now(clock)))
                .filter(dueOn::isAfter)
                .isPresent()) {
            throw new RefusedInput("days", "会办不暂停计时，答复日期（" + dueOn + "）不能晚于本办件的承诺办结日期（" + promised.get() + "），请减少工作日数");
        }
        return dueOn;
    }
}
