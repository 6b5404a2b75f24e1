package org.onewindow.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the messages.
 *
 * @param address where the staff reach this installation; the links begin with it
 * @param from the sender of e-mails; needed with {@code spring.mail.host}
 * @param sends whether this node sends what waits in the outbox
 * @param keepsTrying after that an undelivered message is given up, for an administrator to see
 * @param keepsSent after that a message that was sent is deleted; what was done in a case is in its file
 */
@ConfigurationProperties("onewindow.messages")
record MessageSettings(
        URI address,
        @DefaultValue("") String from,
        @DefaultValue("true") boolean sends,
        @DefaultValue("3d") Duration keepsTrying,
        @DefaultValue("90d") Duration keepsSent,
        @DefaultValue Webhook webhook) {

    private static final int SHORTEST_SECRET = 16;

    /**
     * The district's message gateway.
     *
     * @param url blank while there is none
     * @param secret signs what is sent, so that the gateway knows us
     * @param timeout for the connection, and for the answer
     */
    record Webhook(
            @DefaultValue("") String url,
            @DefaultValue("") String secret,
            @DefaultValue("10s") Duration timeout) {

        Webhook {
            if (!url.isBlank() && secret.length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException("已设置 onewindow.messages.webhook.url，还须设置签名密钥"
                        + " onewindow.messages.webhook.secret，至少 " + SHORTEST_SECRET + " 个字符");
            }
        }

        Optional<URI> address() {
            return Optional.of(url.strip()).filter(given -> !given.isEmpty()).map(URI::create);
        }
    }
}
