package org.onewindow.bench.faults;

import java.time.Duration;

/** The PDFs that are made after their steps, by any node. */
final class Papers {

    /** A paper that could not be made is taken up again after two minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Server server;

    Papers(Server server) {
        this.server = server;
    }

    /** Waits until there is no paper without its PDF. @return seconds that it took */
    double awaitMade() throws InterruptedException {
        long from = System.nanoTime();
        long moved = from;
        int before = Integer.MAX_VALUE;
        for (int left = left(); left > 0; left = left()) {
            if (left < before) {
                moved = System.nanoTime();
                before = left;
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new IllegalStateException(left + " papers have no PDF, and none is made");
            }
            Thread.sleep(200);
        }
        return (System.nanoTime() - from) / 1e9;
    }

    /** Those without. */
    int left() {
        var left = server.jdbc().queryForObject("select count(*) from document where file_hash is null", Integer.class);
        return left == null ? 0 : left;
    }
}
