package org.onewindow.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onewindow.casefile.RefusedInput;

/** The content decides what a file is, and whether anybody could open it. */
class ContentCheckTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(FileType.PDF, Samples.pdf("plan")),
                Arguments.of(FileType.PDF, Samples.protectedPdf(true)),
                Arguments.of(FileType.JPEG, Samples.picture("jpeg", 40, 30)),
                Arguments.of(FileType.JPEG, Samples.lyingPhoto(40, 30)),
                Arguments.of(FileType.PNG, Samples.picture("png", 40, 30)),
                Arguments.of(FileType.OFD, Samples.ofd()),
                Arguments.of(FileType.DOCX, Samples.docx()));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void theContentTellsTheType(FileType type, byte[] content) throws IOException {
        assertThat(ContentCheck.typeOf(file(content))).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        var pdf = Samples.pdf("plan");
        var png = Samples.picture("png", 40, 30);
        return Stream.of(
                Arguments.of("a text", text("%PDF is what this is not"), "不是 PDF、JPEG、PNG、OFD 或者 DOCX 文件"),
                Arguments.of("a program", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, "不是 PDF"),
                Arguments.of("a page of the web", text("<html><script>alert(1)</script>"), "不是 PDF"),
                Arguments.of("an archive", Samples.zip("letter.txt"), "不是 PDF"),
                Arguments.of("a workbook", Samples.zip("[Content_Types].xml", "xl/workbook.xml"), "不是 PDF"),
                Arguments.of("an OFD deep inside", Samples.zip("other/OFD.xml"), "不是 PDF"),
                Arguments.of(
                        "macros",
                        Samples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        "带有宏"),
                Arguments.of("a bomb", Samples.bomb(300), "解压后过大"),
                Arguments.of("a password", Samples.protectedPdf(false), "设有打开口令"),
                Arguments.of("no page", Samples.pdf(), "一页也没有"),
                Arguments.of("half a PDF", text("%PDF-1.7\nthe rest is missing"), "已经损坏"),
                Arguments.of("half a PNG", Arrays.copyOf(png, 20), "已经损坏"),
                Arguments.of("half a zip", Arrays.copyOf(Samples.docx(), 60), "已经损坏"),
                Arguments.of("a picture like a field", large(png), "图片过大"),
                Arguments.of("junk before the PDF", concat(text("junk"), pdf), "不是 PDF"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeTakenIsToldWithItsRemedy(String what, byte[] content, String message) throws IOException {
        var file = file(content);
        assertThatThrownBy(() -> ContentCheck.typeOf(file))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining(message)
                .hasMessageContaining("再传");
    }

    /** However small an archive says its files to be, they are counted as they come. */
    @Test
    void aBombIsSmallUntilItGoesOff() {
        assertThat(Samples.bomb(300)).hasSizeLessThan(1_000_000);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("upload"), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says in its header to be 65,535 by 65,535. */
    private static byte[] large(byte[] png) {
        var large = png.clone();
        large[18] = large[19] = large[22] = large[23] = (byte) 0xff;
        return large;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
