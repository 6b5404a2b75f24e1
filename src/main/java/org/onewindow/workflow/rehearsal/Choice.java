package org.onewindow.workflow.rehearsal;

/**
 * What may happen at a place of the process.
 *
 * @param place the id of the task or of the timer's event
 * @param outcome the value of the form's outcome; empty where the form has none, and for a timer
 * @param label the outcome or the event in words
 */
record Choice(String place, String outcome, String label, boolean isTimer) {

    static Choice timer(String event, String name) {
        return new Choice(event, "", name, true);
    }

    static Choice outcome(String task, String outcome, String label) {
        return new Choice(task, outcome, label, false);
    }
}
