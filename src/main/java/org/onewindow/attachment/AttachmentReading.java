package org.onewindow.attachment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.storage.FileStore;
import org.springframework.stereotype.Service;

/** Hands attachments out: shown with a watermark (查看), or as they are (下载). Each is put on record first. */
@Service
public class AttachmentReading {

    /** Each takes a processor and some memory. */
    private final Semaphore atOnce = new Semaphore(2);

    private final FileStore store;
    private final AttachmentRows rows;
    private final PdfPages pages;
    private final Clock clock;

    AttachmentReading(FileStore store, AttachmentRows rows, PdfPages pages, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param length bytes
     * @param stream whoever reads it closes it
     */
    public record Content(String mediaType, long length, InputStream stream) {}

    /** The text across whatever is shown of a case's files. */
    static String watermark(CaseFile file) {
        return "仅供办理" + file.itemName() + "事项使用";
    }

    /** The file as it was sent. */
    public Content download(Attachment attachment, String account) {
        rows.access(attachment, "download", account, clock.instant());
        return new Content(attachment.type().mediaType(), attachment.size(), open(attachment));
    }

    /**
     * The file with the case's watermark.
     *
     * @throws RefusedInput if it is of a type that is not shown, or cannot be shown
     * @throws NoChineseFont if the server cannot write the watermark
     */
    public Content view(CaseFile file, Attachment attachment, String account) {
        if (!attachment.type().isViewable()) {
            throw new RefusedInput(attachment.type().label() + "文件不能在线查看，请下载");
        }
        rows.access(attachment, "view", account, clock.instant());
        var tile = Watermark.tile(watermark(file));
        atOnce.acquireUninterruptibly();
        try {
            return marked(attachment, tile);
        } catch (IOException e) {
            throw new RefusedInput("这个文件不能加水印显示，请下载后查看");
        } finally {
            atOnce.release();
        }
    }

    /**
     * A page of a PDF with the case's watermark, as a picture.
     *
     * @param page 1-based
     * @return empty for a page that there is not
     * @throws RefusedInput if it is no PDF, or cannot be shown
     * @throws NoChineseFont if the server cannot write the watermark
     */
    public Optional<PdfPages.Page> page(CaseFile file, Attachment attachment, int page, String account) {
        if (attachment.type() != FileType.PDF) {
            throw new RefusedInput(attachment.type().label() + "文件不分页");
        }
        rows.access(attachment, "view", account, clock.instant());
        var tile = Watermark.tile(watermark(file));
        try (var content = open(attachment)) {
            return pages.draw(content, page, Optional.of(tile));
        } catch (IOException e) {
            throw new RefusedInput("这个文件不能在这里显示，请下载后查看");
        }
    }

    private Content marked(Attachment attachment, BufferedImage tile) throws IOException {
        var source = Files.createTempFile("view-", ".part");
        var target = Files.createTempFile("view-", ".part");
        boolean isDone = false;
        try (var content = open(attachment)) {
            Files.copy(content, source, StandardCopyOption.REPLACE_EXISTING);
            if (attachment.type().isPicture()) {
                MarkedPicture.write(source, tile, target);
            } else {
                MarkedPdf.write(source, tile, target);
            }
            var shown = shown(attachment.type().isPicture() ? FileType.JPEG : FileType.PDF, target);
            isDone = true;
            return shown;
        } finally {
            Files.deleteIfExists(source);
            if (!isDone) {
                Files.deleteIfExists(target);
            }
        }
    }

    /** The file goes when its reader has closed it. */
    private static Content shown(FileType type, Path file) throws IOException {
        return new Content(
                type.mediaType(), Files.size(file), Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** @throws IllegalStateException if the store has lost the file, which {@code Filing} does not let happen */
    private InputStream open(Attachment attachment) {
        return store.open(attachment.sha256())
                .orElseThrow(() -> new IllegalStateException("the file store has lost " + attachment.sha256()));
    }
}
