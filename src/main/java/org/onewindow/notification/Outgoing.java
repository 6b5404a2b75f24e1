package org.onewindow.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in the outbox (待发消息), for one channel.
 *
 * @param key the same each time it is tried: a receiver that gets it twice knows it by this
 * @param waitsSince when it was written, or an administrator had it tried again
 * @param kind see {@link MessageKind#code()}
 */
record Outgoing(
        long id,
        UUID key,
        String channel,
        String kind,
        Addressee addressee,
        String subject,
        String body,
        String html,
        Instant createdAt,
        Instant waitsSince,
        int tries) {}
