package org.onewindow.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what each address asks in a minute. However many addresses there are, it does not grow beyond a few megabytes. */
final class RateLimit {

    /** Whoever commands more than these is not held up by a limit for each. */
    static final int MOST_ADDRESSES = 20_000;

    private static final long MINUTE = 60;
    /** Bytes: what a provider gives one customer is at least a /64. */
    private static final int NETWORK = 8;

    private final int most;
    private final Clock clock;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private long minute;

    RateLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts a question. @return how long to wait before the next; zero for one that may be answered */
    synchronized Duration ask(String address) {
        long now = clock.instant().getEpochSecond();
        if (now / MINUTE != minute) {
            minute = now / MINUTE;
            counts.clear();
        }
        int asked = counts.merge(network(address), 1, Integer::sum);
        if (counts.size() > MOST_ADDRESSES) {
            var eldest = counts.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return asked > most ? Duration.ofSeconds(MINUTE - now % MINUTE) : Duration.ZERO;
    }

    synchronized int addresses() {
        return counts.size();
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A literal with a colon is never looked up.
            var literal = InetAddress.getByName(address.split("%")[0]);
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK))
                    : literal.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
