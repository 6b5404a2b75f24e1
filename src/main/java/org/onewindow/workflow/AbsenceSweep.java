package org.onewindow.workflow;

import java.util.concurrent.TimeUnit;
import org.onewindow.organization.Absence;
import org.onewindow.organization.Absences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Leads the tasks as absences begin and end, whichever node looks first: each task in a transaction of its own, in which it is
 * still where it was expected, or is left alone.
 */
@Component
class AbsenceSweep {

    private static final Logger LOG = LoggerFactory.getLogger(AbsenceSweep.class);

    private final Absences absences;
    private final AbsenceCover cover;
    private final TaskMoves moves;

    AbsenceSweep(Absences absences, AbsenceCover cover, TaskMoves moves) {
        this.absences = absences;
        this.cover = cover;
        this.moves = moves;
    }

    /** Begins with what comes back: it may go on to the deputy of the next absence. */
    void sweep() {
        var over = absences.over();
        var toReturn = moves.covered(over.stream().map(Absence::id).toList());
        over.forEach(absence -> toReturn.forEach((task, ofAbsence) -> {
            if (ofAbsence == absence.id()) {
                each(task, () -> cover.giveBack(task, absence));
            }
        }));
        absences.today().forEach(absence -> cover.toCover(absence)
                .forEach(task -> each(task, () -> cover.cover(task, absence))));
    }

    private static void each(String task, Runnable move) {
        try {
            move.run();
        } catch (RuntimeException fault) {
            LOG.warn("task {} waits for the next look: {}", task, fault.getMessage());
        }
    }

    /** Looks every minute; what it finds done it does not do again. */
    @Component
    @ConditionalOnWebApplication
    @ConditionalOnProperty(name = "onewindow.absences.swept", matchIfMissing = true)
    static class Schedule {

        private final AbsenceSweep sweep;

        Schedule(AbsenceSweep sweep) {
            this.sweep = sweep;
        }

        @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
        void look() {
            try {
                sweep.sweep();
            } catch (RuntimeException fault) {
                LOG.error("absence cover waits: {}", fault.getMessage());
            }
        }
    }
}
