package org.onewindow.commandline;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.onewindow.calendar.CalendarFiles;
import org.onewindow.calendar.InvalidCalendarFile;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.catalog.lint.ItemLint;
import org.onewindow.factory.ItemFactory;
import org.onewindow.organization.Organization;
import org.onewindow.organization.OrganizationFile;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Answers the calls that need no server. Answers go to standard output, problems to standard error, both in UTF-8
 * whatever the platform's locale; the exit status is 0, 1 where lines of an input were refused or something was found, or 2 without an answer.
 */
public final class CommandLine {

    private static final int NO_ANSWER = 2;

    private final List<Command> commands = List.of(
            new CalendarAdd(CommandLine::calendar),
            new DeadlineReplay(CommandLine::calendar),
            new ItemTemplate(),
            new ItemNew(CommandLine::terminal, CommandLine::itemFactory),
            new LintItems(CommandLine::itemLint),
            new ItemDiff(),
            new RehearseItems(CommandLine::settings),
            new CheckCases());

    CommandLine() {}

    /**
     * Answers a call on the process's own standard streams.
     *
     * @return the exit status, or empty for the arguments of a server: none, or options of Spring
     */
    public static OptionalInt answer(String... arguments) {
        if (arguments.length == 0 || (arguments[0].startsWith("-") && !arguments[0].equals("--help"))) {
            return OptionalInt.empty();
        }
        silenceTheLog();
        var answers = new FileOutputStream(FileDescriptor.out);
        var problems = new FileOutputStream(FileDescriptor.err);
        return OptionalInt.of(new CommandLine().run(List.of(arguments), answers, problems));
    }

    /** Without Spring Boot nobody sets the log up, and it would write between the answers. */
    private static void silenceTheLog() {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    /** The application's calendar. Commands ask for whole days, so the hour at which offices close is any. */
    private static WorkingCalendar calendar() {
        var location = setting("onewindow.calendar.location").orElse(CalendarFiles.DEFAULT_LOCATION);
        return CalendarFiles.load(location, LocalTime.of(17, 0));
    }

    /** With the application's organisation, forms and stages. */
    private static ItemLint itemLint() {
        return new ItemLint(organization(), resources());
    }

    private static ItemFactory itemFactory(Path items, boolean replace) {
        return new ItemFactory(items, replace, organization(), itemLint());
    }

    /** Not kept in a field: it has a logger, and would set the log up before it is silenced. */
    private static PathMatchingResourcePatternResolver resources() {
        return new PathMatchingResourcePatternResolver();
    }

    private static Organization organization() {
        var location = setting("onewindow.organization").orElse(OrganizationFile.DEFAULT_LOCATION);
        try {
            return OrganizationFile.read(resources().getResource(location));
        } catch (IOException e) {
            throw new WrongUsage("无法读取机构名录“" + location + "”：" + e.getMessage(), e);
        }
    }

    /** Those that replace the application's own organisation and calendar. */
    private static Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (var name : List.of("onewindow.organization", "onewindow.calendar.location")) {
            setting(name).ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() ->
                        Optional.ofNullable(System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT))));
    }

    int run(List<String> arguments, OutputStream answers, OutputStream problems) {
        try (var answer = utf8(answers)) {
            return run(arguments, answer);
        } catch (WrongUsage e) {
            tell(problems, e.getMessage() + "\n\n" + usage(arguments.get(0)));
        } catch (InvalidCalendarFile e) {
            tell(problems, e.getMessage() + "\n");
        } catch (IOException e) {
            tell(problems, "无法写出结果：" + e.getMessage() + "\n");
        }
        return NO_ANSWER;
    }

    private int run(List<String> arguments, Writer answer) throws IOException {
        var about = arguments.get(0);
        if (about.equals("help") || about.equals("--help")) {
            answer.write(usage(about));
            return 0;
        }
        for (var command : commands) {
            var name = List.of(command.name().split(" "));
            if (arguments.subList(0, Math.min(name.size(), arguments.size())).equals(name)) {
                return command.run(arguments.subList(name.size(), arguments.size()), answer);
            }
        }
        throw new WrongUsage("没有“" + String.join(" ", arguments.subList(0, Math.min(2, arguments.size()))) + "”这个命令。");
    }

    /** How to call the commands about something; all of them if none is about it. */
    private String usage(String about) {
        var meant = commands.stream()
                .filter(command -> (command.name() + " ").startsWith(about + " "))
                .toList();
        var usage = new StringBuilder("用法：\n");
        for (var command : meant.isEmpty() ? commands : meant) {
            for (var way : command.usages()) {
                usage.append("  java -jar one-window.jar ")
                        .append(command.name())
                        .append(' ')
                        .append(way.arguments())
                        .append("\n      ")
                        .append(way.meaning())
                        .append("\n");
            }
        }
        if (meant.isEmpty()) {
            usage.append("  java -jar one-window.jar help\n      显示本说明\n")
                    .append("  java -jar one-window.jar [--设置=值 …]\n      启动服务\n");
        }
        return usage.toString();
    }

    private static void tell(OutputStream problems, String message) {
        try (var writer = utf8(problems)) {
            writer.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader terminal() {
        return new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    }

    private static Writer utf8(OutputStream output) {
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }
}
