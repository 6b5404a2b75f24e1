package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    private Path folder;

    @Test
    void helpNamesEveryCommand() {
        for (var word : List.of("help", "--help")) {
            var answer = Answer.to(word);
            assertThat(answer.status()).isZero();
            assertThat(answer.problem()).isEmpty();
            assertThat(answer.output())
                    .startsWith("用法：")
                    .contains(
                            "calendar add",
                            "--batch",
                            "deadline replay",
                            "item template",
                            "item new",
                            "--interactive",
                            "item lint",
                            "item diff",
                            "item rehearse",
                            "check");
        }
    }

    @Test
    void anUnknownCommandIsToldTheKnownOnes() {
        Answer.to("calender", "add", "2026-02-12", "5").isNoneBecause("没有“calender add”这个命令");
        Answer.to("calendar").isNoneBecause("没有“calendar”这个命令");
        Answer.to("calendar", "subtract").isNoneBecause("calendar add");
        Answer.to("deadline").isNoneBecause("deadline replay");
    }

    @Test
    void optionsAreTheServers() {
        assertThat(CommandLine.answer()).isEmpty();
        assertThat(CommandLine.answer("--server.port=9090")).isEmpty();
        assertThat(CommandLine.answer("--spring.profiles.active=production", "help"))
                .isEmpty();
    }

    @Test
    void theApplicationAnswersInUtf8WhateverTheLocale() throws Exception {
        var histories =
                Files.writeString(folder.resolve("histories.jsonl"), "{\"promisedDays\":7,\"clockStart\":\"收件\"}");
        var answer = Answer.ofTheApplication(folder, "deadline", "replay", histories.toString());

        assertThat(answer.problem()).isEmpty();
        assertThat(answer.output()).isEqualTo("""
                {"error":"第1行：clockStart 应为 acceptance 或 receipt，而不是“收件”。"}
                """);
        assertThat(answer.status()).isZero();
    }

    @Test
    void theApplicationDoesNotStartOnAnUnknownWord() throws Exception {
        Answer.ofTheApplication(folder, "serve").isNoneBecause("没有“serve”这个命令");
    }
}
