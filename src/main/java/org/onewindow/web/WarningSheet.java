package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.WarningCard;
import org.onewindow.supervision.WarningCard.Event;
import org.onewindow.supervision.WarningCard.State;
import org.onewindow.supervision.WarningCards;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.stereotype.Component;

/** Puts warning cards together as their page shows them. */
@Component
class WarningSheet {

    private final WarningCards cards;
    private final Organization organization;
    private final StaffAccounts accounts;
    private final Clock clock;

    WarningSheet(WarningCards cards, Organization organization, StaffAccounts accounts, Clock clock) {
        this.cards = cards;
        this.organization = organization;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A card.
     *
     * @param holders by name
     * @param mayAnswer whether the reader is the department's head
     * @param mayJudge whether the reader judges what the department said
     */
    record Row(
            WarningCard card,
            String department,
            String holders,
            List<Act> acts,
            boolean isUnanswered,
            boolean mayAcknowledge,
            boolean mayAnswer,
            boolean mayJudge) {}

    /** What somebody did about a card. */
    record Act(Event event, String actor, LocalDateTime at) {}

    List<Row> rows(List<WarningCard> shown, Account reader) {
        var events = cards.events(shown);
        var names = accounts.names(Stream.concat(
                        shown.stream().flatMap(card -> card.holders().stream()),
                        events.stream().map(Event::actor))
                .distinct()
                .toList());
        var byCard = events.stream().collect(Collectors.groupingBy(Event::card));
        return shown.stream()
                .map(card -> row(card, byCard.getOrDefault(card.id(), List.of()), names, reader))
                .toList();
    }

    private Row row(WarningCard card, List<Event> events, Map<String, String> names, Account reader) {
        boolean isHead = WarningAccess.answersFor(organization, card, reader);
        return new Row(
                card,
                organization.departmentName(card.department()),
                card.holders().stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining("、")),
                events.stream().map(event -> act(event, names)).toList(),
                card.isUnanswered(LocalDate.now(clock)),
                isHead && card.state() == State.OPEN,
                isHead && card.mayBeExplained(),
                card.state() == State.EXPLAINED && WarningAccess.judges(reader));
    }

    private Act act(Event event, Map<String, String> names) {
        return new Act(
                event,
                names.getOrDefault(event.actor(), event.actor()),
                LocalDateTime.ofInstant(event.at(), clock.getZone()));
    }
}
