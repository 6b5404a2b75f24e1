package org.onewindow.bench.faults;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.onewindow.OneWindow;

/** Something that goes wrong at a random moment, and what whoever runs the place does about it. */
enum Fault {
    NODE_KILLED("a node is killed (kill -9), started again") {
        @Override
        void strike(Place place, Random random) {
            any(place.nodes(), random).kill();
        }

        @Override
        String repair(Place place) throws Exception {
            for (var node : place.nodes()) {
                node.startIfGone();
            }
            return "";
        }
    },
    DATABASE_KILLED("PostgreSQL is killed (kill -9 of all its processes), started again") {
        @Override
        void strike(Place place, Random random) throws Exception {
            place.server().kill();
            place.server().start();
        }
    },
    CONNECTIONS_CUT("all connections to the database are cut") {
        @Override
        void strike(Place place, Random random) {
            place.server().cutConnections();
        }
    },
    DISK_FULL("the disk of the file store is full, later has room again") {
        @Override
        Optional<String> obstacle(Place place) {
            return place.store().obstacle();
        }

        @Override
        void strike(Place place, Random random) throws Exception {
            int before = place.uploads().refused();
            place.store().fill();
            place.crowd().fault();
            await(() -> place.uploads().refused() >= before + REFUSALS, "uploads are not refused");
        }

        @Override
        String repair(Place place) throws Exception {
            int papers = new Papers(place.server()).left();
            place.store().free();
            long from = System.nanoTime();
            await(() -> place.uploads().isAddedSince(from), "uploads are not taken");
            return "%d papers waited for room, the first upload was taken %.2f s after there was some".formatted(papers, (System.nanoTime() - from) / 1e9);
        }
    },
    CLOCK_AHEAD("the clock of one node jumps to the next working morning, later back", true) {
        @Override
        void strike(Place place, Random random) throws Exception {
            set(List.of(any(place.nodes(), random)), untilNextMorning(), place);
        }
    },
    CLOCKS_AHEAD("the clocks of all nodes jump to the next working morning, later back", true) {
        @Override
        void strike(Place place, Random random) throws Exception {
            set(place.nodes(), untilNextMorning(), place);
        }
    },
    CLOCK_BEHIND("the clock of one node is set back by some minutes, later is right again", true) {
        @Override
        void strike(Place place, Random random) throws Exception {
            set(List.of(any(place.nodes(), random)), Duration.ofMinutes(-2 - random.nextInt(7)), place);
        }
    };

    /** Uploads that are to meet a full disk, at both nodes. */
    private static final int REFUSALS = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final String description;
    private final boolean setsClocks;

    Fault(String description) {
        this(description, false);
    }

    Fault(String description, boolean setsClocks) {
        this.description = description;
        this.setsClocks = setsClocks;
    }

    /** What faults meet. */
    record Place(List<Node> nodes, Server server, Store store, Crowd crowd, Uploads uploads) {}

    String description() {
        return description;
    }

    /** Why it cannot be struck on this machine. */
    Optional<String> obstacle(Place place) {
        return setsClocks ? WallClock.obstacle() : Optional.empty();
    }

    abstract void strike(Place place, Random random) throws Exception;

    /** @return what else there is to say */
    String repair(Place place) throws Exception {
        return setsClocks ? setRight(place) : ""; // the others come back by themselves
    }

    private static void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
        long from = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new IllegalStateException(otherwise);
            }
            Thread.sleep(10);
        }
    }

    private static Node any(List<Node> nodes, Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static void set(List<Node> nodes, Duration ahead, Place place) throws Exception {
        for (var node : nodes) {
            node.clock().set(ahead);
        }
        place.crowd().fault(); // it has struck only now
    }

    private static String setRight(Place place) throws Exception {
        for (var node : place.nodes()) {
            node.clock().set(Duration.ZERO);
        }
        return "";
    }

    /** Some hours, and a midnight. */
    private static Duration untilNextMorning() {
        var now = LocalDateTime.now(OneWindow.ZONE);
        var day = now.toLocalDate().plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return Duration.between(now, day.atTime(MORNING));
    }
}
