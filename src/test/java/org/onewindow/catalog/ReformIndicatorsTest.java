package org.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReformIndicatorsTest {

    private final String page = Files.readString(Path.of("processes/items/social/public-health-permit/item.yaml"));

    ReformIndicatorsTest() throws IOException {}

    @Test
    void onlyTheWindowForInstantItemsIsNotComprehensive() {
        var indicators = ReformIndicators.of(
                List.of(item("windowClass: social"), item("windowClass: commerce"), item("windowClass: instant")));
        assertThat(indicators.comprehensive().count()).isEqualTo(2);
        assertThat(indicators.comprehensive().percent()).isEqualByComparingTo("66.6");
        assertThat(indicators.comprehensive().isMet()).isFalse();
    }

    @Test
    void onlineBeginsWithAcceptanceAndUnlistedDepthsDoNotCount() {
        var items = IntStream.rangeClosed(1, 8)
                .mapToObj(depth -> item("onlineDepth: " + depth))
                .toList();
        assertThat(ReformIndicators.of(items).online().count()).isEqualTo(4);
    }

    @Test
    void aTargetIsMetWhenItIsReachedAndNotBefore() {
        assertThat(online(9, 1).isMet()).isTrue();
        assertThat(online(9, 1).percent()).isEqualByComparingTo("90.0");
        assertThat(online(899, 101).isMet()).isFalse();
        assertThat(online(8999, 1001).percent())
                .as("not rounded up to the target")
                .isEqualByComparingTo("89.9");
    }

    @Test
    void anItemInSeveralWaysCountsInEachAndOnceInAll() {
        var indicators = ReformIndicators.of(List.of(
                item("fourWays: [online, once]"),
                item("fourWays: [once]"),
                item("fourWays: []"),
                item("fourWays: []")));
        assertThat(indicators.fourWays().count()).isEqualTo(2);
        assertThat(indicators.ways())
                .extracting(way -> way.way().label() + way.share().count())
                .containsExactly("马上办0", "网上办1", "就近办0", "一次办2");
    }

    @Test
    void anEmptyCatalogueReachesNoTarget() {
        var indicators = ReformIndicators.of(List.of());
        assertThat(indicators.online().percent()).isZero();
        assertThat(indicators.online().isMet()).isFalse();
    }

    private ReformIndicators.Share online(int online, int others) {
        var items = Stream.concat(
                Stream.generate(() -> item("onlineDepth: 4")).limit(1), Stream.of(item("onlineDepth: 1")));
        var both = items.toList();
        return ReformIndicators.of(Stream.concat(
                                Stream.generate(() -> both.get(0)).limit(online),
                                Stream.generate(() -> both.get(1)).limit(others))
                        .toList())
                .online();
    }

    /** The permit with a line of its page replaced. */
    private ServiceItem item(String line) {
        var key = line.substring(0, line.indexOf(':') + 1);
        var changed = page.replaceFirst("(?m)^" + key + ".*$", line);
        return ItemPage.read(changed).item(line);
    }
}
