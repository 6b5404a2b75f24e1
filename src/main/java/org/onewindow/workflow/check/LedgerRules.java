package org.onewindow.workflow.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.onewindow.casefile.CaseState;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.deadline.LedgerReplay;
import org.onewindow.deadline.LedgerReplay.Replayed;
import org.onewindow.workflow.check.Finding.Kind;
import org.onewindow.workflow.clock.EngineDeviations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger of every case, replayed, says what the case file and the engine's dates say. */
final class LedgerRules {

    private static final String CORRECT = "核对办件的环节记录与时限账本：账本记错的，在“时限说明”页冲正，任务和计时器随之改期；档案状态错的，保留现场，由管理员修复。";

    private final LedgerReplay replay;
    private final EngineDeviations engine;
    private final JdbcClient jdbc;
    private final Consumer<Finding> findings;

    LedgerRules(LedgerReplay replay, EngineDeviations engine, JdbcClient jdbc, Consumer<Finding> findings) {
        this.replay = replay;
        this.engine = engine;
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /**
     * @param leftOut what is no case number
     * @param withDates false while a change of the calendar still moves them
     */
    void check(List<String> leftOut, boolean withDates) {
        replay.forEach(leftOut, some -> compare(some, withDates));
    }

    private void compare(List<Replayed> some, boolean withDates) {
        var files = files(some);
        var open = new ArrayList<Replayed>();
        for (var one : some) {
            var state = files.get(one.caseNumber().value());
            if (state == null) {
                add(one.caseNumber().value(), "档案的状态不是已知的状态");
            } else if (one.state().isEmpty()) {
                add(one.caseNumber().value(), "时限账本的记录前后矛盾，按现行日历不能推算");
            } else if (!phases(state).contains(one.state().get().phase())) {
                add(
                        one.caseNumber().value(),
                        "档案状态是“" + state.label() + "”，时限账本却是“"
                                + one.state().get().phase().label() + "”");
            } else if (!state.isFinal()) {
                open.add(one);
            }
        }
        if (withDates && !open.isEmpty()) {
            engine.of(open).forEach(deviation -> add(deviation.caseNumber(), deviation.problem()));
        }
    }

    private Map<String, CaseState> files(List<Replayed> some) {
        var files = new HashMap<String, CaseState>();
        jdbc.sql("select case_number, state from case_file where case_number = any (?)")
                .param(some.stream().map(one -> one.caseNumber().value()).toArray(String[]::new))
                .query(row -> {
                    var number = row.getString(1);
                    var name = row.getString(2);
                    Stream.of(CaseState.values())
                            .filter(state -> state.name().equals(name))
                            .forEach(state -> files.put(number, state));
                });
        return files;
    }

    private static Set<ClockPhase> phases(CaseState state) {
        return switch (state) {
            // The lapse of the notice period is the ledger's at once, the case file's when the timer has gone off.
            case RECEIVED, RESUBMITTED -> EnumSet.of(ClockPhase.CHECKING, ClockPhase.HANDLING);
            case CORRECTION -> EnumSet.of(ClockPhase.CORRECTING);
            case ACCEPTED, HANDLING -> EnumSet.of(ClockPhase.HANDLING, ClockPhase.PAUSED);
            case READY -> EnumSet.of(ClockPhase.DECIDED);
            case GRANTED, DENIED -> EnumSet.of(ClockPhase.DELIVERED);
            case WITHDRAWN, LAPSED -> EnumSet.of(ClockPhase.WITHDRAWN);
            case DECLINED, REFUSED -> EnumSet.of(ClockPhase.NOT_ACCEPTED);
        };
    }

    private void add(String caseNumber, String problem) {
        findings.accept(new Finding(Kind.DISAGREEMENT, caseNumber, problem, CORRECT));
    }
}
