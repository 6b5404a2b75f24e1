package org.onewindow.document;

import java.io.Serial;

/** A PDF cannot be made as things are. The paper itself stands; its PDF is made once the cause named here is removed. */
public class CannotBeMade extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CannotBeMade(String problem) {
        super(problem);
    }

    CannotBeMade(String problem, Throwable cause) {
        super(problem, cause);
    }
}
