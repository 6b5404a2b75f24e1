package org.onewindow.workflow.step;

import org.camunda.bpm.engine.impl.context.Context;
import org.onewindow.casefile.CaseStep;

/** Who acts in the current command. */
final class Actor {

    private Actor() {}

    /** The account that is logged in, or the system's own for a timer. */
    static String current() {
        var user = Context.getCommandContext().getAuthentication();
        return user == null ? CaseStep.SYSTEM : user.getUserId();
    }
}
