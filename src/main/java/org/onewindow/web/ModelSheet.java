package org.onewindow.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.deadline.Lamp;
import org.onewindow.supervision.StepWaits;
import org.onewindow.supervision.WaitFigures;
import org.onewindow.workflow.Models;
import org.onewindow.workflow.Models.Mark;
import org.onewindow.workflow.Models.Model;
import org.onewindow.workflow.OpenAtSteps;
import org.onewindow.workflow.OpenAtSteps.Open;
import org.springframework.stereotype.Component;

/** Puts a model's figures together: where cases wait, where promises break, how its versions compare. */
@Component
class ModelSheet {

    private static final int SHADES = 4;
    private static final int MOST_VERSIONS = 12;

    private final Models models;
    private final StepWaits waits;
    private final OpenAtSteps openAtSteps;

    ModelSheet(Models models, StepWaits waits, OpenAtSteps openAtSteps) {
        this.models = models;
        this.waits = waits;
        this.openAtSteps = openAtSteps;
    }

    /**
     * A task of the model.
     *
     * @param waits of the tasks that are done and of those that are open
     */
    record Step(String id, String name, WaitFigures waits, Open open) {

        public long lamp(Lamp lamp) {
            return open.of(lamp);
        }

        public long unaccepted() {
            return open.waits().count()
                    - open.lamps().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A version with its own figures; of a stage, which has no promise of its own, those of its steps. */
    record Version(Model model, long cases, BigDecimal average, BigDecimal kept, long open) {}

    /** A drawn version. */
    record Drawn(Model model, String picture, List<Step> steps) {}

    Drawn draw(Model model, LocalDate since) {
        var steps = steps(model, since);
        var most = steps.stream()
                .map(step -> step.waits().average())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        var marks = new HashMap<String, Mark>();
        steps.stream().filter(step -> step.waits().count() > 0).forEach(step -> marks.put(step.id(), mark(step, most)));
        return new Drawn(model, models.picture(model, marks), steps);
    }

    private List<Step> steps(Model model, LocalDate since) {
        var ended = waits.of(model.id(), since);
        var open = openAtSteps.of(model);
        return models.tasks(model).entrySet().stream()
                .map(task -> step(task, ended, open.getOrDefault(task.getKey(), new Open(new WaitFigures(), Map.of()))))
                .toList();
    }

    private static Step step(Map.Entry<String, String> task, Map<String, WaitFigures> ended, Open open) {
        var all = new WaitFigures()
                .add(ended.getOrDefault(task.getKey(), new WaitFigures()))
                .add(open.waits());
        return new Step(task.getKey(), task.getValue(), all, open);
    }

    private static Mark mark(Step step, BigDecimal most) {
        var figures = step.waits();
        int shade = most.signum() == 0
                ? 0
                : figures.average()
                        .multiply(BigDecimal.valueOf(SHADES))
                        .divide(most, 0, RoundingMode.CEILING)
                        .intValue();
        var title = "%s：平均等待%s个工作日，九成在%d个工作日以内；%d次中%d次等到期限届满（%s%%）；在办%d件"
                .formatted(
                        step.name(),
                        figures.average(),
                        figures.percentile(),
                        figures.count(),
                        figures.broken(),
                        figures.brokenPercent(),
                        step.open().waits().count());
        return new Mark(
                figures.broken() > 0 ? "breaks" : "heat" + shade,
                figures.average().toPlainString(),
                title);
    }

    List<Version> versions(Model model, LocalDate since) {
        return models.versions(model.key(), MOST_VERSIONS).stream()
                .map(version -> version(version, since))
                .toList();
    }

    private Version version(Model model, LocalDate since) {
        var ended = waits.of(model.id(), since);
        var figures = model.isItem()
                ? ended.getOrDefault(model.key(), new WaitFigures())
                : ended.values().stream().reduce(new WaitFigures(), WaitFigures::add);
        long open = openAtSteps.of(model).values().stream()
                .mapToLong(step -> step.waits().count())
                .sum();
        return new Version(model, figures.count(), figures.average(), figures.keptPercent(), open);
    }
}
