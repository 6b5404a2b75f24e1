package org.onewindow.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.onewindow.casefile.RefusedInput;

/** What a file is, by its content; its name tells nothing. Refuses what nobody could open and what is no file to take. */
final class ContentCheck {

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Picture elements. */
    private static final long LARGEST_PICTURE = 100_000_000;

    private ContentCheck() {}

    /** @throws RefusedInput naming the reason and the remedy; it does not name the file */
    static FileType typeOf(Path file) throws IOException {
        var start = start(file);
        if (begins(start, PDF)) {
            return pdf(file);
        }
        if (begins(start, JPEG)) {
            return picture(file, FileType.JPEG);
        }
        if (begins(start, PNG)) {
            return picture(file, FileType.PNG);
        }
        return begins(start, ZIP) ? container(file) : refuse();
    }

    private static byte[] start(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return content.readNBytes(PNG.length);
        }
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    private static FileType pdf(Path file) {
        try (var document = PdfFiles.open(file)) {
            if (document.getNumberOfPages() == 0) {
                throw new RefusedInput("里面一页也没有，请重新生成后再传");
            }
            return FileType.PDF;
        } catch (InvalidPasswordException e) {
            throw new RefusedInput("设有打开口令，工作人员无法查看，请去掉口令后再传");
        } catch (IOException e) {
            throw damaged();
        }
    }

    private static FileType picture(Path file, FileType type) {
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReadersByFormatName(type.name());
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > LARGEST_PICTURE) {
                    throw new RefusedInput("图片过大（超过一亿像素），请缩小后再传");
                }
                return type;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static FileType container(Path file) {
        try {
            var names = ZipContent.names(file);
            if (names.contains("OFD.xml")) {
                return FileType.OFD;
            }
            if (names.contains("[Content_Types].xml") && names.contains("word/document.xml")) {
                if (names.contains("word/vbaProject.bin")) {
                    throw new RefusedInput("带有宏，请另存为不带宏的 docx 或者 PDF 后再传");
                }
                return FileType.DOCX;
            }
            return refuse();
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static FileType refuse() {
        throw new RefusedInput("不是 PDF、JPEG、PNG、OFD 或者 DOCX 文件（以内容为准，改文件名无效），请转换后再传");
    }

    private static RefusedInput damaged() {
        return new RefusedInput("已经损坏，打不开，请重新生成后再传");
    }
}
