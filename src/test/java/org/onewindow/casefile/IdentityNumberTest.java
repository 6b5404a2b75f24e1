package org.onewindow.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Check digits of GB 11643; the valid numbers are synthetic. */
class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String PERSON = "150203198001010016";
    private static final String PERSON_WITH_X = "15020319830730106X";

    @Example
    void validNumbers() {
        assertThat(IdentityNumber.isPerson(PERSON, TODAY)).isTrue();
        assertThat(IdentityNumber.isPerson(PERSON_WITH_X, TODAY)).isTrue();
    }

    @Property
    void aMistypedDigitOfAPersonIsFound(
            @ForAll @IntRange(max = 16) int position, @ForAll @IntRange(min = 1, max = 9) int by) {
        var digits = PERSON.toCharArray();
        digits[position] = (char) ('0' + (digits[position] - '0' + by) % 10);
        assertThat(IdentityNumber.isPerson(new String(digits), TODAY)).isFalse();
    }

    @Property
    void onlyOneOfTheElevenCheckCharactersIsRight(@ForAll @IntRange(max = 999) int sequence) {
        var stem = "15020319800101%03d".formatted(sequence);
        assertThat("0123456789X".chars().filter(c -> IdentityNumber.isPerson(stem + (char) c, TODAY)))
                .hasSize(1);
    }

    /** Even with its own right check digit. */
    @Example
    void aBirthDateThatNeverWasIsFound() {
        assertNobodyBornOn("19800230");
        assertNobodyBornOn("20230229");
        assertNobodyBornOn("19801301");
        assertNobodyBornOn("19800100");
        assertNobodyBornOn("20260303");
        assertNobodyBornOn("18000101");
    }

    @Example
    void aChildBornTodayHasANumber() {
        assertThat("0123456789X".chars().filter(c -> IdentityNumber.isPerson("15020320260302001" + (char) c, TODAY)))
                .hasSize(1);
    }

    private static void assertNobodyBornOn(String day) {
        assertThat("0123456789X".chars().filter(c -> IdentityNumber.isPerson("150203" + day + "001" + (char) c, TODAY)))
                .as(day)
                .isEmpty();
    }

    @Example
    void anythingElseIsNoNumber() {
        for (var text :
                new String[] {"", " ", "15020319800101001", PERSON + "6", "１５０２０３１９８００１０１００１６", "05020319800101001X"}) {
            assertThat(IdentityNumber.isPerson(text, TODAY)).as(text).isFalse();
        }
    }
}
