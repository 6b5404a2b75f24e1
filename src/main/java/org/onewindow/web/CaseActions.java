package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.casefile.AcceptanceReturns;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.Consultations;
import org.onewindow.casefile.Consultations.Consultation;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseWithdrawal;
import org.onewindow.workflow.ConsultationDesk;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.StepActions;
import org.onewindow.workflow.StepActions.Action;
import org.onewindow.workflow.StepActions.Step;
import org.springframework.stereotype.Component;

/** What somebody can do at a case besides the forms of its steps (环节操作), and what waits for an answer because of it. */
@Component
class CaseActions {

    private final StepActions actions;
    private final CaseWithdrawal withdrawal;
    private final ConsultationDesk desk;
    private final Consultations consultations;
    private final AcceptanceReturns returns;
    private final Organization organization;
    private final StaffAccounts accounts;
    private final Clock clock;

    CaseActions(
            StepActions actions,
            CaseWithdrawal withdrawal,
            ConsultationDesk desk,
            Consultations consultations,
            AcceptanceReturns returns,
            Organization organization,
            StaffAccounts accounts,
            Clock clock) {
        this.actions = actions;
        this.withdrawal = withdrawal;
        this.desk = desk;
        this.consultations = consultations;
        this.returns = returns;
        this.organization = organization;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param step that the reader, an approver of the case's department, has in hand or may claim
     * @param possible what can be started at it now
     * @param impossible what cannot, by the reason
     * @param withdrawable whether the reader may withdraw the case
     */
    record Offer(
            Optional<Step> step,
            List<Action> possible,
            Map<String, List<String>> impossible,
            boolean withdrawable,
            List<Asked> asked,
            Optional<Returned> returned) {

        public boolean isEmpty() {
            return step.isEmpty() && !withdrawable && asked.isEmpty() && returned.isEmpty();
        }

        public boolean toBeClaimed() {
            return step.filter(one -> !one.isClaimed()).isPresent();
        }
    }

    /** A consultation (会办) without an answer. */
    record Asked(long id, String department, String question, LocalDate dueOn, String by, boolean cancellable) {}

    /** A return (退回综窗) without an answer. */
    record Returned(String error, String reason, String by, ZonedDateTime at) {}

    Offer of(CaseFile file, Account account) {
        var number = file.caseNumber();
        boolean approves = desk.isOpenTo(number, account);
        var step = actions.step(number, account).filter(one -> approves);
        var inHand = step.filter(Step::isClaimed);
        var offered = inHand.map(one -> actions.of(one.task(), account)).orElse(List.of());
        return new Offer(
                step,
                offered.stream().filter(action -> action.refusal().isEmpty()).toList(),
                impossible(offered),
                withdrawal.isOpenTo(file, account),
                consultations.open(number).stream()
                        .map(asked -> asked(asked, inHand.isPresent()))
                        .toList(),
                returns.open(number).map(this::returned));
    }

    private static Map<String, List<String>> impossible(List<Action> offered) {
        var impossible = new LinkedHashMap<String, List<String>>();
        offered.forEach(action -> action.refusal().ifPresent(why -> impossible
                .computeIfAbsent(why, reason -> new ArrayList<>())
                .add(action.name())));
        return impossible;
    }

    private Asked asked(Consultation asked, boolean cancellable) {
        return new Asked(
                asked.id(),
                organization.departmentName(asked.department()),
                asked.question(),
                asked.dueOn(),
                name(asked.askedBy()),
                cancellable);
    }

    private Returned returned(AcceptanceReturns.Open open) {
        return new Returned(
                open.error(), open.reason(), name(open.actor()), open.at().atZone(clock.getZone()));
    }

    private String name(String account) {
        return accounts.names(List.of(account)).getOrDefault(account, account);
    }
}
