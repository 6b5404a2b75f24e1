package org.onewindow.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 脱敏: the family name stays, nothing else. */
class MaskingTest {

    @Example
    void theFamilyNameStays() {
        assertThat(Masking.personName("张三")).isEqualTo("张*");
        assertThat(Masking.personName("张三丰")).isEqualTo("张**");
        assertThat(Masking.personName("阿依古丽·买买提")).isEqualTo("阿*******");
    }

    @Example
    void aRareCharacterIsOneCharacter() {
        assertThat(Masking.personName("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.personName("张𠮷")).isEqualTo("张*");
    }

    @Property
    void nothingButTheFirstCharacterIsShown(@ForAll @From("names") String name) {
        var masked = Masking.personName(name);
        assertThat(masked).startsWith(name.substring(0, 1)).hasSameSizeAs(name);
        assertThat(masked.substring(1)).matches("\\**");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fa5')
                .ofMinLength(1)
                .ofMaxLength(20);
    }
}
