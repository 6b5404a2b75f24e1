package org.onewindow.workflow.form;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.onewindow.casefile.RefusedInput;
import org.springframework.stereotype.Component;

/** Carries a checked submission from the form to the task's guard, within the thread of one command. */
@Component
public class Submissions {

    private record Held(CommandContext command, String taskId, Submission submission) {}

    private final ThreadLocal<Held> current = new ThreadLocal<>();

    void hold(String taskId, Submission submission) {
        current.set(new Held(Context.getCommandContext(), taskId, submission));
    }

    /** @throws RefusedInput if the task is being completed without its form */
    public Submission take(String taskId) {
        var held = current.get();
        current.remove();
        // What an earlier command held and never took, because something stopped it on the way, is not this one's.
        if (held == null
                || held.command() != Context.getCommandContext()
                || !held.taskId().equals(taskId)) {
            throw new RefusedInput("任务只能通过它的表单办理，请打开任务填写表单后提交");
        }
        return held.submission();
    }
}
