package org.onewindow.supervision;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.onewindow.deadline.Lamp;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;

/**
 * The dashboard's figures as metrics, by department; the finished ones are this year's. They are counted when somebody asks, and
 * not more often than once a minute.
 */
@Component
class SupervisionMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Figures.Group NOTHING =
            new Figures.Group("", OpenCount.of(List.of()), FinishedCount.of(List.of()));

    private final Supervision supervision;
    private final Organization organization;
    private final Clock clock;
    private Instant countedAt = Instant.EPOCH;
    private Map<String, Figures.Group> counted = Map.of();

    SupervisionMetrics(Supervision supervision, Organization organization, Clock clock) {
        this.supervision = supervision;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var department : organization.departments()) {
            var tags = Tags.of("department", department.id());
            for (var lamp : Lamp.values()) {
                open(registry, department.id(), lamp.jsonName(), group -> group.open()
                        .of(lamp));
            }
            open(registry, department.id(), "unaccepted", group -> group.open().unaccepted());
            var gauges = Map.<String, ToDoubleFunction<Figures.Group>>of(
                    "onewindow.cases.due.today", group -> group.open().dueToday(),
                    "onewindow.cases.due.next", group -> group.open().dueNext(),
                    "onewindow.cases.finished", group -> group.finished().total(),
                    "onewindow.cases.due", group -> group.onTime().due(),
                    "onewindow.cases.on.time", group -> group.onTime().onTime(),
                    "onewindow.cases.corrected", group -> group.finished().corrected(),
                    "onewindow.cases.accepted", group -> group.finished().accepted(),
                    "onewindow.cases.sent.back", group -> group.finished().sentBack(),
                    "onewindow.cases.returned", group -> group.finished().returned(),
                    "onewindow.cases.denied", group -> group.finished().denied());
            gauges.forEach((name, value) -> gauge(registry, name, tags, department.id(), value));
        }
    }

    private void open(MeterRegistry registry, String department, String lamp, ToDoubleFunction<Figures.Group> value) {
        gauge(registry, "onewindow.cases.open", Tags.of("department", department, "lamp", lamp), department, value);
    }

    private void gauge(
            MeterRegistry registry, String name, Tags tags, String department, ToDoubleFunction<Figures.Group> value) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.group(department)))
                .tags(tags)
                .register(registry);
    }

    private synchronized Figures.Group group(String department) {
        var now = clock.instant();
        if (now.isBefore(countedAt) || !countedAt.plus(FRESH).isAfter(now)) {
            var period = Period.yearTo(LocalDate.now(clock));
            // Counted or not, the next look is a minute later: without a database every gauge would wait for it.
            countedAt = now;
            counted = Map.of();
            counted = supervision.figures(Scope.EVERYTHING, period).departments().stream()
                    .collect(Collectors.toMap(Figures.Group::code, Function.identity()));
        }
        return counted.getOrDefault(department, NOTHING);
    }
}
