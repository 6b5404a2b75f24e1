package org.onewindow.bench.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.workflow.check.CaseCheck;

/**
 * What the database holds after a fault, against what clients were told.
 *
 * @param acknowledged steps
 * @param uploads acknowledged ones
 * @param lost acknowledged steps and uploads that are not there
 * @param doubled steps that are there more than once
 * @param withoutFile rows of attachments and papers without their file, and files that are not what their name says
 * @param findings what the application's own checker says
 * @param stuck cases that did not go on when all was well again
 */
record Verdict(int acknowledged, int uploads, List<String> lost, List<String> doubled, List<String> withoutFile, List<String> findings, List<String> stuck) {

    static Verdict of(Server server, Crowd crowd, Uploads uploads, KeptFiles kept, List<String> stuck) throws IOException {
        var told = crowd.acknowledged();
        var added = uploads.added();
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
        var attached = new HashSet<Uploads.Added>();
        jdbc.query("select case_number, sha256 from attachment where removed_at is null", row -> {
            attached.add(new Uploads.Added(row.getString(1), row.getString(2)));
        });
        var lost = new ArrayList<String>();
        told.stream().filter(step -> !written.containsKey(step)).forEach(step -> lost.add(step.toString()));
        added.stream().filter(upload -> !attached.contains(upload)).forEach(upload -> lost.add(upload.toString()));
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
                added.size(),
                lost,
                doubled,
                kept.faults(jdbc),
                findings,
                stuck);
    }

    boolean isGood() {
        return Stream.of(lost, doubled, withoutFile, findings, stuck).allMatch(List::isEmpty);
    }
}
