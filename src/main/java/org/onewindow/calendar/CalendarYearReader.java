package org.onewindow.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one year and refuses what cannot be true of it. A wrong calendar makes every deadline of the year unlawful. */
final class CalendarYearReader {

    private final YamlObject file;

    private int year;
    private String notice = "";
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<MakeUpWorkday> makeUps = new ArrayList<>();

    CalendarYearReader(YamlObject file) {
        this.file = file;
    }

    CalendarYear read() {
        file.allowOnly(Set.of("year", "notice", "holidays", "makeUpWorkdays"));
        year = file.integer("year");
        if (year < WorkingCalendar.FIRST_YEAR || year > WorkingCalendar.LAST_YEAR) {
            throw file.invalid("year", "年份应在" + WorkingCalendar.FIRST_YEAR + "至" + WorkingCalendar.LAST_YEAR + "之间。");
        }
        notice = file.text("notice");
        file.objects("holidays").forEach(this::readHoliday);
        file.objects("makeUpWorkdays").forEach(this::readMakeUp);
        return new CalendarYear(year, notice, holidays, makeUps);
    }

    private void readHoliday(YamlObject item) {
        item.allowOnly(Set.of("name", "from", "to", "notice"));
        var name = item.text("name");
        var from = dateOfYear(item, "from");
        var to = item.optionalDate("to").isPresent() ? dateOfYear(item, "to") : from;
        if (to.isBefore(from)) {
            throw item.invalid("to", name + "的结束日期 " + to + " 早于开始日期 " + from + "。");
        }
        for (var other : holidays) {
            if (!other.from().isAfter(to) && !other.to().isBefore(from)) {
                throw item.invalid(
                        "from", name + "与" + other.name() + "(" + other.from() + " 至 " + other.to() + ")的日期重叠。");
            }
        }
        holidays.add(new Holiday(name, from, to, item.optionalText("notice").orElse(notice)));
    }

    private void readMakeUp(YamlObject item) {
        item.allowOnly(Set.of("date", "holiday", "notice"));
        var date = dateOfYear(item, "date");
        if (Weekdays.isWeekday(date.toEpochDay())) {
            var day = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
            throw item.invalid("date", "调休上班日 " + date + " 是" + day + ",本来就上班,请核对通知。");
        }
        holidayOn(date).ifPresent(holiday -> {
            throw item.invalid("date", "调休上班日 " + date + " 同时列为" + holiday.name() + "放假,请核对通知。");
        });
        if (makeUps.stream().anyMatch(other -> other.date().equals(date))) {
            throw item.invalid("date", "调休上班日 " + date + " 重复出现,请删去一个。");
        }
        makeUps.add(new MakeUpWorkday(
                date, knownHoliday(item), item.optionalText("notice").orElse(notice)));
    }

    private Optional<String> knownHoliday(YamlObject item) {
        var names = new HashSet<String>();
        holidays.forEach(holiday -> names.add(holiday.name()));
        var name = item.optionalText("holiday");
        if (name.isPresent() && !names.contains(name.get())) {
            throw item.invalid("holiday", "holidays 中没有名为“" + name.get() + "”的节日。");
        }
        return name;
    }

    private Optional<Holiday> holidayOn(LocalDate date) {
        return holidays.stream().filter(holiday -> holiday.covers(date)).findFirst();
    }

    private LocalDate dateOfYear(YamlObject item, String key) {
        var date = item.date(key);
        if (date.getYear() != year) {
            throw item.invalid(key, "日期 " + date + " 不在" + year + "年;跨年的假期请分别写入各年的文件。");
        }
        return date;
    }
}
