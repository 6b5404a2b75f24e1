package org.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    private static final Set<String> POSSIBLE = Set.of("a", "b", "c");

    @ParameterizedTest(name = "{0} and {1}: covers {2}, meets {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -             | "a"           | true  | true
            "a"           | -             | false | true
            "a","b"       | "a"           | true  | true
            "a"           | "a","b"       | false | true
            "a"           | "b"           | false | false
            not("a")      | "b"           | true  | true
            not("a")      | "a"           | false | false
            "a","b","c"   | -             | true  | true
            > 10          | > 20          | true  | true
            >= 10         | > 10          | true  | true
            > 10          | >= 10         | false | true
            > 10          | <= 10         | false | false
            < 10          | [1..5]        | true  | true
            [1..5]        | 5             | true  | true
            [1..5[        | 5             | false | false
            1,2,3         | 2             | true  | true
            starts(x)     | starts(x)     | true  | true
            starts(x)     | ends(x)       | false | false
            """)
    void cellsAreCompared(String one, String other, boolean covers, boolean meets) {
        var cell = Cell.of(one, POSSIBLE);
        assertThat(cell.covers(Cell.of(other, POSSIBLE))).isEqualTo(covers);
        assertThat(cell.meets(Cell.of(other, POSSIBLE))).isEqualTo(meets);
    }
}
