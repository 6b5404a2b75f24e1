package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.commandline.Histories.TWENTY_SEVEN;
import static org.onewindow.commandline.Histories.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineReplayErrorsTest {

    private static final String GOOD = history(TWENTY_SEVEN, "2026-03-02", "received 2026-03-02");

    @TempDir
    private Path folder;

    @Test
    void everyLineIsAnsweredInItsPlace() throws IOException {
        var answers = replay(GOOD + "\n\n{\n  \nnull\n[]\n" + GOOD + GOOD + "\n" + GOOD);

        assertThat(answers).hasSize(8);
        assertThat(answers.get(0))
                .isEqualTo(answers.get(7))
                .startsWith("{\"acceptedOn\":null,\"noticeDue\":\"2026-03-09\"");
        assertThat(error(answers.get(1))).startsWith("第2行").contains("空行");
        assertThat(error(answers.get(2))).startsWith("第3行").contains("不是合法的 JSON");
        assertThat(error(answers.get(3))).startsWith("第4行").contains("空行");
        assertThat(error(answers.get(4))).startsWith("第5行").contains("应为 JSON 对象");
        assertThat(error(answers.get(5))).startsWith("第6行").contains("应为 JSON 对象");
        assertThat(error(answers.get(6))).startsWith("第7行").contains("不是合法的 JSON");
    }

    @Test
    void aFinalEmptyLineIsALineToo() throws IOException {
        assertThat(replay(GOOD + "\n")).hasSize(1);
        assertThat(replay(GOOD + "\n\n")).hasSize(2);
        assertThat(replay("")).isEmpty();
    }

    @Test
    void aFileFromAnotherEditorIsReadAlike() throws IOException {
        assertThat(replay("\uFEFF" + GOOD + "\r\n" + GOOD + "\r\n")).isEqualTo(replay(GOOD + "\n" + GOOD));
    }

    @Test
    void anImpossibleEventIsNamedWithItsPositionAndType() throws IOException {
        assertThat(event("received 2026-03-02", "accepted 2026-03-03", "received 2026-03-02"))
                .startsWith("第1行第3个事件")
                .contains("（received）", "2026-03-02")
                .contains("早于前一事件的日期");
        assertThat(event("accepted 2026-03-02")).startsWith("第1行第1个事件").contains("（accepted）", "2026-03-02");
        assertThat(event("received 2026-03-02", "received 2026-03-02")).startsWith("第1行第2个事件");
        assertThat(event("received 2026-03-02", "decided 2026-03-02"))
                .startsWith("第1行第2个事件")
                .contains("decided");
        assertThat(event("received 2026-03-02", "accepted 2026-03-02", "extended 2026-03-31 10"))
                .startsWith("第1行第3个事件")
                .contains("2026-03-30 已届满");
        assertThat(event("received 2026-03-02", "accepted 2026-03-02", "extended 2026-03-30 11"))
                .startsWith("第1行第3个事件")
                .contains("1至10日");
        assertThat(event(
                        "received 2026-03-02", "accepted 2026-03-02", "extended 2026-03-03 1", "extended 2026-03-04 1"))
                .startsWith("第1行第4个事件")
                .contains("只能延期一次");
    }

    @Test
    void anExtensionLimitThatIsGivenCounts() throws IOException {
        var joint = "\"statutoryDays\":45,\"promisedDays\":30,\"extensionLimit\":10";
        assertThat(error(history(
                        joint, "2026-04-01", "received 2026-03-02", "accepted 2026-03-02", "extended 2026-03-03 15")))
                .contains("1至10日");
    }

    @Test
    void anEventThatIsNoneIsNamedWithWhatWasGiven() throws IOException {
        assertThat(event("received 2026-03-02", "closed 2026-03-03"))
                .startsWith("第1行第2个事件（closed）")
                .contains("correctionNotified");
        assertThat(event("received 2026-03-02", "specialProcedureStarted 2026-03-03 现场踏勘"))
                .startsWith("第1行第2个事件（specialProcedureStarted）")
                .contains("现场踏勘")
                .contains("专家评审");
        assertThat(event("received 2026-02-30"))
                .startsWith("第1行第1个事件（received）")
                .contains("2026-02-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "{}",
                "{'on':'2026-03-02'}",
                "{'type':7,'on':'2026-03-02'}",
                "{'type':'received'}",
                "{'type':'received','on':null}",
                "{'type':'received','on':20260302}",
                "{'type':'received','on':'2026-3-2'}",
                "{'type':'received','on':'2026-03-02T08:00'}",
                "{'type':'extended','on':'2026-03-02'}",
                "{'type':'extended','on':'2026-03-02','days':'5'}",
                "{'type':'extended','on':'2026-03-02','days':5.0}",
                "{'type':'extended','on':'2026-03-02','days':5,'reason':7}",
                "{'type':'extended','on':'2026-03-02','days':5,'approvedBy':['x']}",
                "{'type':'specialProcedureStarted','on':'2026-03-02'}",
                "{'type':'specialProcedureStarted','on':'2026-03-02','procedure':'听证','plannedDays':'5'}",
                "{'type':'specialProcedureStarted','on':'2026-03-02','procedure':'听证','notice':5}",
            })
    void aFieldOfAnEventThatIsMissingOrIllTypedIsAnError(String event) throws IOException {
        var line = "{" + TWENTY_SEVEN + ",'asOf':'2026-03-20','events':[{'type':'received','on':'2026-03-02'}," + event
                + "]}";
        assertThat(error(line.replace('\'', '"'))).startsWith("第1行第2个事件");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'statutoryDays':20,'events':[],'asOf':'2026-03-02'",
                "'promisedDays':null,'events':[],'asOf':'2026-03-02'",
                "'promisedDays':'7','events':[],'asOf':'2026-03-02'",
                "'promisedDays':7.5,'events':[],'asOf':'2026-03-02'",
                "'promisedDays':7.0,'events':[],'asOf':'2026-03-02'",
                "'promisedDays':true,'events':[],'asOf':'2026-03-02'",
                "'promisedDays':-1,'events':[],'asOf':'2026-03-02'",
                "'promisedDays':7,'promisedDays':8,'events':[],'asOf':'2026-03-02'",
                "'statutoryDays':'20','promisedDays':7,'events':[],'asOf':'2026-03-02'",
                "'statutoryDays':-20,'promisedDays':7,'events':[],'asOf':'2026-03-02'",
                "'statutoryDays':2147483647,'promisedDays':7,'events':[],'asOf':'2026-03-02'",
                "'statutoryDays':99999999999,'promisedDays':7,'events':[],'asOf':'2026-03-02'",
                "'promisedDays':7,'clockStart':'submission','events':[],'asOf':'2026-03-02'",
                "'promisedDays':7,'clockStart':1,'events':[],'asOf':'2026-03-02'",
                "'promisedDays':7,'unit':'weeks','events':[],'asOf':'2026-03-02'",
                "'promisedDays':7,'extensionLimit':'15','events':[],'asOf':'2026-03-02'",
                "'promisedDays':7,'asOf':'2026-03-02'",
                "'promisedDays':7,'events':{},'asOf':'2026-03-02'",
                "'promisedDays':7,'events':[]",
                "'promisedDays':7,'events':[],'asOf':'today'",
            })
    void aFieldOfALineThatIsMissingOrIllTypedIsAnError(String fields) throws IOException {
        assertThat(error("{" + fields.replace('\'', '"') + "}")).startsWith("第1行：");
    }

    @Test
    void aWrongCallIsToldTheRightUsage() {
        Answer.to("deadline", "replay").isNoneBecause("需要一个文件");
        Answer.to("deadline", "replay", "one", "two").isNoneBecause("需要一个文件");
        Answer.to("deadline", "replay", folder.toString()).isNoneBecause("无法读取文件");
    }

    private String event(String... events) throws IOException {
        return error(history(TWENTY_SEVEN, "2026-05-01", events));
    }

    /** The error that answers a single line, or an answer that is nothing else. */
    private String error(String line) throws IOException {
        var answer = line.startsWith("{\"error\"") ? line : replay(line).get(0);
        var json = new ObjectMapper().readTree(answer);
        assertThat(json.fieldNames()).toIterable().containsExactly("error");
        return json.get("error").textValue();
    }

    private List<String> replay(String lines) throws IOException {
        var file = Files.writeString(folder.resolve("histories.jsonl"), lines);
        var answer = Answer.to("deadline", "replay", file.toString());
        assertThat(answer.problem()).isEmpty();
        assertThat(answer.status()).isZero();
        return answer.output().lines().toList();
    }
}
