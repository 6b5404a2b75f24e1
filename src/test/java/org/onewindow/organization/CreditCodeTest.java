package org.onewindow.organization;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Check digits of GB 32100; the valid number is synthetic. */
class CreditCodeTest {

    private static final String COMPANY = "91150203MA0N000164";
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Example
    void validNumber() {
        assertThat(CreditCode.isValid(COMPANY)).isTrue();
    }

    @Property
    void aMistypedCharacterIsFound(
            @ForAll @IntRange(max = 17) int position, @ForAll @IntRange(min = 1, max = 30) int by) {
        var code = COMPANY.toCharArray();
        code[position] = CHARACTERS.charAt((CHARACTERS.indexOf(code[position]) + by) % 31);
        assertThat(CreditCode.isValid(new String(code))).isFalse();
    }

    @Example
    void anythingElseIsNoNumber() {
        for (var text :
                new String[] {"", "91150203MA0N00016", COMPANY + "4", "91150203MA0N00016I", "91150203ma0n000164"}) {
            assertThat(CreditCode.isValid(text)).as(text).isFalse();
        }
    }
}
