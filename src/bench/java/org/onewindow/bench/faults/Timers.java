package org.onewindow.bench.faults;

import java.time.Duration;
import java.util.List;

/**
 * The deadline timers of open cases, made due before their time: each node's job executor takes them while the fault strikes.
 * One that went off finds nothing to raise and is wound up again, once; a second one of the same case is a finding of the
 * checker.
 */
final class Timers {

    private static final Duration LIMIT = Duration.ofMinutes(7); // a killed node's jobs are locked for five

    private final Server server;

    Timers(Server server) {
        this.server = server;
    }

    /** The jobs that are due now. */
    List<String> makeDue(int most) {
        return server.jdbc().queryForList("""
                        update act_ru_job set duedate_ = localtimestamp, rev_ = rev_ + 1 where id_ in (
                            select j.id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                            where d.act_id_ = 'event_deadlineNears' and j.lock_owner_ is null limit ? for update of j skip locked)
                        returning id_""", String.class, most);
    }

    /** Waits until all have gone off or their cases have ended. @return seconds that it took */
    double awaitFired(List<String> jobs) throws InterruptedException {
        long from = System.nanoTime();
        var list = String.join(",", jobs);
        while (left(list) > 0) {
            if (System.nanoTime() - from > LIMIT.toNanos()) {
                throw new IllegalStateException("timers did not go off");
            }
            Thread.sleep(500);
        }
        return (System.nanoTime() - from) / 1e9;
    }

    private int left(String list) {
        var left = server.jdbc().queryForObject("select count(*) from act_ru_job where id_ = any (string_to_array(?, ','))"
                + " and duedate_ <= localtimestamp and retries_ > 0", Integer.class, list);
        return left == null ? 0 : left;
    }
}
