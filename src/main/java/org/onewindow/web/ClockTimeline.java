package org.onewindow.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.onewindow.deadline.ClockBook;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ExplainedDay;
import org.onewindow.deadline.ExplainedPeriod;
import org.springframework.web.util.HtmlUtils;

/** A case's clock as a picture: a line for each period with every day that counted or did not, what was entered, and today. */
final class ClockTimeline {

    private static final int LEFT = 92;
    private static final int TOP = 46;
    private static final int ROW = 34;
    private static final int HEIGHT = 20;
    private static final int RIGHT = 120;
    private static final int WIDEST_DAY = 22;
    private static final int WIDTH = 1180;

    private final StringBuilder svg = new StringBuilder();
    private final LocalDate first;
    private final LocalDate last;
    private final double day;

    private ClockTimeline(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        this.day = Math.max(4, Math.min(WIDEST_DAY, (double) WIDTH / days));
    }

    /** @return SVG without scripts; empty for a case without any period */
    static String of(List<ExplainedPeriod> periods, ClockBook book, LocalDate today) {
        if (periods.isEmpty()) {
            return "";
        }
        var days = periods.stream()
                .flatMap(period -> Stream.concat(
                        period.days().stream().map(ExplainedDay::date),
                        Stream.concat(Stream.of(period.start()), period.due().stream())))
                .toList();
        var end = days.stream().max(Comparator.naturalOrder()).orElseThrow();
        boolean runs = periods.stream().anyMatch(period -> !period.outcome().isOver());
        var line = new ClockTimeline(
                days.stream().min(Comparator.naturalOrder()).orElseThrow(), runs && today.isAfter(end) ? today : end);
        return line.draw(periods, book.events(), today);
    }

    private String draw(List<ExplainedPeriod> periods, List<ClockEvent> events, LocalDate today) {
        double width = x(last.plusDays(1)) + RIGHT;
        int height = TOP + periods.size() * ROW + 8;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"时限时间线\" width=\"%.0f\" height=\"%d\""
                        + " viewBox=\"0 0 %.0f %d\">",
                width, height, width, height);
        months();
        events.forEach(this::entry);
        for (int row = 0; row < periods.size(); row++) {
            period(periods.get(row), TOP + row * ROW);
        }
        if (!today.isBefore(first) && !today.isAfter(last)) {
            double at = x(today) + day / 2;
            add("<line class=\"today\" x1=\"%.1f\" y1=\"18\" x2=\"%.1f\" y2=\"%d\"/>", at, at, height - 4);
            add("<text class=\"today-text\" x=\"%.1f\" y=\"14\" text-anchor=\"middle\">今天</text>", at);
        }
        return svg.append("</svg>").toString();
    }

    private void months() {
        for (var month = first;
                !month.isAfter(last);
                month = month.plusMonths(1).withDayOfMonth(1)) {
            add(
                    "<text class=\"month\" x=\"%.1f\" y=\"30\">%d月%d日</text>",
                    x(month), month.getMonthValue(), month.getDayOfMonth());
        }
    }

    private void entry(ClockEvent event) {
        if (event.on().isBefore(first) || event.on().isAfter(last)) {
            return;
        }
        double at = x(event.on()) + day / 2;
        add(
                "<path class=\"entry\" d=\"M%.1f 36h8l-4 7z\"><title>%s</title></path>",
                at - 4, text(event.on() + " " + event.type().label()));
    }

    private void period(ExplainedPeriod period, int y) {
        add("<text x=\"0\" y=\"%d\">%s</text>", y + 15, text(period.kind().label()));
        for (var each : period.days()) {
            add(
                    "<rect class=\"day %s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>",
                    each.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    x(each.date()),
                    y,
                    day,
                    HEIGHT,
                    text(hint(each)));
            if (day > 14 && each.counts()) {
                add(
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                        x(each.date()) + day / 2, y + 14, each.number().getAsInt());
            }
        }
        period.due().ifPresent(due -> {
            double at = x(due.plusDays(1));
            add("<line class=\"due\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", at, y - 4, at, y + HEIGHT + 4);
            add("<text class=\"due-text\" x=\"%.1f\" y=\"%d\">%s 到期</text>", at + 5, y + 15, due);
        });
    }

    private static String hint(ExplainedDay each) {
        var number = each.counts() ? "第" + each.number().getAsInt() + "日 " : "";
        return (each.date() + " " + each.weekday() + " " + number + each.reason()).strip();
    }

    private double x(LocalDate date) {
        return LEFT + (date.toEpochDay() - first.toEpochDay()) * day;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
