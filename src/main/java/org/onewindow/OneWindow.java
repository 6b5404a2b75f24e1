package org.onewindow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one-window service platform (一窗): starts everything in one process. */
@SpringBootApplication
public class OneWindow {

    public static void main(String[] args) {
        SpringApplication.run(OneWindow.class, args);
    }
}
