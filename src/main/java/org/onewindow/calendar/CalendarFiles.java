package org.onewindow.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads and checks the calendar's files, one YAML file a year. Needs no application context, so that the command line
 * answers at once.
 *
 * <pre>{@code
 * year: 2026
 * notice: 国办发明电〔2025〕7号
 * holidays:
 *   - name: 春节
 *     from: 2026-02-15
 *     to: 2026-02-23          # may be missing for a single day
 *     notice: …               # only where another notice than the year's ordered it
 * makeUpWorkdays:
 *   - date: 2026-02-14
 *     holiday: 春节           # may be missing
 * }</pre>
 */
public final class CalendarFiles {

    /** Where the application keeps its years. */
    public static final String DEFAULT_LOCATION = "classpath*:config/calendar/*.yaml";

    private CalendarFiles() {}

    /**
     * The calendar of all files at a location.
     *
     * @param location a Spring resource pattern, e.g. {@code classpath*:config/calendar/*.yaml} or {@code file:…}
     * @throws InvalidCalendarFile if there is no file, a file is not a valid year, or two files claim one year
     */
    public static WorkingCalendar load(String location, LocalTime closeOfBusiness) {
        try {
            var files = Stream.of(new PathMatchingResourcePatternResolver().getResources(location))
                    .filter(Resource::isReadable)
                    .sorted(Comparator.comparing(CalendarFiles::name))
                    .toList();
            if (files.isEmpty()) {
                throw new InvalidCalendarFile(location, 0, "没有找到工作日历文件,请检查 onewindow.calendar.location。");
            }
            return load(files, closeOfBusiness);
        } catch (IOException e) {
            throw new InvalidCalendarFile(location, 0, "无法读取:" + e.getMessage(), e);
        }
    }

    /** The calendar of the given files; none at all gives one that knows weekends only. */
    public static WorkingCalendar load(Collection<? extends Resource> files, LocalTime closeOfBusiness) {
        var years = new ArrayList<CalendarYear>();
        var sources = new HashMap<Integer, String>();
        for (var file : files) {
            var year = read(file);
            var other = sources.putIfAbsent(year.year(), file.getDescription());
            if (other != null) {
                throw new InvalidCalendarFile(file.getDescription(), 0, year.year() + "年已由 " + other + " 给出,请只保留一个文件。");
            }
            years.add(year);
        }
        return new WorkingCalendar(List.copyOf(years), closeOfBusiness);
    }

    /** One year from one file. */
    public static CalendarYear read(Resource file) {
        try (var content = file.getInputStream()) {
            return read(name(file), content);
        } catch (IOException e) {
            throw new InvalidCalendarFile(name(file), 0, "无法读取:" + e.getMessage(), e);
        }
    }

    /**
     * One year from a stream, e.g. an administrator's upload.
     *
     * @param name what messages call the file
     * @param content YAML in UTF-8; not closed here
     */
    public static CalendarYear read(String name, InputStream content) {
        return new CalendarYearReader(YamlObject.parse(name, content)).read();
    }

    private static String name(Resource file) {
        var name = file.getFilename();
        return name == null ? file.getDescription() : name;
    }
}
