package org.onewindow.commandline;

/** A call that cannot be answered: unknown, incomplete, or of a file that cannot be read. The message is Chinese. */
class WrongUsage extends RuntimeException {

    WrongUsage(String problem) {
        super(problem);
    }

    WrongUsage(String problem, Throwable cause) {
        super(problem, cause);
    }
}
