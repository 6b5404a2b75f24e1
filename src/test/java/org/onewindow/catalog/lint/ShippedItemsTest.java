package org.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedItemsTest {

    @Test
    void theItemsOfTheCatalogueHaveNoFaults() {
        assertThat(SampleItem.lint(Path.of("processes/items"))).isEmpty();
    }
}
