package org.onewindow.supervision;

import java.time.Clock;
import java.time.LocalDate;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockExplanation;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ExplainedPeriod;
import org.onewindow.supervision.WarningCard.Level;
import org.springframework.stereotype.Component;

/** Puts the dates behind a card into words, as the ledger has them when it is raised: later entries do not change them. */
@Component
class WarningGrounds {

    private final ClockLedger ledger;
    private final OfficeCalendar calendar;
    private final Clock clock;

    WarningGrounds(ClockLedger ledger, OfficeCalendar calendar, Clock clock) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    String of(CaseNumber caseNumber, Level level) {
        var explanation = ClockExplanation.of(ledger.book(caseNumber), LocalDate.now(clock), calendar.current());
        var kind = level == Level.STATUTORY ? ExplainedPeriod.Kind.STATUTORY : ExplainedPeriod.Kind.PROMISED;
        return words(explanation.period(kind).orElseThrow(), explanation.state().asOf());
    }

    private static String words(ExplainedPeriod period, LocalDate asOf) {
        return "%s%d个%s%s，自%s（%s）次日起计%s；至%s已计%d日。依据：%s。"
                .formatted(
                        period.kind().label(),
                        period.length(),
                        period.unit().label(),
                        period.extensionDays() > 0
                                ? "，延期" + period.extensionDays() + "个"
                                        + period.unit().label()
                                : "",
                        period.start(),
                        period.startedBy(),
                        period.due().map(due -> "，" + due + "到期").orElse(""),
                        asOf,
                        period.counted(),
                        period.basis());
    }
}
