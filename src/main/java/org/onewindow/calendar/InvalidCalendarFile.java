package org.onewindow.calendar;

/**
 * A calendar file is refused: what it says cannot be a year's working days. The message is Chinese, for the
 * administrator who has to correct the file, and begins with file and line.
 */
public class InvalidCalendarFile extends RuntimeException {

    private final String file;
    private final int line;

    /** A fault at a line, counted from 1; {@code 0} blames the file as a whole. */
    InvalidCalendarFile(String file, int line, String problem) {
        super(line > 0 ? file + " 第" + line + "行:" + problem : file + ":" + problem);
        this.file = file;
        this.line = line;
    }

    InvalidCalendarFile(String file, int line, String problem, Throwable cause) {
        this(file, line, problem);
        initCause(cause);
    }

    /** The file's name or location as it was given to {@link CalendarFiles}. */
    public String file() {
        return file;
    }

    /** The line at fault, counted from 1, or 0 where the fault is the whole file's. */
    public int line() {
        return line;
    }
}
