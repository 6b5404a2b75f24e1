package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarAddTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2026-02-12, 5, 2026-02-26", // Spring Festival 15 to 23, the 14th is worked
        "2026-02-12, 20, 2026-03-18", // the 28th is worked
        "2026-02-14, 1, 2026-02-24",
        "2026-09-18, 5, 2026-09-24", // Sunday the 20th is worked
        "2026-09-24, 5, 2026-10-09", // Mid-Autumn and National Day
        "2026-09-24, 20, 2026-10-29",
        "2025-09-27, 5, 2025-10-10", // Sunday the 28th is worked, eight days off
        "2024-09-30, 5, 2024-10-12", // Saturday the 12th is worked
        "2026-04-30, 45, 2026-07-07",
        "2026-02-15, 0, 2026-02-15", // day 0 may be a day off
    })
    void thePeriodEndsOnTheNthWorkingDayAfterItsStart(String start, String days, String end) {
        assertThat(Answer.to("calendar", "add", start, days)).isEqualTo(new Answer(0, end + "\n", ""));
    }

    @Test
    void aDateThatRestsOnAYearWithoutAFileIsProvisional() {
        // 2026-12-31 is a Thursday; nobody knows yet whether Friday 2027-01-01 is the only day off.
        assertThat(Answer.to("calendar", "add", "2026-12-31", "1").output()).isEqualTo("2027-01-01 provisional\n");
        assertThat(Answer.to("calendar", "add", "2026-12-30", "1").output()).isEqualTo("2026-12-31\n");
    }

    @Test
    void aBadLineDoesNotStopTheOthers() throws IOException {
        var answer = batch("""
                2026-02-12,5
                2026-02-30,5
                2026-02-14, 1

                2026-02-14
                2026-12-31,1
                2026-02-12,-1
                2026-02-12,1.5
                2026-02-12,99999999999
                2026-02-12,2147483647
                2026-02-12,20""");

        assertThat(answer.output().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("2026-02-26"),
                        line -> assertThat(line)
                                .startsWith("error ")
                                .contains("第2行")
                                .contains("2026-02-30"),
                        line -> assertThat(line).isEqualTo("2026-02-24"),
                        line -> assertThat(line).startsWith("error ").contains("第4行"),
                        line -> assertThat(line).startsWith("error ").contains("第5行"),
                        line -> assertThat(line).isEqualTo("2027-01-01 provisional"),
                        line -> assertThat(line)
                                .startsWith("error ")
                                .contains("第7行")
                                .contains("-1"),
                        line -> assertThat(line)
                                .startsWith("error ")
                                .contains("第8行")
                                .contains("1.5"),
                        line -> assertThat(line).startsWith("error ").contains("第9行"),
                        line -> assertThat(line).startsWith("error ").contains("第10行"),
                        line -> assertThat(line).isEqualTo("2026-03-18"));
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.problem()).isEmpty();
    }

    @Test
    void aFileFromAnotherEditorIsReadAlike() throws IOException {
        assertThat(batch("\uFEFF2026-02-12,5\r\n2026-02-14,1\r\n"))
                .isEqualTo(new Answer(0, "2026-02-26\n2026-02-24\n", ""));
    }

    @Test
    void anEmptyFileHasAnEmptyAnswer() throws IOException {
        assertThat(batch("")).isEqualTo(new Answer(0, "", ""));
    }

    @Test
    void aWrongCallIsToldTheRightUsage() {
        Answer.to("calendar", "add").isNoneBecause("需要两个参数");
        Answer.to("calendar", "add", "2026-02-12").isNoneBecause("需要两个参数");
        Answer.to("calendar", "add", "2026-02-12", "5", "6").isNoneBecause("需要两个参数");
        Answer.to("calendar", "add", "2026-02-30", "5").isNoneBecause("2026-02-30");
        Answer.to("calendar", "add", "12026-02-1", "5").isNoneBecause("12026-02-1");
        Answer.to("calendar", "add", "2026-02-12", "five").isNoneBecause("five");
        Answer.to("calendar", "add", "2026-02-12", "-1").isNoneBecause("-1");
    }

    @Test
    void aFileThatCannotBeReadIsTold() {
        var missing = folder.resolve("missing.csv").toString();
        Answer.to("calendar", "add", "--batch", missing).isNoneBecause(missing);
        Answer.to("calendar", "add", "--batch", folder.toString()).isNoneBecause(folder.toString());
        Answer.to("calendar", "add", "--batch", "\0").isNoneBecause("无法读取");
    }

    private Answer batch(String lines) throws IOException {
        return Answer.to(
                "calendar",
                "add",
                "--batch",
                Files.writeString(folder.resolve("batch.csv"), lines).toString());
    }
}
