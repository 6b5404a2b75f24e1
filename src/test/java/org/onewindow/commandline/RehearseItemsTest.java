package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.catalog.ItemFiles;
import org.springframework.util.FileSystemUtils;

/** The shipped items and spoilt ones, rehearsed by one call of the application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearseItemsTest {

    private static final Path SHIPPED = Path.of("processes", "items");
    private static final Path ITEMS = SHIPPED.resolve("social");
    private static final Path REGISTRATION = ITEMS.resolve("physician-registration");

    /** Of a host where a server is set up: nothing of it may reach a rehearsal. */
    private static final Map<String, String> SERVER = Map.of(
            "SPRING_PROFILES_ACTIVE", "production",
            "SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/production",
            "ONEWINDOW_DB_URL", "jdbc:postgresql://localhost:1/production",
            "ONEWINDOW_DB_USER", "onewindow",
            "ONEWINDOW_DB_PASSWORD", "Lv4!shuiBei-Xi");

    private Path folder;
    private Answer answer;

    @BeforeAll
    void rehearse(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        FileSystemUtils.copyRecursively(SHIPPED, folder.resolve("items"));
        copy(
                REGISTRATION,
                "b-no-way-on",
                process(p -> p.replace("${outcome == \"return\"}", "${outcome == \"back\"}")));
        copy(REGISTRATION, "c-nobody", process(p -> p.replace("${department}-reviewers", "health-commission-chiefs")));
        copy(ITEMS.resolve("minimum-living-allowance"), "d-too-long", text -> text.replace(
                        "statutoryDays: 30", "statutoryDays: 4")
                .replace("promisedDays: 25", "promisedDays: 4"));
        copy(REGISTRATION, "e-stands-still", process(p -> p.replace(
                        "<bpmn:endEvent id=\"event_decided\"", "<bpmn:receiveTask name=\"等候通知\" id=\"event_decided\"")
                .replaceAll("(?s)(<bpmn:receiveTask.*?)</bpmn:endEvent>", "$1</bpmn:receiveTask>")));
        copy(
                REGISTRATION,
                "f-never",
                process(p -> p.replace(
                        "sourceRef=\"gateway_decision\" targetRef=\"task_makeCertificate\"",
                        "sourceRef=\"gateway_decision\" targetRef=\"task_issuance\"")));
        answer = Answer.ofTheApplication(folder, SERVER, "item", "rehearse", "items");
    }

    @Test
    void theServersDatabaseIsNotTouched() {
        assertThat(answer.output())
                .as("started with the environment of a production server")
                .contains("演练了");
    }

    @Test
    void aStepThatNoPathComesToIsAFault() {
        assertThat(report("f-never")).contains("问题：没有一条路径走到“制证”");
    }

    @Test
    void everyShippedItemCanBeHandledOnEveryPath() throws IOException {
        try (var files = Files.walk(SHIPPED)) {
            var items = files.filter(file -> file.endsWith(ItemFiles.PAGE))
                    .map(page -> page.getParent().getFileName().toString())
                    .toList();
            assertThat(items).hasSizeGreaterThanOrEqualTo(16).allSatisfy(item -> assertThat(report(item))
                    .contains("没有发现问题")
                    .doesNotContain("问题："));
        }
    }

    @Test
    void anItemIsShownWithSituationsPathsPeopleDaysAndEnds() {
        var report = report("old-age-allowance");
        assertThat(report)
                .contains("法定时限未规定，承诺时限15个工作日", "由代办人提交申请：是", "代办人身份证", "没有发现问题")
                .contains("办结（准予）", "办结（不予）", "不予受理", "不受理", "已撤件", "逾期未补正，视为撤回")
                .contains("五个工作日期满", "民政局决定岗甲）", "人工分办（分办岗甲）")
                .doesNotContain("没有走到的环节", "问题：");
    }

    @Test
    void anOutcomeWithoutAWayOnIsAFault() {
        assertThat(report("b-no-way-on")).contains("问题：“审核”选“退回承办”之后无法继续：网关的条件都不成立");
    }

    @Test
    void aTaskThatNobodyMayDoIsAFault() {
        assertThat(report("c-nobody")).contains("问题：“审核”无人能办：岗位组“health-commission-chiefs”不在机构名录中", "没有一条路径能办到准予");
    }

    @Test
    void aPathBeyondTheStatutoryLimitIsAFault() {
        assertThat(report("d-too-long")).contains("问题：超过法定时限：法定4日");
    }

    @Test
    void aPlaceThatNothingLeadsOutOfIsAFault() {
        assertThat(report("e-stands-still")).contains("问题：死路：停在“等候通知”");
    }

    @Test
    void faultsMakeTheCallFail() {
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.problem()).isEmpty();
        assertThat(answer.output()).as("nothing is logged between the answers").doesNotContain(" INFO ");
    }

    @Test
    void nothingIsLeftBehind() {
        assertThat(folder).isDirectoryNotContaining(path -> !List.of("items", "output", "problem")
                .contains(path.getFileName().toString()));
    }

    @Test
    void aFolderWithoutItemsIsWrongUsage() {
        Answer.to("item", "rehearse").isNoneBecause("需要一个路径");
        Answer.to("item", "rehearse", "docs").isNoneBecause("没有事项");
    }

    /** The part of the answer that is about an item. */
    private String report(String item) {
        var about = answer.output().substring(answer.output().indexOf("（" + item + "，"));
        int end = about.indexOf("\n演练了");
        return about.substring(0, about.indexOf('\n', end + 1));
    }

    private static UnaryOperator<String> process(UnaryOperator<String> change) {
        return text -> text.contains("<bpmn:definitions") ? change.apply(text) : text;
    }

    /** Under a code of its own, so that all of them are in force side by side. */
    private void copy(Path from, String code, UnaryOperator<String> change) throws IOException {
        var to = Files.createDirectories(folder.resolve("items/spoilt").resolve(code));
        var name = from.getFileName().toString();
        for (var file : ItemFiles.NAMES) {
            var text = Files.readString(from.resolve(file)).replace(name, code);
            Files.writeString(to.resolve(file), change.apply(text));
        }
    }
}
