package org.onewindow.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
     * A message that was given up.
     *
     * @param channel {@code mail} or {@code webhook}
     * @param kind see {@link MessageKind#code()}
     * @param problem why, in Chinese
     */
    public record Failed(
            long id,
            String channel,
            String kind,
            Addressee addressee,
            String subject,
            Instant createdAt,
            int tries,
            String problem) {}

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

    /** Those that were given up, the latest first. */
    @Transactional(readOnly = true)
    public List<Failed> failed(int most) {
        return outbox.failed(most);
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
