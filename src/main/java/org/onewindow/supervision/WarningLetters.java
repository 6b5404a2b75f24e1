package org.onewindow.supervision;

import java.util.List;
import org.onewindow.notification.Addressee;
import org.onewindow.notification.Letter;
import org.onewindow.notification.Letter.Fact;
import org.onewindow.notification.MessageKind;
import org.onewindow.notification.Messages;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.WarningCard.Level;
import org.springframework.stereotype.Component;

/** Tells those concerned of a card. Nothing that a person wrote is in the letters: it may name an applicant. */
@Component
class WarningLetters {

    private static final String PAGE = "/supervision/warnings";

    private final Messages messages;
    private final Organization organization;

    WarningLetters(Messages messages, Organization organization) {
        this.messages = messages;
        this.organization = organization;
    }

    /** Whoever has the case in hand, and of more than a yellow card the heads; where nobody has it, the heads give it to someone. */
    void raised(WarningCard card) {
        for (var account : card.holders()) {
            messages.send(MessageKind.CARD, Addressee.person(account), letter(card, "/cases/" + card.caseNumber()));
        }
        if (card.level() != Level.YELLOW || card.holders().isEmpty()) {
            messages.send(MessageKind.CARD, Addressee.headsOf(card.department()), letter(card, PAGE));
        }
    }

    private Letter letter(WarningCard card, String page) {
        var subject = "【%s】办件 %s %s"
                .formatted(card.level().label(), card.caseNumber(), card.level().meaning());
        return new Letter(subject, List.of(asked(card)), facts(card), page);
    }

    private static String asked(WarningCard card) {
        return switch (card.level()) {
            case YELLOW -> "下列办件的承诺时限将至，请抓紧办理，由部门负责人签收。";
            case RED -> "下列办件已超过承诺时限，请尽快办结，由部门负责人签收并说明原因和处理情况。";
            case STATUTORY ->
                "下列办件已超过法定时限，请立即办结，由部门负责人在 %s 前（含当日）签收并说明原因和处理情况。"
                        .formatted(card.answerDue().orElseThrow());
        };
    }

    void sentBack(WarningCard card) {
        var letter = new Letter(
                "【%s】办件 %s 的说明被退回".formatted(card.level().label(), card.caseNumber()),
                List.of("效能监督人员退回了下列警示牌的说明，请查看退回理由，重新说明。"),
                facts(card),
                PAGE);
        messages.send(MessageKind.EXPLANATION_SENT_BACK, Addressee.headsOf(card.department()), letter);
    }

    private List<Fact> facts(WarningCard card) {
        return List.of(
                new Fact("办件编号", card.caseNumber().value()),
                new Fact("事项", card.itemName()),
                new Fact("责任部门", organization.departmentName(card.department())),
                new Fact("警示", card.level().label() + "（" + card.level().meaning() + "）"),
                new Fact("到期日", card.dueOn().toString()),
                new Fact("时限", card.grounds()));
    }
}
