package org.onewindow;

import java.time.Clock;
import java.time.ZoneId;
import java.util.TimeZone;
import org.onewindow.commandline.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The one-window service platform (一窗): starts everything in one process, or answers the command line. */
@SpringBootApplication(
        exclude = {
            UserDetailsServiceAutoConfiguration.class,
            ObservationAutoConfiguration.class // comes with the probes, and would watch every request for nobody
        })
public class OneWindow {

    /** Statutory dates and the office's hours are those of this zone, wherever the server stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static {
        // The engine stores timestamps without a zone, in that of the virtual machine.
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
    }

    public static void main(String[] args) {
        var status = CommandLine.answer(args);
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
        SpringApplication.run(OneWindow.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
