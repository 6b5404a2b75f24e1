package org.onewindow.bench;

/** Something that carries cases from their start to their end. */
interface Contender extends AutoCloseable {

    /** How the report names it, e.g. {@code B0}. */
    String name();

    /** What a whole case is, in words. */
    String description();

    /** Starts a case and leaves it open, somewhere on its way. */
    void open(int number);

    /** Carries a case from its start to its end. */
    void complete(Timings timings);

    @Override
    void close();
}
