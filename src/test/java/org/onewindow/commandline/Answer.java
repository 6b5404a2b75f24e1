package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.OneWindow;

/** What a call of the command line gave. */
record Answer(int status, String output, String problem) {

    static Answer to(String... arguments) {
        var output = new ByteArrayOutputStream();
        var problem = new ByteArrayOutputStream();
        int status = new CommandLine().run(List.of(arguments), output, problem);
        return new Answer(status, output.toString(StandardCharsets.UTF_8), problem.toString(StandardCharsets.UTF_8));
    }

    /** That of the application in a process of its own, without the tests' classes, in the locale of a bare system. */
    static Answer ofTheApplication(Path folder, String... arguments) throws IOException, InterruptedException {
        return ofTheApplication(folder, Map.of(), arguments);
    }

    static Answer ofTheApplication(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(java, "-cp", classPath, OneWindow.class.getName()));
        command.addAll(List.of(arguments));
        var output = folder.resolve("output");
        var problem = folder.resolve("problem");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(problem.toFile());
        process.environment().put("LC_ALL", "C");
        process.environment().putAll(environment);
        int status = process.start().waitFor();
        return new Answer(
                status,
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(problem, StandardCharsets.UTF_8));
    }

    /** A problem is told with the right usage, without an answer and without a stack trace. */
    void isNoneBecause(String problem) {
        assertThat(status).isEqualTo(2);
        assertThat(output).isEmpty();
        assertThat(this.problem)
                .contains(problem)
                .contains("java -jar one-window.jar")
                .doesNotContain("Exception");
    }
}
