package org.onewindow.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.casefile.RefusedInput;
import org.springframework.util.unit.DataSize;

/** A file is taken only if the scanner of the settings has looked at it and found nothing. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scanners are shell scripts")
class VirusScanTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void receive() throws IOException {
        file = Files.writeString(folder.resolve("upload"), "content");
    }

    @Test
    void withoutAScannerNothingIsScanned() {
        assertThatCode(() -> scan().check(file)).doesNotThrowAnyException();
    }

    @Test
    void theScannerGetsTheFile() {
        scan("sh", "-c", "cp \"$0\" \"$0.seen\"; exit 0").check(file);
        assertThat(folder.resolve("upload.seen")).hasContent("content");
    }

    @Test
    void anInfectedFileIsRefused() {
        refuses(scan("sh", "-c", "exit 1"), "查出病毒");
    }

    @Test
    void withoutAnAnswerNothingIsTaken() {
        refuses(scan("sh", "-c", "exit 2"), "暂时不能查毒");
        refuses(scan("sh", "-c", "kill -9 $$"), "暂时不能查毒");
        refuses(scan("no-such-scanner"), "暂时不能查毒");
    }

    @Test
    void aScannerThatDoesNotEndIsEnded() {
        var limited = new VirusScan(settings(Duration.ZERO, "sh", "-c", "read line < /dev/zero"));
        refuses(limited, "暂时不能查毒");
    }

    private void refuses(VirusScan scan, String message) {
        assertThatThrownBy(() -> scan.check(file))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining(message)
                .hasMessageContaining("没有接收");
    }

    private static VirusScan scan(String... command) {
        return new VirusScan(settings(Duration.ofSeconds(60), command));
    }

    private static AttachmentSettings settings(Duration limit, String... command) {
        return new AttachmentSettings(DataSize.ofMegabytes(20), 100, Period.ofMonths(6), List.of(command), limit);
    }
}
