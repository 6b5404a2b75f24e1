package org.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a call of the command line gave. */
record Answer(int status, String output, String problem) {

    static Answer to(String... arguments) {
        var output = new ByteArrayOutputStream();
        var problem = new ByteArrayOutputStream();
        int status = new CommandLine().run(List.of(arguments), output, problem);
        return new Answer(status, output.toString(StandardCharsets.UTF_8), problem.toString(StandardCharsets.UTF_8));
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
