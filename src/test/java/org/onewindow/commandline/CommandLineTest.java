package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.OneWindow;

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
                            "item lint");
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
        var answer = application("deadline", "replay", histories.toString());

        assertThat(answer.problem()).isEmpty();
        assertThat(answer.output()).isEqualTo("""
                {"error":"第1行：clockStart 应为 acceptance 或 receipt，而不是“收件”。"}
                """);
        assertThat(answer.status()).isZero();
    }

    @Test
    void theApplicationDoesNotStartOnAnUnknownWord() throws Exception {
        application("serve").isNoneBecause("没有“serve”这个命令");
    }

    /** The application in a process of its own, in the locale of a bare system. */
    private Answer application(String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), OneWindow.class.getName()));
        command.addAll(List.of(arguments));
        var output = folder.resolve("output");
        var problem = folder.resolve("problem");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(problem.toFile());
        process.environment().put("LC_ALL", "C");
        int status = process.start().waitFor();
        return new Answer(
                status,
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(problem, StandardCharsets.UTF_8));
    }
}
