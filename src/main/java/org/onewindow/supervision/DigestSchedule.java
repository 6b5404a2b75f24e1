package org.onewindow.supervision;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks whether the digest is due, from the start on; not by a time of day alone, which an outage would let pass. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "onewindow.messages.sends", matchIfMissing = true)
@EnableScheduling
class DigestSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(DigestSchedule.class);

    private static final int LOOK = 30;

    private final DailyDigest digest;

    DigestSchedule(DailyDigest digest) {
        this.digest = digest;
    }

    @Scheduled(fixedDelay = LOOK, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            if (digest.makeIfDue()) {
                LOG.info("the bureau's digest is on its way");
            }
        } catch (DataAccessException | TransactionException fault) {
            LOG.error("the bureau's digest waits: {}", fault.getMessage());
        }
    }
}
