package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.commandline.Histories.TWENTY_SEVEN;
import static org.onewindow.commandline.Histories.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every expected date is counted by hand. Working days of spring 2026: all weekdays of March (the 2nd, 9th, 16th, 23rd
 * and 30th are Mondays), none from April 4 to 6 and from May 1 to 5, and Saturday May 9. The 20th working day after
 * March 2 is the 30th, the 7th the 11th.
 */
class DeadlineReplayTest {

    @TempDir
    private Path folder;

    @Test
    void beforeTheReceiptNothingRuns() throws IOException {
        assertThat(replay(history(TWENTY_SEVEN, "2026-03-01", "received 2026-03-02")))
                .isEqualTo("""
                        {"acceptedOn":null,"noticeDue":null,"statutoryDue":null,"promisedDue":null,"deliveryDue":null,\
                        "used":0,"left":20,"lamp":null,"statutoryOverrun":false}
                        """);
    }

    @Test
    void holidaysDoNotCountAndMakeUpWorkdaysDo() throws IOException {
        // After February 12: 13, 14, 24, 25, 26 (5), 27, 28 (7), March 2 to 6 (12), 9 to 13 (17), 16, 17, 18 (20).
        var events = new String[] {"received 2026-02-12", "accepted 2026-02-12"};
        assertThat(replay(
                        history(TWENTY_SEVEN, "2026-02-24", events),
                        history(TWENTY_SEVEN, "2026-02-27", events), // six of seven used
                        history(TWENTY_SEVEN, "2026-03-01", events), // past the promised due day
                        history(TWENTY_SEVEN, "2026-03-19", events))) // past the statutory one
                .isEqualTo("""
                        {"acceptedOn":"2026-02-12","noticeDue":"2026-02-26","statutoryDue":"2026-03-18",\
                        "promisedDue":"2026-02-28","deliveryDue":null,\
                        "used":3,"left":17,"lamp":"green","statutoryOverrun":false}
                        {"acceptedOn":"2026-02-12","noticeDue":"2026-02-26","statutoryDue":"2026-03-18",\
                        "promisedDue":"2026-02-28","deliveryDue":null,\
                        "used":6,"left":14,"lamp":"yellow","statutoryOverrun":false}
                        {"acceptedOn":"2026-02-12","noticeDue":"2026-02-26","statutoryDue":"2026-03-18",\
                        "promisedDue":"2026-02-28","deliveryDue":null,\
                        "used":7,"left":13,"lamp":"red","statutoryOverrun":false}
                        {"acceptedOn":"2026-02-12","noticeDue":"2026-02-26","statutoryDue":"2026-03-18",\
                        "promisedDue":"2026-02-28","deliveryDue":null,\
                        "used":21,"left":-1,"lamp":"red","statutoryOverrun":true}
                        """);
    }

    @Test
    void acceptanceAfterACorrectionIsTheDayOfItsSubmission() throws IOException {
        // On the 10th the applicant corrects, no clock runs and no notice lapses. From the 11th: 12 to 18 are five
        // working days, the 20th is the 7th, the 31st the 14th, April 1 to 3 (17), 7 to 9 (20).
        var events = new String[] {
            "received 2026-03-02",
            "correctionNotified 2026-03-04",
            "correctionSubmitted 2026-03-11",
            "accepted 2026-03-16"
        };
        assertThat(replay(history(TWENTY_SEVEN, "2026-03-10", events), history(TWENTY_SEVEN, "2026-03-16", events)))
                .isEqualTo("""
                        {"acceptedOn":null,"noticeDue":"2026-03-09","statutoryDue":null,\
                        "promisedDue":null,"deliveryDue":null,\
                        "used":0,"left":20,"lamp":null,"statutoryOverrun":false}
                        {"acceptedOn":"2026-03-11","noticeDue":"2026-03-18","statutoryDue":"2026-04-09",\
                        "promisedDue":"2026-03-20","deliveryDue":null,\
                        "used":3,"left":17,"lamp":"green","statutoryOverrun":false}
                        """);
    }

    @Test
    void anUnusedNoticePeriodMakesTheReceiptTheAcceptance() throws IOException {
        // Notice due on the 9th. On the 10th 3, 4, 5, 6, 9, 10 are used; on the 12th eight days, one too many.
        var events = new String[] {"received 2026-03-02", "accepted 2026-03-12"};
        assertThat(replay(
                        history(TWENTY_SEVEN, "2026-03-09", events),
                        history(TWENTY_SEVEN, "2026-03-10", events),
                        history(TWENTY_SEVEN, "2026-03-12", events)))
                .isEqualTo("""
                        {"acceptedOn":null,"noticeDue":"2026-03-09","statutoryDue":null,\
                        "promisedDue":null,"deliveryDue":null,\
                        "used":0,"left":20,"lamp":null,"statutoryOverrun":false}
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":"2026-03-30",\
                        "promisedDue":"2026-03-11","deliveryDue":null,\
                        "used":6,"left":14,"lamp":"yellow","statutoryOverrun":false}
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":"2026-03-30",\
                        "promisedDue":"2026-03-11","deliveryDue":null,\
                        "used":8,"left":12,"lamp":"red","statutoryOverrun":false}
                        """);
    }

    @Test
    void aSpecialProcedureStopsTheClockFromTheDayAfterItsStartThroughItsEnd() throws IOException {
        // 3, 4, then 12: the days from the 5th through the 11th do not count, which are five working days.
        var events = new String[] {
            "received 2026-03-02",
            "accepted 2026-03-02",
            "specialProcedureStarted 2026-03-04 专家评审",
            "specialProcedureEnded 2026-03-11"
        };
        assertThat(replay(history(TWENTY_SEVEN, "2026-03-06", events), history(TWENTY_SEVEN, "2026-03-12", events)))
                .isEqualTo("""
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":null,\
                        "promisedDue":null,"deliveryDue":null,\
                        "used":2,"left":18,"lamp":"paused","statutoryOverrun":false}
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":"2026-04-07",\
                        "promisedDue":"2026-03-18","deliveryDue":null,\
                        "used":3,"left":17,"lamp":"green","statutoryOverrun":false}
                        """);
    }

    @Test
    void anExtensionOnTheDueDayAddsItsDaysToBothDeadlines() throws IOException {
        // 30 days: 20 by the 30th, 31, April 1 to 3 (24), 7 to 10 (28), 13, 14. 17 days: 14 by the 20th, 23, 24, 25.
        assertThat(replay(history(
                        TWENTY_SEVEN,
                        "2026-03-30",
                        "received 2026-03-02",
                        "accepted 2026-03-02",
                        "extended 2026-03-30 10")))
                .isEqualTo("""
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":"2026-04-14",\
                        "promisedDue":"2026-03-25","deliveryDue":null,\
                        "used":20,"left":10,"lamp":"red","statutoryOverrun":false}
                        """);
    }

    @Test
    void jointHandlingMayBeExtendedByFifteenDays() throws IOException {
        // 30 days by April 14, 15 to 17 (33), 20 to 24 (38), 27 to 30 (42), May 6 to 9 (46, the 9th is worked), 11 to
        // 15
        // (51), 18 to 22 (56), 25 to 28 (60). Promised 30 + 15 = 45: May 8. Used: 3 to 6, 9, 10.
        assertThat(replay(history(
                        "\"statutoryDays\":45,\"promisedDays\":30",
                        "2026-03-10",
                        "received 2026-03-02",
                        "accepted 2026-03-02",
                        "extended 2026-03-10 15")))
                .isEqualTo("""
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":"2026-05-28",\
                        "promisedDue":"2026-05-08","deliveryDue":null,\
                        "used":6,"left":54,"lamp":"green","statutoryOverrun":false}
                        """);
    }

    @Test
    void theDecisionStopsTheClockAndStartsTheDelivery() throws IOException {
        // By the 20th 14 days. Delivery: 23 to 27 (5), 30, 31, April 1, 2, 3 (10).
        // By the 31st 21 days, one late. Delivery: April 1 to 3, 7 to 10 (7), 13, 14, 15.
        assertThat(replay(
                        history(
                                TWENTY_SEVEN,
                                "2026-05-01",
                                "received 2026-03-02",
                                "accepted 2026-03-02",
                                "decided 2026-03-20",
                                "delivered 2026-03-24"),
                        history(
                                TWENTY_SEVEN,
                                "2026-03-31",
                                "received 2026-03-02",
                                "accepted 2026-03-02",
                                "decided 2026-03-31")))
                .isEqualTo("""
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":"2026-03-30",\
                        "promisedDue":"2026-03-11","deliveryDue":"2026-04-03",\
                        "used":14,"left":6,"lamp":"done","statutoryOverrun":false}
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":"2026-03-30",\
                        "promisedDue":"2026-03-11","deliveryDue":"2026-04-15",\
                        "used":21,"left":-1,"lamp":"done","statutoryOverrun":true}
                        """);
    }

    @Test
    void aPeriodFromReceiptStartsOnTheReceiptOrTheLastSubmission() throws IOException {
        // Used from March 2: 3, 4, 5, 6. From the 11th (dates as after a correction above): 12, 13.
        var rules = TWENTY_SEVEN + ",\"clockStart\":\"receipt\"";
        assertThat(replay(
                        history(rules, "2026-03-06", "received 2026-03-02", "accepted 2026-03-06"),
                        history(
                                rules,
                                "2026-03-13",
                                "received 2026-03-02",
                                "correctionNotified 2026-03-03",
                                "correctionSubmitted 2026-03-11",
                                "accepted 2026-03-13")))
                .isEqualTo("""
                        {"acceptedOn":"2026-03-06","noticeDue":"2026-03-09","statutoryDue":"2026-03-30",\
                        "promisedDue":"2026-03-11","deliveryDue":null,\
                        "used":4,"left":16,"lamp":"green","statutoryOverrun":false}
                        {"acceptedOn":"2026-03-11","noticeDue":"2026-03-18","statutoryDue":"2026-04-09",\
                        "promisedDue":"2026-03-20","deliveryDue":null,\
                        "used":2,"left":18,"lamp":"green","statutoryOverrun":false}
                        """);
    }

    @Test
    void eventsAfterTheDayAskedAboutHaveNotHappenedYet() throws IOException {
        // Not even an impossible one: a second receipt on the 21st.
        assertThat(replay(history(
                        TWENTY_SEVEN,
                        "2026-03-03",
                        "received 2026-03-02",
                        "accepted 2026-03-04",
                        "decided 2026-03-20",
                        "received 2026-03-21")))
                .isEqualTo("""
                        {"acceptedOn":null,"noticeDue":"2026-03-09","statutoryDue":null,\
                        "promisedDue":null,"deliveryDue":null,\
                        "used":0,"left":20,"lamp":null,"statutoryOverrun":false}
                        """);
    }

    @Test
    void withoutAStatutoryLimitNothingIsLeftAndNothingOverruns() throws IOException {
        // One promised day, March 3: from the start at most one is left.
        var events = new String[] {"received 2026-03-02", "accepted 2026-03-02"};
        assertThat(replay(
                        history("\"promisedDays\":1", "2026-03-02", events),
                        history("\"statutoryDays\":null,\"promisedDays\":1", "2026-03-04", events)))
                .isEqualTo("""
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":null,\
                        "promisedDue":"2026-03-03","deliveryDue":null,\
                        "used":0,"left":null,"lamp":"yellow","statutoryOverrun":false}
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":null,\
                        "promisedDue":"2026-03-03","deliveryDue":null,\
                        "used":2,"left":null,"lamp":"red","statutoryOverrun":false}
                        """);
    }

    @Test
    void aPeriodInCalendarDaysCountsEveryDay() throws IOException {
        // 2 + 20 = 22, a Sunday, and 2 + 7 = 9; the notice period stays in working days.
        assertThat(replay(history(
                        TWENTY_SEVEN + ",\"unit\":\"calendarDays\"",
                        "2026-03-08",
                        "received 2026-03-02",
                        "accepted 2026-03-02")))
                .isEqualTo("""
                        {"acceptedOn":"2026-03-02","noticeDue":"2026-03-09","statutoryDue":"2026-03-22",\
                        "promisedDue":"2026-03-09","deliveryDue":null,\
                        "used":6,"left":14,"lamp":"yellow","statutoryOverrun":false}
                        """);
    }

    private String replay(String... histories) throws IOException {
        var file = Files.writeString(folder.resolve("histories.jsonl"), String.join("\n", histories));
        var answer = Answer.to("deadline", "replay", file.toString());
        assertThat(answer.problem()).isEmpty();
        assertThat(answer.status()).isZero();
        return answer.output();
    }
}
