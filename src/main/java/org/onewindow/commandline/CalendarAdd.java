package org.onewindow.commandline;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.onewindow.calendar.WorkingCalendar;

/** {@code calendar add}: the n-th working day after a day (行政许可法 art. 82). */
final class CalendarAdd implements Command {

    /** Beyond it a date has no four-digit year any more. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Supplier<WorkingCalendar> calendars;

    CalendarAdd(Supplier<WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "calendar add";
    }

    @Override
    public List<Usage> usages() {
        return List.of(
                new Usage("日期 工作日数", "该日之后第几个工作日的日期；涉及尚无放假安排的年份时，后面标明 provisional（暂定）"),
                new Usage("--batch 文件", "文件每行“日期,工作日数”，逐行给出结果；有误的行以 error 开头，其余照算，退出状态为 1"));
    }

    @Override
    public int run(List<String> arguments, Writer answer) throws IOException {
        if (arguments.size() != 2) {
            throw new WrongUsage("calendar add 需要两个参数，而不是" + arguments.size() + "个。");
        }
        if (arguments.get(0).equals("--batch")) {
            return addAll(arguments.get(1), answer);
        }
        try {
            answer.write(add(calendars.get(), "calendar add", arguments.get(0), arguments.get(1)) + "\n");
            return 0;
        } catch (InvalidLine e) {
            throw new WrongUsage(e.getMessage(), e);
        }
    }

    private int addAll(String file, Writer answer) throws IOException {
        int status = 0;
        try (var lines = Lines.of(file)) {
            var calendar = calendars.get();
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                try {
                    answer.write(add(calendar, line.get()) + "\n");
                } catch (InvalidLine e) {
                    answer.write("error " + e.getMessage() + "\n");
                    status = 1;
                }
            }
        }
        return status;
    }

    private static String add(WorkingCalendar calendar, Lines.Line line) {
        var where = "第" + line.number() + "行";
        var parts = line.text().split(",", -1);
        if (parts.length != 2) {
            throw new InvalidLine(where, "应为“日期,工作日数”，如 2026-02-12,5，而不是“" + line.text() + "”。");
        }
        return add(calendar, where, parts[0].strip(), parts[1].strip());
    }

    private static String add(WorkingCalendar calendar, String where, String date, String days) {
        var start = IsoDate.parse(date)
                .orElseThrow(() -> new InvalidLine(where, "日期应为存在的日期，如 2026-02-12，而不是“" + date + "”。"));
        int workingDays =
                count(days).orElseThrow(() -> new InvalidLine(where, "工作日数应为不小于 0 的整数，如 5，而不是“" + days + "”。"));
        var result = calendar.add(start, workingDays);
        if (result.isAfter(LAST)) {
            throw new InvalidLine(where, "结果超出9999年。");
        }
        return result + (calendar.isProvisional(start, result) ? " provisional" : "");
    }

    private static Optional<Integer> count(String text) {
        try {
            return text.matches("[0-9]+") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
