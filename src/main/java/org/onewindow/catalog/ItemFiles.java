package org.onewindow.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The files of an item's folder.
 *
 * @param folder how the folder is named, e.g. {@code social/public-health-permit}
 * @param texts their contents by name; those of {@link #NAMES} that there are
 */
public record ItemFiles(String folder, Map<String, String> texts) {

    public static final String PAGE = "item.yaml";
    public static final String SITUATION = "situation.form";
    public static final String MATERIALS = "materials.dmn";
    public static final String PROCESS = "process.bpmn";
    /** All files that an item has. */
    public static final List<String> NAMES = List.of(PAGE, SITUATION, MATERIALS, PROCESS);

    /** Tells one content from another, wherever its folder lies. */
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : NAMES) {
                digest.update(texts.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
