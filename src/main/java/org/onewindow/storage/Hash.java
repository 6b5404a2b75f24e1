package org.onewindow.storage;

import java.util.regex.Pattern;

/** SHA-256 in lower-case hex. Only such a text ever becomes part of a path. */
final class Hash {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Hash() {}

    static boolean isHash(String text) {
        return FORM.matcher(text).matches();
    }

    static String require(String text) {
        if (!isHash(text)) {
            throw new IllegalArgumentException("not a hash");
        }
        return text;
    }
}
