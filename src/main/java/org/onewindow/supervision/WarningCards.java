package org.onewindow.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.deadline.ClockAlarm;
import org.onewindow.supervision.WarningCard.Event;
import org.onewindow.supervision.WarningCard.Handling;
import org.onewindow.supervision.WarningCard.Level;
import org.onewindow.supervision.WarningCard.State;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The warning cards (警示牌): raised by the clock's alarms, acknowledged (签收) and explained (说明) by the department, judged by
 * those who watch over it. Who may do what, the callers know.
 */
@Service
@Transactional
@EnableConfigurationProperties(SupervisionSettings.class)
public class WarningCards {

    private static final int SHORTEST_TEXT = 2;
    private static final int LONGEST_TEXT = 1000;

    private final WarningTables tables;
    private final WarningGrounds grounds;
    private final WarningLetters letters;
    private final CaseFiles files;
    private final OfficeCalendar calendar;
    private final Clock clock;
    private final SupervisionSettings settings;

    WarningCards(
            WarningTables tables,
            WarningGrounds grounds,
            WarningLetters letters,
            CaseFiles files,
            OfficeCalendar calendar,
            Clock clock,
            SupervisionSettings settings) {
        this.tables = tables;
        this.grounds = grounds;
        this.letters = letters;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Raises the card of an alarm, once for each case, level and deadline, and tells those concerned; nothing for an alarm that
     * the lamp has nothing to do with.
     *
     * @param holders the accounts that have a task of the case in hand
     * @param measure the 超期督办 that the alarm began
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(CaseNumber caseNumber, ClockAlarm alarm, Collection<String> holders, Optional<String> measure) {
        Level.of(alarm.kind())
                .map(level -> card(caseNumber, level, alarm, holders, measure))
                .flatMap(tables::insert)
                .ifPresent(letters::raised);
    }

    private WarningCard card(
            CaseNumber caseNumber,
            Level level,
            ClockAlarm alarm,
            Collection<String> holders,
            Optional<String> measure) {
        var file = files.require(caseNumber);
        var answerDue = level == Level.STATUTORY
                ? Optional.of(calendar.current().add(today(), settings.answerDays()))
                : Optional.<LocalDate>empty();
        return new WarningCard(
                0,
                caseNumber,
                level,
                alarm.due(),
                alarm.on(),
                file.owner(),
                file.itemCode(),
                file.itemName(),
                List.copyOf(holders),
                grounds.of(caseNumber, level),
                measure,
                clock.instant(),
                answerDue,
                State.OPEN);
    }

    /** The department knows of it (签收). */
    public void acknowledge(long card, String actor) {
        var found = lock(card);
        refuseUnless(found.state() == State.OPEN, found);
        write(found, State.ACKNOWLEDGED, Optional.empty(), Optional.empty(), actor);
    }

    /**
     * The department says why and what it does about it (说明); thereby it knows of it, too.
     *
     * @param handling for all but yellow cards
     */
    public void explain(long card, Optional<Handling> handling, String text, String actor) {
        var found = lock(card);
        refuseUnless(found.mayBeExplained(), found);
        if (found.level().isToBeExplained() && handling.isEmpty()) {
            throw new RefusedInput("handling", "请选择处理结论");
        }
        explain(found, handling, text, actor);
    }

    /** The head answered 超期督办: that is the explanation of the card that was raised with it, if it is still asked for. */
    public void answered(String measure, Handling handling, String text, String actor) {
        tables.lockOf(measure)
                .filter(WarningCard::mayBeExplained)
                .ifPresent(card -> explain(card, Optional.of(handling), text, actor));
    }

    private void explain(WarningCard card, Optional<Handling> handling, String text, String actor) {
        var said = words("text", "说明", text);
        if (card.state() == State.OPEN) {
            write(card, State.ACKNOWLEDGED, Optional.empty(), Optional.empty(), actor);
        }
        write(card, State.EXPLAINED, handling, Optional.of(said), actor);
    }

    /** The supervisor accepts an explanation (认可). */
    public void accept(long card, String supervisor) {
        var found = lock(card);
        refuseUnless(found.state() == State.EXPLAINED, found);
        write(found, State.ACCEPTED, Optional.empty(), Optional.empty(), supervisor);
    }

    /** The supervisor wants a better explanation (退回), and the department's head is told. */
    public void sendBack(long card, String reason, String supervisor) {
        var found = lock(card);
        refuseUnless(found.state() == State.EXPLAINED, found);
        write(found, State.SENT_BACK, Optional.empty(), Optional.of(words("reason", "退回理由", reason)), supervisor);
        letters.sentBack(found);
    }

    @Transactional(readOnly = true)
    public Optional<WarningCard> find(long card) {
        return tables.find(card);
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<WarningCard> list(WarningQuery query, int most) {
        return tables.list(query, most);
    }

    /** What was done about some cards, in the order in which it was done. */
    @Transactional(readOnly = true)
    public List<Event> events(List<WarningCard> cards) {
        return tables.events(cards.stream().map(WarningCard::id).toList());
    }

    /** How many cards wait for some departments. */
    @Transactional(readOnly = true)
    public int waiting(Set<String> departments) {
        return departments.isEmpty() ? 0 : tables.waiting(departments);
    }

    /** How many explanations wait for a supervisor. */
    @Transactional(readOnly = true)
    public int toBeJudged() {
        return tables.toBeJudged();
    }

    private WarningCard lock(long card) {
        return tables.lock(card).orElseThrow(() -> new RefusedInput("没有这张警示牌，请刷新页面"));
    }

    private void write(
            WarningCard card, State state, Optional<Handling> handling, Optional<String> text, String actor) {
        tables.add(new Event(card.id(), state, handling, text, actor, clock.instant()));
    }

    private static void refuseUnless(boolean may, WarningCard card) {
        if (!may) {
            throw new RefusedInput("这张警示牌现在是“%s”，不能这样办理；可能其他人刚刚办理过，请刷新页面"
                    .formatted(card.state().label()));
        }
    }

    private static String words(String field, String what, String text) {
        var said = text.strip();
        if (said.length() < SHORTEST_TEXT || said.length() > LONGEST_TEXT) {
            throw new RefusedInput(field, "请填写" + what + "，" + SHORTEST_TEXT + "至" + LONGEST_TEXT + "个字");
        }
        return said;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
