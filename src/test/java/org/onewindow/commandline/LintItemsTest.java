package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintItemsTest {

    private static final Path PERMIT = Path.of("processes/items/social/public-health-permit");

    @TempDir
    private Path folder;

    @Test
    void itemsWithoutFaultsHaveStatusZero() {
        assertThat(Answer.to("item", "lint")).satisfies(answer -> {
            assertThat(answer.status()).isZero();
            assertThat(answer.output()).startsWith("检查了").contains("没有发现问题");
        });
        assertThat(Answer.to("item", "lint", PERMIT.toString()).output()).startsWith("检查了1个事项");
    }

    @Test
    void aFaultIsToldInWordsAndGivesStatusOne() throws IOException {
        var item = broken();
        var answer = Answer.to("item", "lint", folder.toString());
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.problem()).isEmpty();
        assertThat(answer.output())
                .contains(item + "/item.yaml:" + line(item) + " materials[0].copies [material-copies]")
                .contains("    原因：")
                .contains("    办法：")
                .endsWith("检查了1个事项，发现1处问题。\n");
    }

    @Test
    void aFaultIsToldInJson() throws IOException {
        var item = broken();
        var answer = Answer.to("item", "lint", item.toString(), "--format", "json");
        assertThat(answer.status()).isEqualTo(1);
        var report = new ObjectMapper().readTree(answer.output());
        assertThat(report.path("items").asInt()).isEqualTo(1);
        assertThat(report.path("findings")).hasSize(1);
        var finding = report.at("/findings/0");
        assertThat(finding.path("file").asText()).isEqualTo(item + "/item.yaml");
        assertThat(finding.path("line").asInt()).isEqualTo(line(item));
        assertThat(finding.path("place").asText()).isEqualTo("materials[0].copies");
        assertThat(finding.path("rule").asText()).isEqualTo("material-copies");
        assertThat(finding.path("why").asText()).contains("若干");
        assertThat(finding.path("remedy").asText()).isNotBlank();
    }

    @Test
    void aFaultIsToldInSarif() throws IOException {
        var item = broken();
        var answer = Answer.to("item", "lint", "--format=sarif", item.toString());
        assertThat(answer.status()).isEqualTo(1);
        var report = new ObjectMapper().readTree(answer.output());
        assertThat(report.path("version").asText()).isEqualTo("2.1.0");
        var result = report.at("/runs/0/results/0");
        assertThat(result.path("ruleId").asText()).isEqualTo("material-copies");
        assertThat(report.at("/runs/0/tool/driver/rules")
                        .path(result.path("ruleIndex").asInt())
                        .path("id")
                        .asText())
                .isEqualTo("material-copies");
        assertThat(result.path("level").asText()).isEqualTo("error");
        var location = result.at("/locations/0/physicalLocation");
        assertThat(location.at("/artifactLocation/uri").asText())
                .startsWith("file:/")
                .endsWith("/item.yaml");
        assertThat(location.at("/region/startLine").asInt()).isEqualTo(line(item));
    }

    @Test
    void aWrongCallIsToldTheRightUsage() {
        Answer.to("item", "lint", folder.resolve("nowhere").toString()).isNoneBecause("没有文件夹");
        Answer.to("item", "lint", folder.toString()).isNoneBecause("没有事项");
        Answer.to("item", "lint", "--format", "xml").isNoneBecause("--format 应为");
        Answer.to("item", "lint", "--format").isNoneBecause("--format 应为");
        Answer.to("item", "lint", "--strict").isNoneBecause("--strict");
        Answer.to("item", "lint", "one", "two").isNoneBecause("two");
        Answer.to("item", "lint", "\0").isNoneBecause("没有文件夹");
    }

    private Path broken() throws IOException {
        var item = Files.createDirectory(folder.resolve("public-health-permit"));
        try (var files = Files.list(PERMIT)) {
            for (var file : files.toList()) {
                var text = Files.readString(file).replaceFirst("copies: 1", "copies: 若干");
                Files.writeString(item.resolve(file.getFileName()), text);
            }
        }
        return item;
    }

    private static int line(Path item) throws IOException {
        return Files.readAllLines(item.resolve("item.yaml")).indexOf("    copies: 若干") + 1;
    }
}
