package org.onewindow.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onewindow.background.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the outbox, one message after the other, on any node: a message is locked while it is being sent, so no two send it, and
 * a node that dies lets go of it. What is not taken is tried again, ever less often, and in the end given up for an administrator
 * to see.
 */
@Service
public class MessageSender extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);

    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final int LONGEST_PROBLEM = 500;

    private final Outbox outbox;
    private final Map<String, Channel> channels;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MessageSettings settings;

    MessageSender(
            Outbox outbox,
            List<Channel> channels,
            TransactionTemplate transaction,
            Clock clock,
            MessageSettings settings) {
        super("messages", LOOK, settings.sends());
        this.outbox = outbox;
        this.channels = channels.stream()
                .filter(Channel::isOn)
                .collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /** Tries all that is due. @return how many were tried */
    public int sendAll() {
        int tried = 0;
        // A channel that does not answer is left alone until the next look, so that it holds nothing else up.
        var answering = new HashSet<>(channels.keySet());
        while (Boolean.TRUE.equals(transaction.execute(status -> sendNext(answering)))) {
            tried++;
        }
        return tried;
    }

    private boolean sendNext(Set<String> answering) {
        var next = outbox.next(answering, clock.instant());
        next.filter(message -> !send(message)).ifPresent(message -> answering.remove(message.channel()));
        return next.isPresent();
    }

    /** @return false if its channel did not take it for now */
    private boolean send(Outgoing message) {
        try {
            channels.get(message.channel()).deliver(message);
            outbox.sent(message.id(), clock.instant());
            return true;
        } catch (Undeliverable refused) {
            notSent(message, refused);
            return refused.isFinal();
        } catch (RuntimeException fault) {
            LOG.error("message {} could not be sent", message.id(), fault);
            notSent(message, Undeliverable.forNow("发送时出错：" + fault, fault));
            return true;
        }
    }

    private void notSent(Outgoing message, Undeliverable refused) {
        var now = clock.instant();
        var problem = refused.getMessage();
        var shown = problem.length() > LONGEST_PROBLEM ? problem.substring(0, LONGEST_PROBLEM) : problem;
        var next = now.plus(wait(message.tries()));
        if (refused.isFinal() || next.isAfter(message.waitsSince().plus(settings.keepsTrying()))) {
            LOG.error("message {} is given up: {}{}", message.id(), shown, cause(refused));
            outbox.giveUp(message.id(), shown, now);
        } else {
            LOG.warn("message {} waits until {}: {}{}", message.id(), next, shown, cause(refused));
            outbox.postpone(message.id(), shown, next);
        }
    }

    private static String cause(Undeliverable refused) {
        return refused.getCause() == null ? "" : " " + refused.getCause();
    }

    /** A minute, four, sixteen, an hour, and then every four hours. */
    private static Duration wait(int tries) {
        var wait = Duration.ofMinutes(1L << 2 * Math.min(tries, 4));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    @TransactionalEventListener
    void toBeSent(Messages.ToBeSent event) {
        ask();
    }

    /** Deletes some of what was sent long ago. @return how many */
    int forget() {
        return outbox.forget(clock.instant().minus(settings.keepsSent()));
    }

    @Override
    protected void work() {
        sendAll();
        forget();
    }
}
