package org.onewindow.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watermark is on every page and over the whole of a picture; the file itself stays as it was. */
class MarkedFilesTest {

    private static final String TEXT = "仅供办理公共场所卫生许可（新办）事项使用";

    @TempDir
    private Path folder;

    @Test
    void everyPageIsMarked() throws IOException {
        var a3 = new PDPage(PDRectangle.A3);
        var shifted = new PDPage(new PDRectangle(100, 100, 300, 400));
        try (var marked = marked(Samples.pdf(new PDPage(PDRectangle.A4), a3, shifted))) {
            for (int page = 0; page < 3; page++) {
                assertThat(inkedQuarters(render(marked, page)))
                        .as("page %d", page + 1)
                        .isEqualTo(4);
            }
        }
    }

    /** The text climbs as it is read, however the page is turned. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void theMarkIsUprightOnATurnedPage(int rotation) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        page.setRotation(rotation);
        try (var marked = marked(Samples.pdf(page));
                var upright = marked(Samples.pdf(new PDPage(PDRectangle.A4)))) {
            assertThat(shareOfInk(corner(render(marked, 0)), corner(render(upright, 0))))
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void aPdfThatMayNotBeChangedIsMarkedAllTheSame() throws IOException {
        try (var marked = marked(Samples.protectedPdf(true))) {
            assertThat(marked.isEncrypted()).isFalse();
            assertThat(inkedQuarters(render(marked, 0))).isEqualTo(4);
        }
    }

    @Test
    void whatWouldRunByItselfIsGone() throws IOException {
        var source = folder.resolve("source.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            document.save(source.toFile());
        }
        try (var marked = marked(Files.readAllBytes(source))) {
            assertThat(marked.getDocumentCatalog().getOpenAction()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void aPictureIsMarkedAllOver(String format) throws IOException {
        var picture = markedPicture(Samples.picture(format, 800, 600));
        assertThat(picture.getWidth()).isEqualTo(800);
        assertThat(picture.getHeight()).isEqualTo(600);
        assertThat(inkedQuarters(picture)).isEqualTo(4);
    }

    @Test
    void aPhotoIsShownAsThePhoneWasHeld() throws IOException {
        var picture = markedPicture(Samples.lyingPhoto(800, 600));
        assertThat(picture.getWidth()).isEqualTo(600);
        assertThat(picture.getHeight()).isEqualTo(800);
        assertThat(redAt(picture, 590, 10)).isTrue();
        assertThat(redAt(picture, 10, 10)).isFalse();
    }

    @Test
    void aLargePictureIsShownNoLargerThanAScreenNeeds() throws IOException {
        var picture = markedPicture(Samples.picture("png", 9000, 300));
        assertThat(picture.getWidth()).isEqualTo(3000);
    }

    @Test
    void whatCannotBeReadIsReportedAndNotGuessed() throws IOException {
        var broken = Files.writeString(folder.resolve("broken"), "%PDF-1.7 nothing");
        assertThatThrownBy(() -> MarkedPdf.write(broken, Watermark.tile(TEXT), folder.resolve("out")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MarkedPicture.write(broken, Watermark.tile(TEXT), folder.resolve("out")))
                .isInstanceOf(IOException.class);
    }

    /** U+10FFFF is in no font. */
    @Test
    void withoutAFontTheAdministratorIsToldWhatToInstall() {
        assertThatThrownBy(() -> Watermark.tile(TEXT + "\uDBFF\uDFFF"))
                .isInstanceOf(NoChineseFont.class)
                .hasMessageContaining("fonts-noto-cjk");
    }

    private PDDocument marked(byte[] pdf) throws IOException {
        var source = Files.write(Files.createTempFile(folder, "", ".pdf"), pdf);
        var target = Files.createTempFile(folder, "", ".pdf");
        MarkedPdf.write(source, Watermark.tile(TEXT), target);
        assertThat(source).hasBinaryContent(pdf);
        return Loader.loadPDF(target.toFile());
    }

    private BufferedImage markedPicture(byte[] picture) throws IOException {
        var source = Files.write(folder.resolve("source"), picture);
        var target = folder.resolve("target");
        MarkedPicture.write(source, Watermark.tile(TEXT), target);
        assertThat(source).hasBinaryContent(picture);
        return ImageIO.read(target.toFile());
    }

    private static BufferedImage render(PDDocument document, int page) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page, 72);
    }

    /** In how many quarters of a picture there is something grey. */
    private static int inkedQuarters(BufferedImage picture) {
        int width = picture.getWidth() / 2;
        int height = picture.getHeight() / 2;
        int inked = 0;
        for (int quarter = 0; quarter < 4; quarter++) {
            inked += isInked(picture.getSubimage(quarter % 2 * width, quarter / 2 * height, width, height)) ? 1 : 0;
        }
        return inked;
    }

    private static boolean isInked(BufferedImage part) {
        int dark = 0;
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                dark += new Color(part.getRGB(x, y)).getBlue() < 230 ? 1 : 0;
            }
        }
        return dark > 100;
    }

    private static boolean redAt(BufferedImage picture, int x, int y) {
        var color = new Color(picture.getRGB(x, y));
        return color.getRed() > 120 && color.getGreen() < 120;
    }

    /** The bottom left, from where the watermarks are laid on a page as it is seen. */
    private static BufferedImage corner(BufferedImage page) {
        return page.getSubimage(0, page.getHeight() - 340, 300, 340);
    }

    /** The share of what is grey in one picture that is grey in another too. */
    private static double shareOfInk(BufferedImage one, BufferedImage other) {
        int both = 0;
        int grey = 0;
        for (int y = 0; y < other.getHeight(); y++) {
            for (int x = 0; x < other.getWidth(); x++) {
                if (isGrey(other, x, y)) {
                    grey++;
                    both += isGrey(one, x, y) ? 1 : 0;
                }
            }
        }
        return (double) both / grey;
    }

    private static boolean isGrey(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y)).getGreen() < 240;
    }
}
