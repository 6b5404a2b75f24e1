package org.onewindow.deadline;

import static org.onewindow.deadline.ClockPhase.CHECKING;
import static org.onewindow.deadline.ClockPhase.CORRECTING;
import static org.onewindow.deadline.ClockPhase.DECIDED;
import static org.onewindow.deadline.ClockPhase.HANDLING;
import static org.onewindow.deadline.ClockPhase.NOT_RECEIVED;
import static org.onewindow.deadline.ClockPhase.PAUSED;

import java.util.EnumSet;
import java.util.Set;

/** Which event may come in which phase, and what to tell whoever records one that may not. */
record ClockOrder(Set<ClockPhase> phases, String remedy) {

    static ClockOrder of(ClockEvent.Type type) {
        return switch (type) {
            case RECEIVED -> new ClockOrder(EnumSet.of(NOT_RECEIVED), "一件只收件一次");
            case CORRECTION_NOTIFIED -> new ClockOrder(EnumSet.of(CHECKING), "补正须在受理前告知,上次告知的补正须先提交");
            case CORRECTION_SUBMITTED -> new ClockOrder(EnumSet.of(CORRECTING), "须先有补正告知");
            case ACCEPTED -> new ClockOrder(EnumSet.of(CHECKING), "须先收件,补正须先提交,且只受理一次");
            case DEEMED_ACCEPTED -> new ClockOrder(EnumSet.of(CHECKING), "须是收件或补正提交后告知期限届满而未告知、未受理");
            case NOT_ACCEPTED -> new ClockOrder(EnumSet.of(CHECKING, CORRECTING), "须先收件,且尚未受理");
            case SPECIAL_PROCEDURE_STARTED -> new ClockOrder(EnumSet.of(HANDLING), "须先受理,且同时只有一项特别程序");
            case SPECIAL_PROCEDURE_ENDED -> new ClockOrder(EnumSet.of(PAUSED), "须先有特别程序开始");
            case EXTENDED -> new ClockOrder(EnumSet.of(HANDLING, PAUSED), "须先受理,且尚未决定");
            case DECIDED -> new ClockOrder(EnumSet.of(HANDLING), "须先受理,特别程序须先结束,且只决定一次");
            case DELIVERED -> new ClockOrder(EnumSet.of(DECIDED), "须先有决定,且只送达一次");
            case WITHDRAWN -> new ClockOrder(EnumSet.of(CHECKING, CORRECTING, HANDLING, PAUSED), "须先收件,且尚未决定");
        };
    }
}
