package org.onewindow.attachment;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * How a phone was held when it took a picture (Exif 2.3, 4.6.4 A): 1 to 8, 1 being upright.
 *
 * @param value as the standard counts
 */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";
    private static final String APP1 = "225";
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Upright where the picture says nothing, or nothing that can be read. */
    static Orientation of(ImageReader reader) throws IOException {
        var metadata = reader.getImageMetadata(0);
        if (metadata == null || !JPEG_METADATA.equals(metadata.getNativeMetadataFormatName())) {
            return UPRIGHT;
        }
        var markers = ((IIOMetadataNode) metadata.getAsTree(JPEG_METADATA)).getElementsByTagName("unknown");
        for (int i = 0; i < markers.getLength(); i++) {
            var marker = (IIOMetadataNode) markers.item(i);
            if (marker.getAttribute("MarkerTag").equals(APP1) && marker.getUserObject() instanceof byte[] content) {
                return of(content);
            }
        }
        return UPRIGHT;
    }

    private static Orientation of(byte[] app1) {
        if (app1.length < EXIF.length || !ByteBuffer.wrap(app1, 0, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
            return UPRIGHT;
        }
        try {
            var exif = ByteBuffer.wrap(app1, EXIF.length, app1.length - EXIF.length)
                    .slice();
            exif.order(exif.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = exif.getInt(4);
            int entries = exif.getShort(directory);
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY;
                if (exif.getShort(entry) == TAG) {
                    int value = exif.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    boolean isTurned() {
        return value >= 5;
    }

    /** From the picture as it is stored to the picture as it is seen. */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
