package org.onewindow.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an update left to be done is done beside the work, and once nothing is left nobody looks again. */
@HallTest
class CompletionsTest {

    @Autowired
    private List<Completion> all;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    /** Finds so many cases at each start; less than none breaks off. */
    private static final class Prepared implements Completion {

        private final String name;
        private final Deque<Integer> finds;

        Prepared(String name, Integer... finds) {
            this.name = name;
            this.finds = new ArrayDeque<>(List.of(finds));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int complete() {
            int found = finds.remove();
            if (found < 0) {
                throw new IllegalStateException("broken off on purpose");
            }
            return found;
        }
    }

    @BeforeEach
    void nothingIsKnown() {
        jdbc.sql("delete from completion where name like 'test-%'").update();
    }

    private void start(Completion... completions) {
        new Completions(List.of(completions), jdbc, clock).run();
    }

    @Test
    void aStartThatFindsNothingLeftIsTheLastToSearch() {
        var cases = new Prepared("test-cases", 3, 1, 0, 7);
        for (int n = 0; n < 5; n++) {
            start(cases);
        }
        assertThat(cases.finds).containsExactly(7);
    }

    @Test
    void oneThatBreaksOffHoldsUpNoOtherAndIsTakenUpAgain() {
        var broken = new Prepared("test-broken", -1, 2);
        var sound = new Prepared("test-sound", 4);
        start(broken, sound);
        assertThat(sound.finds).isEmpty();
        start(broken);
        assertThat(broken.finds).isEmpty();
    }

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(all)
                .extracting(Completion::name)
                .containsExactlyInAnyOrder("forecasts", "finished-cases", "step-waits");
    }
}
