package org.onewindow.commandline;

/** A line of the input is refused; the others go on. The message is Chinese and begins with where the fault is. */
class InvalidLine extends RuntimeException {

    InvalidLine(String where, String problem) {
        super(where + "：" + problem);
    }
}
