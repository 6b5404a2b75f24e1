package org.onewindow.casefile;

/** De-identification (脱敏) of what screens and lists show. */
public final class Masking {

    private Masking() {}

    /** 张三丰 becomes 张**. */
    public static String personName(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }
}
