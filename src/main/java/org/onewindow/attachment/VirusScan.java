package org.onewindow.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.onewindow.casefile.RefusedInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has files looked at by the virus scanner of the settings (病毒查杀), e.g. {@code clamdscan,--fdpass,--no-summary}. */
@Component
class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);

    private static final int CLEAN = 0;
    private static final int INFECTED = 1;
    private static final int NOT_ANSWERED = -1;

    private final AttachmentSettings settings;

    VirusScan(AttachmentSettings settings) {
        this.settings = settings;
    }

    /** @throws RefusedInput if the file is infected or could not be looked at; it does not name the file */
    void check(Path file) {
        if (settings.virusScan().isEmpty()) {
            return;
        }
        int status = run(file);
        if (status == INFECTED) {
            throw new RefusedInput("查出病毒，没有接收，请查杀后再传");
        }
        if (status != CLEAN) {
            LOG.error("the virus scanner {} ended with {}", settings.virusScan().get(0), status);
            throw new RefusedInput("暂时不能查毒，没有接收，请稍后再传；仍有问题的，请联系系统管理员");
        }
    }

    private int run(Path file) {
        var command = new ArrayList<String>(settings.virusScan());
        command.add(file.toString());
        try {
            return statusOf(command);
        } catch (IOException e) {
            LOG.error("the virus scanner could not be run", e);
            return NOT_ANSWERED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_ANSWERED;
        }
    }

    private int statusOf(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            return process.waitFor(settings.virusScanLimit().toMillis(), TimeUnit.MILLISECONDS)
                    ? process.exitValue()
                    : NOT_ANSWERED;
        } finally {
            process.destroyForcibly();
        }
    }
}
