package org.onewindow.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sets HTML as PDF/A-2u (ISO 19005-2): fonts embedded, every character readable as text. The same HTML with the same time
 * gives the same bytes.
 */
@Component
class Typesetter {

    private static final int REGULAR = 400;
    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*");

    private final Supplier<byte[]> colours = SingletonSupplier.of(
            () -> ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    private final Typefaces typefaces;

    Typesetter(DocumentSettings settings) {
        XRLog.setLoggingEnabled(false); // it would tell each step of each page
        typefaces = new Typefaces(settings.fonts());
    }

    /**
     * @param id tells this file from all others; part of the file's identifier
     * @throws CannotBeMade if a font, or a character in it, is missing
     */
    synchronized byte[] pdf(String html, long id, Instant issuedAt) {
        typefaces.require(html);
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useFastMode()
                    .usePdfAConformance(PdfAConformance.PDFA_2_U)
                    .useColorProfile(colours.get())
                    .withHtmlContent(html, null);
            use(builder, document, typefaces.song(), "song");
            use(builder, document, typefaces.kai(), "kai");
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                return save(document, id, issuedAt);
            }
        } catch (IOException e) {
            throw new CannotBeMade("文书模板不能排版，请检查 forms/documents 中的模板", e);
        }
    }

    private static void use(PdfRendererBuilder builder, PDDocument document, TrueTypeFont font, String family)
            throws IOException {
        builder.useFont(
                new PDFontSupplier(PDType0Font.load(document, font, true)), family, REGULAR, FontStyle.NORMAL, true);
    }

    private static byte[] save(PDDocument document, long id, Instant issuedAt) throws IOException {
        var time = GregorianCalendar.from(ZonedDateTime.ofInstant(issuedAt, ZoneId.systemDefault()));
        document.getDocumentInformation().setCreationDate(time);
        document.getDocumentInformation().setModificationDate(time);
        document.setDocumentId(id);
        date(document, time);
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** The renderer dates the file's description by the clock on the wall; it must say what the file says. */
    private static void date(PDDocument document, GregorianCalendar time) throws IOException {
        var metadata = document.getDocumentCatalog().getMetadata();
        var text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        var day = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.toZonedDateTime().truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime());
        metadata.importXMPMetadata(CREATED.matcher(text).replaceAll("$1" + day).getBytes(StandardCharsets.UTF_8));
    }
}
