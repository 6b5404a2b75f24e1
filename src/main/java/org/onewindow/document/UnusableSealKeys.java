package org.onewindow.document;

import java.io.Serial;

/** The application cannot seal with the keys that it was given; nothing is issued that could not be sealed. */
class UnusableSealKeys extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnusableSealKeys(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
