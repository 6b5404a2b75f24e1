package org.onewindow.bench.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients who each carry some cases, and what they were told. */
final class Crowd implements AutoCloseable {

    private static final long BREATH = 50;

    private final List<Node> nodes;
    private final int casesEach;
    private final Optional<Uploads> uploads;
    private final List<Thread> clients = new ArrayList<>();
    private final Queue<List<Permit>> inHand = new ConcurrentLinkedQueue<>();
    private final Queue<Clerk> clerks = new ConcurrentLinkedQueue<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> missing = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger unheard = new AtomicInteger();
    private final Object gate = new Object();
    private final Phaser working = new Phaser(1);
    private volatile boolean isOpen;
    private volatile boolean isStopping;
    private volatile long faultAt = Long.MAX_VALUE;
    private volatile long recoveredAt;

    /** A step that a client was told is done. */
    record Acknowledged(String number, String step) {
        static final String RECEIPT = "receipt";
    }

    /** @param uploads where they keep what they upload; empty if they upload nothing */
    Crowd(List<Node> nodes, int size, int casesInFlight, Optional<Uploads> uploads) {
        this.nodes = nodes;
        this.uploads = uploads;
        this.casesEach = Math.max(1, casesInFlight / size);
        for (int client = 0; client < size; client++) {
            int number = client;
            var thread = new Thread(() -> work(number), "client-" + client);
            thread.start();
            clients.add(thread);
        }
    }

    private void work(int number) {
        var random = new Random(number);
        var people = new TreeMap<String, Clerk>();
        for (var step : Permit.STEPS) {
            // Each case passes through all nodes.
            people.computeIfAbsent(step.account(), account -> new Clerk(account, nodes, number + people.size()));
        }
        clerks.addAll(people.values());
        var cases = new CopyOnWriteArrayList<Permit>();
        inHand.add(cases);
        while (cases.size() < casesEach) {
            cases.add(new Permit(this));
        }
        try {
            while (enter()) {
                try {
                    int index = random.nextInt(cases.size());
                    int before = acknowledged.size();
                    cases.get(index).goOn(people, random);
                    if (cases.get(index).isDone()) {
                        finished.incrementAndGet();
                        cases.set(index, new Permit(this));
                    } else if (acknowledged.size() == before) {
                        Thread.sleep(BREATH);
                    }
                } finally {
                    working.arriveAndDeregister();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean enter() throws InterruptedException {
        synchronized (gate) {
            while (!isOpen && !isStopping) {
                gate.wait();
            }
            if (!isStopping) {
                working.register();
            }
            return !isStopping;
        }
    }

    void open() {
        synchronized (gate) {
            isOpen = true;
            gate.notifyAll();
        }
    }

    /** Nobody begins anything any more; returns when everybody has had an answer or given up. */
    void pause() {
        synchronized (gate) {
            isOpen = false;
        }
        working.arriveAndAwaitAdvance();
    }

    /** From now on the first success counts as recovery. */
    void fault() {
        recoveredAt = 0;
        faultAt = System.nanoTime();
    }

    /** Seconds from the fault to the first step that was begun and done after it; empty until then. */
    Optional<Double> recovery() {
        return recoveredAt == 0 ? Optional.empty() : Optional.of((recoveredAt - faultAt) / 1e9);
    }

    void acknowledge(Acknowledged step, long began) {
        acknowledged.add(step);
        if (began >= faultAt && recoveredAt == 0) {
            recoveredAt = System.nanoTime();
        }
    }

    void scan(String number, Clerk clerk, Random random) throws InterruptedException {
        if (uploads.isPresent()) {
            uploads.get().add(number, clerk, random).ifPresent(answer -> refusals.merge("upload: " + answer.status(), 1, Integer::sum));
        }
    }

    /** The cases in hand that have not gone on since a moment. */
    List<String> notGoneOnSince(long moment) {
        return inHand.stream()
                .flatMap(List::stream)
                .filter(permit -> !permit.hasGoneOnSince(moment))
                .map(Permit::toString)
                .toList();
    }

    void refused(Optional<Clerk.Answer> answer) {
        var reason = answer.map(given -> given.status() + " " + given.text().substring(0, Math.min(120, given.text().length()))).orElse("no answer");
        refusals.merge(reason, 1, Integer::sum);
    }

    void carriedOutUnheard() {
        unheard.incrementAndGet();
    }

    void missing(String number, String step) {
        missing.add(number + " " + step);
    }

    Collection<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    int finished() {
        return finished.get();
    }

    int unheard() {
        return unheard.get();
    }

    int lostSessions() {
        return clerks.stream().mapToInt(Clerk::lostSessions).sum();
    }

    /** Tasks that were not there although nobody had tried them. */
    Collection<String> missing() {
        return List.copyOf(missing);
    }

    Map<String, Integer> refusals() {
        return refusals;
    }

    @Override
    public void close() throws InterruptedException {
        synchronized (gate) {
            isStopping = true;
            gate.notifyAll();
        }
        for (var client : clients) {
            client.join();
        }
    }
}
