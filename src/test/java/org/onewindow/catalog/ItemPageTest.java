package org.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemPageTest {

    private static final Path PERMIT = Path.of("processes/items/social/public-health-permit/item.yaml");

    @Test
    void aPageIsReadWhole() throws IOException {
        var item = ItemPage.read(Files.readString(PERMIT)).item("item.yaml");
        assertThat(item.type()).isEqualTo(ItemType.LICENCE);
        assertThat(item.validFrom()).isEqualTo("2026-01-01");
        assertThat(item.validTo()).isEmpty();
        assertThat(item.onlineDepth().label()).isEqualTo("网上受理");
        assertThat(item.coverage()).contains(Coverage.COUNTIES);
        assertThat(item.fourWays()).containsExactly(FourWay.ONLINE, FourWay.ONCE);
        assertThat(item.fees()).isEmpty();
        assertThat(item.process().archetype()).isEqualTo(ProcessOutline.Archetype.ON_SITE);
        assertThat(item.process().steps()).contains("现场审核");
        assertThat(item.material("legal-representative-identity")).get().satisfies(material -> {
            assertThat(material.sensitive()).isTrue();
            assertThat(material.source()).isEqualTo(Material.Source.GOVERNMENT);
        });
        assertThat(item.material("floor-plan").map(Material::sensitive)).contains(false);
    }

    @Test
    void aDeferrableMaterialIsRead() throws IOException {
        var page = Files.readString(PERMIT).replaceFirst("necessity: required", "necessity: deferrable");
        assertThat(ItemPage.read(page).item("item.yaml").materials().get(0).necessity())
                .isEqualTo(Material.Necessity.DEFERRABLE);
    }

    @Test
    void aListOrAFlagMayBeLeftOutWhereThePageSaysNothing() throws IOException {
        var page = Files.readString(PERMIT).replace("fees: []\n", "");
        assertThat(ItemPage.read(page).readable().map(ServiceItem::fees)).isEqualTo(Optional.of(List.of()));
    }

    @Test
    void everyFaultIsToldWithFileAndLine() throws IOException {
        var page = Files.readString(PERMIT).replace("visits: 1", "visits: 多次").replace("kind: promised", "kind: later");
        int visits = lineOf(page, "visits: 多次");
        int kind = lineOf(page, "kind: later");
        assertThatThrownBy(() -> ItemPage.read(page).item("social/permit/item.yaml"))
                .isInstanceOf(InvalidItemPage.class)
                .hasMessageContaining("social/permit/item.yaml:" + visits + " “visits”（到现场次数）应为不小于 0 的整数")
                .hasMessageContaining("social/permit/item.yaml:" + kind + " “kind”（办件类型）没有“later”这个值")
                .hasMessageContaining("instant（即办件）、promised（承诺件）");
    }

    @Test
    void aFileThatIsNotYamlIsToldWithItsLine() {
        assertThat(ItemPage.read("code: a\nname: [b").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.why()).contains("不是合法的 YAML");
        });
        assertThat(ItemPage.read("").faults()).isNotEmpty();
    }

    private static int lineOf(String page, String text) {
        return Math.toIntExact(page.substring(0, page.indexOf(text)).lines().count()) + 1;
    }
}
