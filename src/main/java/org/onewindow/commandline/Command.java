package org.onewindow.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Something that the command line can be asked for. */
interface Command {

    /** The one or two words that call it, e.g. {@code calendar add}: what it is about, and what to do with it. */
    String name();

    /** How to call it and what it answers, in Chinese. */
    List<Usage> usages();

    /**
     * Writes the answer, lines that end with {@code \n}. Nothing is written before it is clear that the call is right.
     *
     * @param arguments what follows the name
     * @return the exit status: 0, or 1 where a line of the input was refused and the others were answered
     * @throws WrongUsage if the call cannot be answered at all
     * @throws IOException if the answer cannot be written
     */
    int run(List<String> arguments, Writer answer) throws IOException;

    /**
     * One way to call a command.
     *
     * @param arguments what follows the name, e.g. {@code --batch 文件}
     * @param meaning what the answer is
     */
    record Usage(String arguments, String meaning) {}
}
