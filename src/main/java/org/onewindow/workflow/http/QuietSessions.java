package org.onewindow.workflow.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are written when there is something to write. Camunda puts the login back into the session at every request,
 * and a session notes when it was last used: two updates for each click, though the login has not changed and a session's half
 * hour needs no seconds.
 *
 * @param <S> as the sessions are stored
 */
class QuietSessions<S extends Session> implements SessionRepository<QuietSessions.Quiet<S>> {

    /** So much earlier than its time a session may end. */
    private static final Duration UNNOTED = Duration.ofMinutes(1);

    private final SessionRepository<S> stored;

    QuietSessions(SessionRepository<S> stored) {
        this.stored = stored;
    }

    @Override
    public Quiet<S> createSession() {
        return new Quiet<>(stored.createSession());
    }

    @Override
    public void save(Quiet<S> session) {
        stored.save(session.stored);
    }

    @Override
    public Quiet<S> findById(String id) {
        var found = stored.findById(id);
        return found == null ? null : new Quiet<>(found);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }

    static final class Quiet<S extends Session> implements Session {

        private final S stored;
        /** The login as it was read; whoever has read it may change it before putting it back. */
        private Optional<String> login = Optional.empty();

        private Quiet(S stored) {
            this.stored = stored;
        }

        @Override
        public <T> T getAttribute(String name) {
            T value = stored.getAttribute(name);
            if (value instanceof Authentications authentications && login.isEmpty()) {
                login = Optional.of(describe(authentications));
            }
            return value;
        }

        @Override
        public void setAttribute(String name, Object value) {
            if (value instanceof Authentications authentications) {
                var now = Optional.of(describe(authentications));
                if (now.equals(login)) {
                    return;
                }
                login = now;
            }
            stored.setAttribute(name, value);
        }

        private static String describe(Authentications authentications) {
            return authentications.getAuthentications().stream()
                    .map(user -> Arrays.asList(
                            user.getProcessEngineName(),
                            user.getIdentityId(),
                            user.getGroupIds(),
                            user.getTenantIds(),
                            user.getAuthorizedApps(),
                            user.getCacheValidationTime()))
                    .toList()
                    .toString();
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (now.isAfter(stored.getLastAccessedTime().plus(UNNOTED))) {
                stored.setLastAccessedTime(now);
            }
        }

        @Override
        public void removeAttribute(String name) {
            login = Optional.empty();
            stored.removeAttribute(name);
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
