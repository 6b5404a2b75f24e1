package org.onewindow.issuance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseStep;
import org.onewindow.casefile.ReadOnce;
import org.onewindow.casefile.ReadOnce.Piece;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Coded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hand-over of results from a department to the issuing zone (证件交接). */
@Service
@Transactional
public class ResultHandover {

    /** The step in which a window decides by itself: it has the result in its own hands. */
    private static final String DECIDED_AT_WINDOW = "task_decideAtWindow";
    /** The one step of the hand-over that is the issuing zone's. */
    private static final String RECEIVED = "task_receiveResult";

    private final JdbcClient jdbc;
    private final ReadOnce once;
    private final CaseFiles files;
    private final ResultPapers papers;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Piece<List<Line>> lines = new Piece<>();

    ResultHandover(
            JdbcClient jdbc,
            ReadOnce once,
            CaseFiles files,
            ResultPapers papers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.once = once;
        this.files = files;
        this.papers = papers;
        this.clock = clock;
        this.events = events;
    }

    /** Where a paper is on its way (交接情况). */
    public enum State implements Coded {
        HANDED_OVER("handed-over", "已移交，待接收"),
        RECEIVED("received", "已接收"),
        MISSING("missing", "缺失");

        private final String code;
        private final String label;

        State(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** A paper that the applicant is to be given. */
    public record Paper(String title, String number, State state) {}

    /** Published when everything has come in, in the step's transaction. */
    record ResultReceived(CaseNumber caseNumber, String actor) {}

    /** The papers of a case, each with the last word on it. */
    @Transactional(readOnly = true)
    public List<Paper> papers(CaseNumber caseNumber) {
        var last = new HashMap<String, State>();
        lines(caseNumber).forEach(line -> last.put(line.number(), line.state()));
        return papers.of(caseNumber).stream()
                .map(paper ->
                        new Paper(paper.title(), paper.number(), last.getOrDefault(paper.number(), State.HANDED_OVER)))
                .toList();
    }

    /** What was written down of one paper. */
    record Line(String number, State state, String department, String actor, Instant at) {}

    /** All that was written down of a case's papers, the first first. */
    @Transactional(readOnly = true)
    List<Line> lines(CaseNumber caseNumber) {
        return once.read(
                caseNumber, lines, () -> jdbc.sql("select * from result_handover where case_number = ? order by id")
                        .param(caseNumber.value())
                        .query((row, n) -> new Line(
                                row.getString("number"),
                                Coded.of(State.class, row.getString("state")),
                                row.getString("department"),
                                row.getString("actor"),
                                row.getTimestamp("at").toInstant()))
                        .list());
    }

    /** Whether a department has to hand the result over; not where the window decided by itself. */
    @Transactional(readOnly = true)
    public boolean isDue(CaseNumber caseNumber) {
        return !lastStep(caseNumber).step().equals(DECIDED_AT_WINDOW);
    }

    /** Who hands the result over: whoever took the last step before the issuing zone's. */
    @Transactional(readOnly = true)
    public String handedOverBy(CaseNumber caseNumber) {
        return lastStep(caseNumber).actor();
    }

    @Transactional(readOnly = true)
    CaseStep lastStep(CaseNumber caseNumber) {
        return files.steps(caseNumber).stream()
                .filter(step ->
                        !step.actor().equals(CaseStep.SYSTEM) && !step.step().equals(RECEIVED) && !step.isInternal())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** What the last receiver found missing, in words; empty if nothing was. */
    @Transactional(readOnly = true)
    public String missing(CaseNumber caseNumber) {
        return files.steps(caseNumber).stream()
                .filter(step -> step.step().equals(RECEIVED))
                .flatMap(step -> step.opinion().stream())
                .reduce("", (earlier, later) -> later);
    }

    /**
     * Writes what came in (接收证件).
     *
     * @param department that hands over
     * @param received for each of {@link #papers}, in their order
     * @param isComplete what the receiver concludes
     * @throws RefusedInput if that is not what was ticked
     */
    public void receive(
            CaseNumber caseNumber, String department, List<Boolean> received, boolean isComplete, String actor) {
        var papers = papers(caseNumber);
        if (papers.size() != received.size()) {
            throw new RefusedInput("papers", "移交的证件与登记不一致，请刷新页面后重新清点");
        }
        var missing = IntStream.range(0, papers.size())
                .filter(i -> !received.get(i))
                .mapToObj(i -> papers.get(i).title())
                .toList();
        if (isComplete && !missing.isEmpty()) {
            throw new RefusedInput("outcome", "“" + String.join("”“", missing) + "”没有勾选收到，不能接收。请清点后勾选，或者选择“缺失，请部门补交”");
        }
        if (!isComplete && missing.isEmpty()) {
            throw new RefusedInput("outcome", "各件均已勾选收到，没有缺失。请选择“收齐，接收”，或者取消缺失证件的勾选");
        }
        write(
                caseNumber,
                department,
                papers,
                received.stream()
                        .map(came -> came ? State.RECEIVED : State.MISSING)
                        .toList(),
                actor);
        if (isComplete) {
            events.publishEvent(new ResultReceived(caseNumber, actor));
        }
    }

    /** The department hands over what was missing (补交证件). */
    public void handOverMissing(CaseNumber caseNumber, String department, String actor) {
        var missing = papers(caseNumber).stream()
                .filter(paper -> paper.state() == State.MISSING)
                .toList();
        write(
                caseNumber,
                department,
                missing,
                missing.stream().map(paper -> State.HANDED_OVER).toList(),
                actor);
    }

    private void write(CaseNumber caseNumber, String department, List<Paper> papers, List<State> states, String actor) {
        jdbc.sql("""
                        insert into result_handover (case_number, title, number, department, state, actor, at)
                        select ?, p.title, p.number, ?, p.state, ?, ?
                        from unnest(?::text[], ?::text[], ?::text[]) with ordinality as p (title, number, state, position)
                        order by p.position""")
                .params(
                        caseNumber.value(),
                        department,
                        actor,
                        Timestamp.from(clock.instant()),
                        papers.stream().map(Paper::title).toArray(String[]::new),
                        papers.stream().map(Paper::number).toArray(String[]::new),
                        states.stream().map(state -> state.code).toArray(String[]::new))
                .update();
        once.forget(caseNumber, lines);
    }
}
