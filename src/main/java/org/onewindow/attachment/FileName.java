package org.onewindow.attachment;

import java.text.Normalizer;
import java.util.Locale;

/** What an attachment is called: the sender's name for it, without folders and without what no file should be called. */
final class FileName {

    /** Characters. */
    private static final int LONGEST = 100;

    private FileName() {}

    /** The name alone, its ending that of the content. */
    static String clean(String sent, FileType type) {
        var stem = withoutEnding(plain(sent), type).replaceAll("^[. ]+|[. ]+$", "");
        return (stem.isEmpty() ? "附件" : shortened(stem)) + "." + type.ending();
    }

    /** The name in a message about a file that was not taken. */
    static String shown(String sent) {
        return shortened(plain(sent));
    }

    private static String plain(String sent) {
        var composed = Normalizer.normalize(sent, Normalizer.Form.NFC);
        var alone = composed.substring(Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\')) + 1);
        // Control and format characters, some of which turn the direction of reading: gpj.exe looks like exe.jpg.
        return alone.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
                : text;
    }

    private static String withoutEnding(String name, FileType type) {
        int dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean isKnown = ending.equals(type.ending()) || type == FileType.JPEG && ending.equals("jpeg");
        return dot >= 0 && isKnown ? name.substring(0, dot) : name;
    }
}
