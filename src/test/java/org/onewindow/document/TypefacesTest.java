package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No paper goes out with a hole in it for want of a typeface. */
class TypefacesTest {

    private static final String SONG = "/usr/share/fonts/truetype/arphic/uming.ttc#UMingCN";
    private static final String KAI = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";

    @Test
    void withoutATypefaceTheMessageSaysWhatToInstall() {
        var none = new Typefaces(new DocumentSettings.Fonts(List.of("/nowhere/song.ttf"), List.of()));
        assertThatExceptionOfType(CannotBeMade.class)
                .isThrownBy(none::song)
                .withMessageContaining("apt-get install fonts-arphic-uming");
    }

    @Test
    void aCharacterThatNoTypefaceHasIsNamed() {
        var some = new Typefaces(new DocumentSettings.Fonts(List.of("/nowhere/song.ttf", SONG), List.of(KAI)));
        assertThatExceptionOfType(CannotBeMade.class)
                .isThrownBy(() -> some.require("李\uDBFF\uDFFD"))
                .withMessageContaining("U+10FFFD");
    }

    @Test
    void rareCharactersOfNamesAreThere() {
        var both = new Typefaces(new DocumentSettings.Fonts(List.of(SONG), List.of(KAI)));
        assertThatCode(() -> both.require("堃燚䶮喆犇翀玥頔祎")).doesNotThrowAnyException();
    }
}
