package org.onewindow.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onewindow.deadline.ExplainedDay;
import org.onewindow.deadline.ExplainedPeriod;

/**
 * A period as calendar sheets, one a month, and as a list in which days of one kind are one line.
 *
 * @param months empty where there would be too many to look at
 */
record ClockSheet(ExplainedPeriod period, List<Month> months, List<Span> spans) {

    private static final int MOST_MONTHS = 6;

    /** @param weeks of seven cells, Monday first */
    record Month(String title, List<List<Cell>> weeks) {}

    /**
     * @param day of the month; empty where the week belongs to another month
     * @param style its classes in the style sheet
     * @param tag 到期 on the due date
     * @param text the number that it counted as, or in a word why it did not
     */
    record Cell(String day, String style, String tag, String text, String hint) {

        private static final String OUTSIDE = "outside";
        private static final Cell BLANK = new Cell("", "blank", "", "", "");

        private boolean isOfPeriod() {
            return !equals(BLANK) && !style.startsWith(OUTSIDE);
        }
    }

    /** Days in a row of which the same holds. */
    record Span(String days, int length, boolean counts, String text, String style) {}

    static ClockSheet of(ExplainedPeriod period, LocalDate today) {
        var days = period.days();
        var first = YearMonth.from(days.get(0).date());
        var last = YearMonth.from(days.get(days.size() - 1).date());
        var byDate = days.stream().collect(Collectors.toMap(ExplainedDay::date, Function.identity()));
        var months = Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> month(month, byDate, period, today))
                .toList();
        return new ClockSheet(period, months.size() > MOST_MONTHS ? List.of() : months, spans(days));
    }

    private static Month month(
            YearMonth month, Map<LocalDate, ExplainedDay> days, ExplainedPeriod period, LocalDate today) {
        int before = month.atDay(1).getDayOfWeek().getValue() - 1;
        var weeks = Stream.iterate(1 - before, first -> first <= month.lengthOfMonth(), first -> first + 7)
                .map(first -> IntStream.range(first, first + 7)
                        .mapToObj(
                                day -> month.isValidDay(day) ? cell(month.atDay(day), days, period, today) : Cell.BLANK)
                        .toList())
                .filter(week -> week.stream().anyMatch(Cell::isOfPeriod))
                .toList();
        return new Month("%d年%d月".formatted(month.getYear(), month.getMonthValue()), weeks);
    }

    private static Cell cell(
            LocalDate date, Map<LocalDate, ExplainedDay> days, ExplainedPeriod period, LocalDate today) {
        var ofMonth = String.valueOf(date.getDayOfMonth());
        var marks = date.equals(today) ? " today" : "";
        var day = days.get(date);
        if (day == null) {
            return new Cell(ofMonth, Cell.OUTSIDE + marks, "", "", "");
        }
        boolean due = period.due().filter(date::equals).isPresent();
        return new Cell(
                ofMonth,
                style(day) + marks + (due ? " due" : ""),
                due ? "到期" : "",
                day.counts() ? String.valueOf(day.number().getAsInt()) : day.mark(),
                hint(day) + (due ? "，到期" : ""));
    }

    private static String hint(ExplainedDay day) {
        var number = day.counts() ? "第" + day.number().getAsInt() + "日 " : "";
        return (named(day) + " " + number + day.reason()).strip();
    }

    private static String style(ExplainedDay day) {
        return day.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Span> spans(List<ExplainedDay> days) {
        var spans = new ArrayList<Span>();
        for (int from = 0; from < days.size(); ) {
            int to = from;
            while (to + 1 < days.size() && isSame(days.get(from), days.get(to + 1))) {
                to++;
            }
            spans.add(span(days.get(from), days.get(to), to - from + 1));
            from = to + 1;
        }
        return spans;
    }

    private static boolean isSame(ExplainedDay one, ExplainedDay other) {
        return one.kind() == other.kind() && one.reason().equals(other.reason());
    }

    private static Span span(ExplainedDay first, ExplainedDay last, int length) {
        return new Span(
                length == 1 ? named(first) : named(first) + " 至 " + named(last),
                length,
                first.counts(),
                first.counts() ? numbers(first, last) + first.reason() : first.reason(),
                style(first));
    }

    private static String named(ExplainedDay day) {
        return day.date() + " " + day.weekday();
    }

    private static String numbers(ExplainedDay first, ExplainedDay last) {
        int from = first.number().orElseThrow();
        int to = last.number().orElseThrow();
        return (from == to ? "第" + from + "日" : "第" + from + "—" + to + "日")
                + (first.reason().isEmpty() ? "" : "，");
    }
}
