package org.onewindow.supervision;

import java.util.List;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.notification.Addressee;
import org.onewindow.notification.Letter;
import org.onewindow.notification.Letter.Fact;
import org.onewindow.notification.MessageKind;
import org.onewindow.notification.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever has a task that they were reminded of it (催办); what nobody has claimed, all see in their lists. */
@Component
class ReminderLetters {

    private final Messages messages;
    private final CaseFiles files;

    ReminderLetters(Messages messages, CaseFiles files) {
        this.messages = messages;
        this.files = files;
    }

    /** What was typed stays in the house: it may name the applicant. */
    @EventListener
    void tell(CaseReminded reminded) {
        reminded.person().ifPresent(person -> {
            var file = files.require(reminded.caseNumber());
            messages.send(
                    MessageKind.REMINDER,
                    Addressee.person(person),
                    new Letter(
                            "催办：" + reminded.step() + " " + file.caseNumber(),
                            List.of("请尽快办理下列办件，催办的内容见办件页面。"),
                            List.of(
                                    new Fact("办件编号", file.caseNumber().value()),
                                    new Fact("事项", file.itemName()),
                                    new Fact("环节", reminded.step())),
                            "/cases/" + file.caseNumber()));
        });
    }
}
