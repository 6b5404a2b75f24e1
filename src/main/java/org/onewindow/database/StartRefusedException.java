package org.onewindow.database;

import java.io.Serial;

/** The application cannot start as it is set up; names the cause and the remedy in Chinese, for an administrator. */
class StartRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    StartRefusedException(String cause, String remedy) {
        super(cause);
        this.remedy = remedy;
    }

    StartRefusedException(String cause, String remedy, Throwable origin) {
        super(cause, origin);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
