package org.onewindow.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** 办件编号: a number that survives being read over the phone. */
class CaseNumberTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Example
    void districtDateSequenceAndCheckDigit() {
        var number = CaseNumber.of(DAY, 1);
        assertThat(number.value()).hasSize(21).startsWith("15020320260302000001");
        assertThat(CaseNumber.parse(number.value())).contains(number);
        assertThat(number).hasToString(number.value());
    }

    @Property
    void everyDrawnNumberIsValid(
            @ForAll @IntRange(min = 1, max = 999_999) int sequence, @ForAll @IntRange(max = 20_000) int day) {
        var number = CaseNumber.of(LocalDate.of(2026, 1, 1).plusDays(day), sequence);
        assertThat(CaseNumber.parse(number.value())).contains(number);
    }

    @Property
    void aMistypedDigitIsFound(
            @ForAll @IntRange(min = 1, max = 999_999) int sequence,
            @ForAll @IntRange(max = 20) int position,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        var digits = CaseNumber.of(DAY, sequence).value().toCharArray();
        digits[position] = (char) ('0' + (digits[position] - '0' + by) % 10);
        assertThat(CaseNumber.parse(new String(digits))).isEmpty();
    }

    /** MOD 11,10 misses a few pairs; of all swaps in ten thousand numbers it finds more than 99 of 100. */
    @Example
    void nearlyAllNeighboursThatChangedPlacesAreFound() {
        int swapped = 0;
        int missed = 0;
        for (int sequence = 1; sequence <= 10_000; sequence++) {
            var number = CaseNumber.of(DAY, sequence).value();
            for (int i = 0; i < 20; i++) {
                if (number.charAt(i) != number.charAt(i + 1)) {
                    swapped++;
                    missed += CaseNumber.parse(swap(number, i)).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(swapped).isGreaterThan(100_000);
        assertThat(missed).isLessThan(swapped / 100);
    }

    private static String swap(String digits, int i) {
        return digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2);
    }

    @Example
    void anythingElseIsNoCaseNumber() {
        for (var text : new String[] {"", "1", "15020320260302000001", "１５０２０３２０２６０３０２００００００１６", "x".repeat(21), " "}) {
            assertThat(CaseNumber.parse(text)).as(text).isEmpty();
        }
        assertThat(CaseNumber.parse(null)).isEmpty();
        assertThatThrownBy(() -> new CaseNumber("1"))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("21位数字");
    }
}
