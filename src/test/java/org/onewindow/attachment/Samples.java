package org.onewindow.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.springframework.core.io.ByteArrayResource;

/** Small files of each type, made on the spot. */
public final class Samples {

    /** An orientation marker (Exif) that says: turn it by 90 degrees clockwise. */
    private static final byte[] LYING = {
        (byte) 0xff,
        (byte) 0xe1,
        0,
        34,
        'E',
        'x',
        'i',
        'f',
        0,
        0,
        'M',
        'M',
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        1,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        6,
        0,
        0,
        0,
        0,
        0,
        0
    };

    private Samples() {}

    private interface Writing {
        void to(ByteArrayOutputStream bytes) throws IOException;
    }

    /** One that differs from all others with another mark. */
    public static byte[] pdf(String mark) {
        return pdf(document -> document.getDocumentInformation().setTitle(mark), new PDPage(PDRectangle.A4));
    }

    static byte[] pdf(PDPage... pages) {
        return pdf(document -> {}, pages);
    }

    /** @param ownerOnly whether it opens without a password */
    static byte[] protectedPdf(boolean ownerOnly) {
        return pdf(
                document -> {
                    var policy =
                            new StandardProtectionPolicy("owner", ownerOnly ? "" : "secret", new AccessPermission());
                    document.protect(policy);
                },
                new PDPage(PDRectangle.A4));
    }

    private interface Preparing {
        void prepare(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Preparing preparing, PDPage... pages) {
        return bytes(bytes -> {
            try (var document = new PDDocument()) {
                List.of(pages).forEach(document::addPage);
                document.setDocumentId(1L); // otherwise no two are alike
                preparing.prepare(document);
                document.save(bytes);
            }
        });
    }

    static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return bytes(bytes -> ImageIO.write(picture, format, bytes));
    }

    public static byte[] picture() {
        return picture("png", 400, 300);
    }

    /** A photo that was taken with the phone held upright: its red corner, top left as stored, is seen top right. */
    static byte[] lyingPhoto(int width, int height) {
        var plain = picture("jpeg", width, height);
        return bytes(bytes -> {
            bytes.write(plain, 0, 2);
            bytes.write(LYING);
            bytes.write(plain, 2, plain.length - 2);
        });
    }

    static byte[] ofd() {
        return zip("OFD.xml", "Doc_0/Document.xml");
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "word/document.xml");
    }

    static byte[] zip(String... names) {
        return bytes(bytes -> {
            try (var zip = new ZipOutputStream(bytes)) {
                for (var name : names) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write("<xml/>".getBytes(StandardCharsets.UTF_8));
                }
            }
        });
    }

    /** A document with a file inside that unpacks to so many megabytes of nothing. */
    static byte[] bomb(int megabytes) {
        var nothing = new byte[1024 * 1024];
        return bytes(bytes -> {
            try (var zip = new ZipOutputStream(bytes)) {
                for (var name : List.of("[Content_Types].xml", "word/document.xml")) {
                    zip.putNextEntry(new ZipEntry(name));
                }
                zip.putNextEntry(new ZipEntry("word/media/picture.bmp"));
                for (int i = 0; i < megabytes; i++) {
                    zip.write(nothing);
                }
            }
        });
    }

    public static Upload upload(String name, byte[] content) {
        return new Upload(name, new ByteArrayResource(content));
    }

    private static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
