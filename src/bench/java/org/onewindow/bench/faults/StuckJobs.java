package org.onewindow.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.onewindow.workflow.check.CaseCheck;
import org.onewindow.workflow.check.Finding;
import org.onewindow.workflow.check.Finding.Kind;

/** Jobs that cannot succeed for a while: they become incidents that the checker names, and go on when they are retried. */
final class StuckJobs {

    private static final int JOBS = 5;

    private final Server server;
    private final Clerk administrator;

    StuckJobs(Server server, List<Node> nodes) {
        this.server = server;
        this.administrator = new Clerk("admin", nodes, 0);
    }

    /** Nobody works meanwhile: without its ledger no case goes on. @return a line on how it went */
    String rehearse() throws InterruptedException {
        var jdbc = server.jdbc();
        jdbc.execute("alter table clock_event rename to clock_event_away");
        List<String> jobs;
        try {
            jobs = new Timers(server).makeDue(JOBS);
            new Timers(server).awaitFired(jobs);
        } finally {
            jdbc.execute("alter table clock_event_away rename to clock_event");
        }
        var stuck = findings();
        int incidents = count("select count(*) from act_ru_incident");
        for (var job : jobs) {
            administrator.call("PUT", "job/" + job + "/retries", Map.of("retries", 1));
        }
        new Timers(server).awaitFired(jobs);
        var after = findings();
        if (incidents != jobs.size()) {
            throw new IllegalStateException(jobs.size() + " jobs failed, and there were " + incidents + " incidents");
        }
        return "%d jobs failed until they had no retries left: %d incidents, %d named by the checker as 待处理, %d disagreements; after a retry through Cockpit's interface %d incidents, %d findings"
                .formatted(jobs.size(), incidents, stuck.stream().filter(finding -> finding.kind() == Kind.STUCK).count(), stuck.stream().filter(finding -> finding.kind() == Kind.DISAGREEMENT).count(), count("select count(*) from act_ru_incident"), after.size());
    }

    private List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        CaseCheck.run(Node.database(server), findings::add);
        return findings;
    }

    private int count(String query) {
        var count = server.jdbc().queryForObject(query, Integer.class);
        return count == null ? 0 : count;
    }
}
