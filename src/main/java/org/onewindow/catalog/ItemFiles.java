package org.onewindow.catalog;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files of an item's folder.
 *
 * @param folder how the folder is named, e.g. {@code social/public-health-permit}
 * @param texts their contents by name; those of {@link #NAMES} that there are
 * @param documents the blank forms and samples (空白表格、示例样表) that the page names, by name; those that there are
 */
public record ItemFiles(String folder, Map<String, String> texts, Map<String, byte[]> documents) {

    public static final String PAGE = "item.yaml";
    public static final String SITUATION = "situation.form";
    public static final String MATERIALS = "materials.dmn";
    public static final String PROCESS = "process.bpmn";
    /** The item's own template of its result (结果文书模板), which it may have or not. */
    public static final String RESULT = "result.html";
    /** All files that an item has. */
    public static final List<String> NAMES = List.of(PAGE, SITUATION, MATERIALS, PROCESS);

    private static final Pattern DOCUMENT = Pattern.compile(
            "[\\p{L}\\p{N}（《〔][\\p{L}\\p{N}（）《》〔〕()、·_ .-]{0,100}\\.(?i:pdf|docx?|wps|xlsx?|et|jpe?g|png|ofd)");

    /** Whether a file may be a document of an item by its name: a plain one, of a kind that applicants can open. */
    public static boolean isDocument(String name) {
        return DOCUMENT.matcher(name).matches();
    }

    /** Gives a file's content by its name; empty if there is no such file. */
    public interface Source<E extends Exception> {
        Optional<byte[]> read(String name) throws E;
    }

    /** The files of a folder. */
    public static <E extends Exception> ItemFiles of(String folder, Source<E> source) throws E {
        var texts = new TreeMap<String, String>();
        for (var name : NAMES) {
            source.read(name).ifPresent(content -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
        }
        var documents = new TreeMap<String, byte[]>();
        for (var name : ItemPage.read(texts.getOrDefault(PAGE, "")).documents()) {
            source.read(name).ifPresent(content -> documents.put(name, content));
        }
        source.read(RESULT).ifPresent(content -> documents.put(RESULT, content));
        return new ItemFiles(folder, texts, documents);
    }

    /** Tells one content from another, wherever its folder lies. */
    public String digest() {
        var digest = DigestUtils.getSha256Digest();
        for (var name : NAMES) {
            digest.update(texts.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        for (var document : new TreeMap<>(documents).entrySet()) {
            var head = document.getKey() + '\0' + document.getValue().length + '\0';
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(document.getValue());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
