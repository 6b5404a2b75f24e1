package org.onewindow.bench.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.onewindow.workflow.check.CaseCheck;

/**
 * What the database holds after a fault, against what clients were told.
 *
 * @param lost acknowledged steps that are not there
 * @param doubled steps that are there more than once
 * @param findings what the application's own checker says
 */
record Verdict(int acknowledged, List<String> lost, List<String> doubled, List<String> findings) {

    static Verdict of(Server server, Crowd crowd) {
        var told = crowd.acknowledged();
        var written = new HashMap<Crowd.Acknowledged, Integer>();
        var steps = Permit.STEPS.stream().map(step -> "'" + step.task() + "'").collect(Collectors.joining(","));
        var jdbc = server.jdbc();
        jdbc.query(
                "select case_number, step, count(*) from case_step where step in (" + steps + ") group by 1, 2",
                row -> {
                    written.put(new Crowd.Acknowledged(row.getString(1), row.getString(2)), row.getInt(3));
                });
        jdbc.query("select case_number from case_file", row -> {
            written.put(new Crowd.Acknowledged(row.getString(1), Crowd.Acknowledged.RECEIPT), 1);
        });
        var doubled = new ArrayList<String>();
        written.forEach((step, times) -> {
            if (times > 1) {
                doubled.add(step.toString());
            }
        });
        var once = new HashSet<Crowd.Acknowledged>();
        told.stream().filter(step -> !once.add(step)).forEach(step -> doubled.add("told twice: " + step));
        var findings = new ArrayList<String>();
        CaseCheck.run(Node.database(server), finding -> findings.add(finding.toString()));
        return new Verdict(
                told.size(),
                told.stream().filter(step -> !written.containsKey(step)).map(Object::toString).toList(),
                doubled,
                findings);
    }

    boolean isGood() {
        return lost.isEmpty() && doubled.isEmpty() && findings.isEmpty();
    }
}
