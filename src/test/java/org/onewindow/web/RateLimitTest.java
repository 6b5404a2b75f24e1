package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant MINUTE = Instant.parse("2026-03-02T01:00:00Z");

    private final RateLimit limit = new RateLimit(2, Clock.fixed(MINUTE.plusSeconds(20), ZoneOffset.UTC));

    @Test
    void whoAsksTooOftenWaitsForTheNextMinute() {
        assertThat(limit.ask("192.0.2.1")).isZero();
        assertThat(limit.ask("192.0.2.1")).isZero();
        assertThat(limit.ask("192.0.2.1")).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void othersAreNotHeldUp() {
        limit.ask("192.0.2.1");
        limit.ask("192.0.2.1");
        assertThat(limit.ask("192.0.2.2")).isZero();
    }

    @Test
    void theAddressesOfOneNetworkCountAsOne() {
        limit.ask("2001:db8:1:2::1");
        limit.ask("2001:db8:1:2:ffff::2");
        assertThat(limit.ask("2001:db8:1:2::3")).isPositive();
        assertThat(limit.ask("2001:db8:1:3::1")).isZero();
    }

    @Test
    void manyAddressesDoNotFillTheMemory() {
        for (int address = 0; address < RateLimit.MOST_ADDRESSES + 1000; address++) {
            limit.ask("address " + address);
        }
        assertThat(limit.addresses()).isEqualTo(RateLimit.MOST_ADDRESSES);
    }
}
