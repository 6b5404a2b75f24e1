package org.onewindow.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;
import org.onewindow.calendar.WorkingCalendar;

/** {@code deadline replay}: what the clocks say of histories, one line of JSON each. */
final class DeadlineReplay implements Command {

    private final Supplier<WorkingCalendar> calendars;

    DeadlineReplay(Supplier<WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "deadline replay";
    }

    @Override
    public List<Usage> usages() {
        return List.of(new Usage("文件", "文件每行一个 JSON 对象（时限规则、事件、查询日），逐行给出该日的时限；有误的行给出 {\"error\":…}，其余照算"));
    }

    @Override
    public int run(List<String> arguments, Writer answer) throws IOException {
        if (arguments.size() != 1) {
            throw new WrongUsage("deadline replay 需要一个文件，而不是" + arguments.size() + "个参数。");
        }
        try (var lines = Lines.of(arguments.get(0))) {
            var replay = new JsonReplay(calendars.get());
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                answer.write(replay.answer(line.get()) + "\n");
            }
        }
        return 0;
    }
}
