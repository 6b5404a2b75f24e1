package org.onewindow.storage;

import java.io.Serial;

/** The file store cannot do what was asked of it, and nothing was written; the message is Chinese and names the remedy. */
public class FileStoreFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    FileStoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    FileStoreFailure(String message) {
        super(message);
    }
}
