package org.onewindow.background;

/** Gives rows from before an update what they would have been given since (补齐), beside the hall's work. */
public interface Completion {

    /** Under it the database knows that nothing is left; it stays as it is from version to version. */
    String name();

    /**
     * Does all that is left; whatever was done stays done if it breaks off.
     *
     * @return how many cases lacked something
     */
    int complete();
}
