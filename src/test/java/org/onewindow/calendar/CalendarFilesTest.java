package org.onewindow.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

class CalendarFilesTest {

    private static final String HEAD = """
            year: 2026
            notice: 国办发明电〔2025〕7号
            """;

    @Test
    void readsHolidaysAndMakeUpWorkdays() {
        var year = read(HEAD + """
                holidays:
                  - name: 元旦
                    from: 2026-01-01
                    to: 2026-01-03
                  - name: 纪念日
                    from: 2026-09-03
                    notice: 国发明电〔2026〕1号
                makeUpWorkdays:
                  - date: 2026-01-04
                    holiday: 元旦
                """);

        assertThat(year.year()).isEqualTo(2026);
        assertThat(year.notice()).isEqualTo("国办发明电〔2025〕7号");
        assertThat(year.holidays())
                .containsExactly(
                        new Holiday("元旦", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3), year.notice()),
                        new Holiday("纪念日", LocalDate.of(2026, 9, 3), LocalDate.of(2026, 9, 3), "国发明电〔2026〕1号"));
        assertThat(year.makeUpWorkdays()).extracting(MakeUpWorkday::label).containsExactly("元旦调休上班(国办发明电〔2025〕7号)");
    }

    @Test
    void aMakeUpDayThatIsAWeekdayIsRefused() {
        refused(withMakeUps("2026-01-05"), 8, "调休上班日 2026-01-05 是星期一,本来就上班");
    }

    @Test
    void aDayInBothListsIsRefused() {
        refused(withMakeUps("2026-01-03"), 8, "2026-01-03 同时列为元旦放假");
    }

    @Test
    void aMakeUpDayGivenTwiceIsRefused() {
        refused(withMakeUps("2026-01-04", "2026-01-04"), 9, "重复");
    }

    @Test
    void aMakeUpDayOfAnotherYearIsRefused() {
        refused(withMakeUps("2027-01-03"), 8, "不在2026年");
    }

    @Test
    void aHolidayOfAnotherYearIsRefused() {
        refused(withHoliday("2025-12-31", "2026-01-03"), 5, "2025-12-31 不在2026年");
        refused(withHoliday("2026-12-31", "2027-01-02"), 6, "2027-01-02 不在2026年");
    }

    @Test
    void overlappingHolidaysAreRefused() {
        refused(HEAD + """
                        holidays:
                          - name: 中秋节
                            from: 2026-09-25
                            to: 2026-10-01
                          - name: 国庆节
                            from: 2026-10-01
                            to: 2026-10-07
                        makeUpWorkdays: []
                        """, 8, "国庆节与中秋节(2026-09-25 至 2026-10-01)的日期重叠");
    }

    @Test
    void aHolidayThatEndsBeforeItStartsIsRefused() {
        refused(withHoliday("2026-01-03", "2026-01-01"), 6, "早于开始日期");
    }

    @Test
    void aDateThatDoesNotExistIsRefused() {
        refused(withHoliday("2026-02-30", "2026-03-01"), 5, "2026-02-30");
    }

    @Test
    void aMakeUpDayForAnUnknownHolidayIsRefused() {
        refused(withMakeUps("2026-01-04\n    holiday: 春节"), 9, "没有名为“春节”的节日");
    }

    @Test
    void anUnknownKeyIsRefused() {
        refused(HEAD + "holidays: []\nmakeUpWorkday: []\n", 4, "不认识的键“makeUpWorkday”");
        refused(withMakeUps("2026-01-04\n    for: 元旦"), 9, "不认识的键“for”");
    }

    @Test
    void aRepeatedKeyIsRefused() {
        refused(HEAD + "holidays: []\nholidays: []\nmakeUpWorkdays: []\n", 4, "“holidays”重复");
    }

    @Test
    void missingFieldsAreRefused() {
        refused("year: 2026\nholidays: []\nmakeUpWorkdays: []\n", 1, "缺少“notice”");
        refused("notice: 某号\nholidays: []\nmakeUpWorkdays: []\n", 1, "缺少“year”");
        refused(HEAD + "holidays: []\n", 1, "缺少“makeUpWorkdays”");
        refused(HEAD + "holidays:\n  - name: 元旦\nmakeUpWorkdays: []\n", 4, "缺少“from”");
        refused("year: 2026\nnotice:\nholidays: []\nmakeUpWorkdays: []\n", 2, "“notice”应有值");
    }

    @Test
    void wrongShapesAreRefused() {
        refused("year: 明年\nnotice: 某号\nholidays: []\nmakeUpWorkdays: []\n", 1, "“year”应为整数");
        refused("year: 1926\nnotice: 某号\nholidays: []\nmakeUpWorkdays: []\n", 1, "年份应在2000至2100之间");
        refused(HEAD + "holidays: 元旦\nmakeUpWorkdays: []\n", 3, "“holidays”应为列表");
        refused(HEAD + "holidays:\n  - 元旦\nmakeUpWorkdays: []\n", 4, "每一项");
        refused("- 2026\n", 1, "文件应以 year");
        refused("", 0, "文件应以 year");
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        refused("year: 2026\nnotice: [\n", 3, "不是合法的 YAML");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        assertThatExceptionOfType(InvalidCalendarFile.class)
                .isThrownBy(() -> CalendarFiles.read(
                        "2026.yaml", new ByteArrayInputStream(withMakeUps().getBytes(Charset.forName("GBK")))))
                .withMessageStartingWith("2026.yaml")
                .withMessageContaining("UTF-8");
    }

    @Test
    void twoFilesOfOneYearAreRefused(@TempDir Path folder) throws Exception {
        var one = Files.writeString(folder.resolve("2026.yaml"), withMakeUps("2026-01-04"));
        var other = Files.writeString(folder.resolve("2026-new.yaml"), withMakeUps("2026-01-04"));
        assertThatExceptionOfType(InvalidCalendarFile.class)
                .isThrownBy(() -> CalendarFiles.load(
                        List.of(new FileSystemResource(one), new FileSystemResource(other)), LocalTime.of(17, 0)))
                .withMessageContainingAll(other.toString(), "2026年已由", one.toString());
    }

    @Test
    void aLocationWithoutFilesIsRefused(@TempDir Path folder) {
        assertThatExceptionOfType(InvalidCalendarFile.class)
                .isThrownBy(() -> CalendarFiles.load("file:" + folder + "/*.yaml", LocalTime.of(17, 0)))
                .withMessageContaining("onewindow.calendar.location");
    }

    private static void refused(String content, int line, String problem) {
        assertThatExceptionOfType(InvalidCalendarFile.class)
                .isThrownBy(() -> read(content))
                .withMessageStartingWith(line > 0 ? "2026.yaml 第" + line + "行:" : "2026.yaml:")
                .withMessageContaining(problem)
                .satisfies(e -> {
                    assertThat(e.file()).isEqualTo("2026.yaml");
                    assertThat(e.line()).isEqualTo(line);
                });
    }

    private static CalendarYear read(String content) {
        return CalendarFiles.read("2026.yaml", new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    private static String withHoliday(String from, String to) {
        return HEAD + "holidays:\n  - name: 元旦\n    from: " + from + "\n    to: " + to + "\nmakeUpWorkdays: []\n";
    }

    /** The first make-up day stands on line 8. */
    private static String withMakeUps(String... dates) {
        var text = new StringBuilder(withHoliday("2026-01-01", "2026-01-03").replace(" []", ""));
        List.of(dates).forEach(date -> text.append("  - date: ").append(date).append('\n'));
        return text.toString();
    }
}
