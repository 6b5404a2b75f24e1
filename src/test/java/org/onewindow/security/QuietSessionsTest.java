package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session is written when there is something to write, and lives as long as it is used. */
@HallTest
class QuietSessionsTest {

    @Autowired
    private Hall hall;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Visitor clerk;
    private String session;

    @BeforeEach
    void logIn() {
        hall.openOn(Hall.MONDAY);
        var before = sessions();
        clerk = Visitor.loggedIn(port, "zhangmin");
        assertThat(ask()).isEqualTo(200);
        session = sessions().stream()
                .filter(id -> !before.contains(id))
                .reduce((first, later) -> later)
                .orElseThrow();
    }

    @Test
    void aRequestThatChangesNothingWritesNothing() {
        var written = rows();

        assertThat(ask()).isEqualTo(200);
        assertThat(ask()).isEqualTo(200);

        assertThat(rows()).isEqualTo(written);
    }

    @Test
    void useProlongsASession() {
        var longAgo = Instant.now().minus(Duration.ofMinutes(20));
        set("last_access_time = :time", longAgo);

        assertThat(ask()).isEqualTo(200);

        var noted = Instant.ofEpochMilli(jdbc.sql("select last_access_time from spring_session where primary_id = ?")
                .param(session)
                .query(Long.class)
                .single());
        assertThat(noted).isAfter(longAgo.plus(Duration.ofMinutes(19)));
    }

    @Test
    void anUnusedSessionEnds() {
        set("last_access_time = :time, expiry_time = :time", Instant.now().minus(Duration.ofMinutes(31)));

        assertThat(ask()).isEqualTo(401);
    }

    @Test
    void aSecondLoginInTheSameSessionCounts() {
        assertThat(clerk.login("admin", "cockpit").statusCode()).isEqualTo(200);

        assertThat(clerk.get("/camunda/api/engine/engine/default/user").body()).contains("zhaogang");
    }

    private int ask() {
        return clerk.get(Visitor.ENGINE + "task/count").statusCode();
    }

    private List<String> sessions() {
        return jdbc.sql("select primary_id from spring_session order by creation_time")
                .query(String.class)
                .list();
    }

    private void set(String columns, Instant time) {
        jdbc.sql("update spring_session set " + columns + " where primary_id = :session")
                .param("time", time.toEpochMilli())
                .param("session", session)
                .update();
    }

    /** Each row with the transaction that wrote it. */
    private List<String> rows() {
        return jdbc.sql("""
                        select xmin || ' ' || s::text from spring_session s where primary_id = :session
                        union all
                        select xmin || ' ' || a::text from spring_session_attributes a where session_primary_id = :session
                        order by 1""").param("session", session).query(String.class).list();
    }
}
