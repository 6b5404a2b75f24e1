package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/**
 * The documentation is built from committed snippets, so that it is complete where no test has run. This compares them
 * with what the tests wrote.
 */
final class CommittedSnippets {

    private static final Path GENERATED = Path.of("target/generated-snippets");
    private static final Path COMMITTED = Path.of("src/docs/snippets");

    private CommittedSnippets() {}

    static void clear() throws IOException {
        FileSystemUtils.deleteRecursively(GENERATED);
    }

    static void compare() throws IOException {
        if (Boolean.parseBoolean(System.getProperty("snippets.accept"))) {
            FileSystemUtils.deleteRecursively(COMMITTED);
            FileSystemUtils.copyRecursively(GENERATED, COMMITTED);
        }
        assertThat(read(COMMITTED))
                .as("the interface differs from its documentation; if that is meant, accept the new snippets with"
                        + " mvn test -Dtest=ApiDocumentationTest -Dsnippets.accept=true and commit src/docs/snippets")
                .isEqualTo(read(GENERATED));
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(path).toString(),
                        Files.readString(path).replace("\r\n", "\n"));
            }
        }
        return files;
    }
}
