package org.onewindow.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * The typefaces (字体) that PDFs embed: looked for at start, read when the first PDF is made, and once, for they are large. Not
 * for several threads at once.
 */
final class Typefaces {

    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);

    private final Optional<Supplier<TrueTypeFont>> song;
    private final Optional<Supplier<TrueTypeFont>> kai;

    Typefaces(DocumentSettings.Fonts files) {
        song = first(files.song());
        kai = first(files.kai());
        if (song.isEmpty() || kai.isEmpty()) {
            LOG.warn(remedy());
        }
    }

    /** @throws CannotBeMade if a typeface is missing */
    TrueTypeFont song() {
        return song.orElseThrow(() -> new CannotBeMade(remedy())).get();
    }

    /** @throws CannotBeMade if a typeface is missing */
    TrueTypeFont kai() {
        return kai.orElseThrow(() -> new CannotBeMade(remedy())).get();
    }

    /** @throws CannotBeMade if no typeface has one of the text's characters: a name must not go out with a hole in it */
    void require(String text) {
        text.codePoints().filter(c -> !Character.isISOControl(c)).distinct().forEach(c -> {
            if (!has(song(), c) && !has(kai(), c)) {
                throw new CannotBeMade("字体中没有“%s”字（U+%04X），文书暂不能生成。请在 onewindow.documents.fonts 中换用收字更全的字体"
                        .formatted(Character.toString(c), c));
            }
        });
    }

    private static boolean has(TrueTypeFont font, int character) {
        try {
            return font.getUnicodeCmapLookup().getGlyphId(character) != 0;
        } catch (IOException e) {
            throw new IllegalStateException("unreadable font " + font, e);
        }
    }

    private static String remedy() {
        return "没有找到可嵌入的中文字体，文书暂不能生成。请安装字体（Debian、Ubuntu：apt-get install fonts-arphic-uming fonts-lxgw-wenkai），"
                + "或者在 onewindow.documents.fonts 中指明 TrueType 字体文件，然后重新启动；已出具的文书随后自动生成";
    }

    private static Optional<Supplier<TrueTypeFont>> first(List<String> files) {
        return files.stream()
                .filter(file -> Files.isReadable(Path.of(file.split("#")[0])))
                .findFirst()
                .map(file -> SingletonSupplier.of(() -> read(file)));
    }

    private static TrueTypeFont read(String file) {
        var parts = file.split("#");
        try {
            if (parts.length == 1) {
                return new TTFParser().parse(new RandomAccessReadBufferedFile(parts[0]));
            }
            var font = new TrueTypeCollection(Path.of(parts[0]).toFile()).getFontByName(parts[1]);
            if (font == null) {
                throw new IOException("no font " + parts[1]);
            }
            return font;
        } catch (IOException e) {
            throw new IllegalStateException("字体文件 " + file + " 不能读取，请核对 onewindow.documents.fonts", e);
        }
    }
}
