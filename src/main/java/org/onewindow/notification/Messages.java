package org.onewindow.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox (发件箱): what a step has to tell is written with it, for each channel that is set up, and sent afterwards. */
@Service
@EnableConfigurationProperties(MessageSettings.class)
public class Messages {

    private final Outbox outbox;
    private final LetterText letters;
    private final List<Channel> channels;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Messages(Outbox outbox, LetterText letters, List<Channel> channels, ApplicationEventPublisher events, Clock clock) {
        this.outbox = outbox;
        this.letters = letters;
        this.channels = channels.stream().filter(Channel::isOn).toList();
        this.events = events;
        this.clock = clock;
    }

    /** Something waits for the sender. */
    record ToBeSent() {}

    /**
     * A message that was given up, or that waits for a channel that is not set up any more.
     *
     * @param channel {@code mail} or {@code webhook}
     * @param channelIsOn or else it goes out once its channel is set up again
     * @param kind see {@link MessageKind#code()}
     * @param problem why the last try failed, in Chinese; empty if it was not tried
     */
    public record Unsent(
            long id,
            String channel,
            boolean channelIsOn,
            String kind,
            Addressee addressee,
            String subject,
            Instant createdAt,
            int tries,
            Optional<String> problem) {}

    /** Whether there is any way out. */
    public boolean isOn() {
        return !channels.isEmpty();
    }

    /** Sends a letter once the transaction of the step is committed; nothing where no channel is set up. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(MessageKind kind, Addressee addressee, Letter letter) {
        if (!isOn()) {
            return;
        }
        var body = letters.text(letter);
        var html = letters.html(letter);
        for (var channel : channels) {
            outbox.add(channel.name(), kind, addressee, letter.subject(), body, html, clock.instant());
        }
        events.publishEvent(new ToBeSent());
    }

    /** Those that were given up first, the latest of them at the top. */
    @Transactional(readOnly = true)
    public List<Unsent> unsent(int most) {
        return outbox.unsent(channels.stream().map(Channel::name).toList(), most);
    }

    /** Tries a message again that was given up. @return whether there is one */
    @Transactional
    public boolean tryAgain(long id) {
        boolean found = outbox.tryAgain(id, clock.instant());
        if (found) {
            events.publishEvent(new ToBeSent());
        }
        return found;
    }
}
