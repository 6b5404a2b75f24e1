package org.onewindow.database;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a password in production must be. */
final class PasswordRule {

    private static final int SHORTEST = 12;
    private static final int FEWEST_CLASSES = 3;
    /** A shorter name turns up in good passwords by chance. */
    private static final int SHORTEST_NAME = 3;

    /** Words to which nothing but digits and signs was added do not make a password. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "onewindow",
            "yichuang",
            "camunda",
            "postgres",
            "postgresql",
            "password",
            "passw",
            "passwd",
            "pwd",
            "mima",
            "admin",
            "administrator",
            "root",
            "demo",
            "test",
            "changeme",
            "letmein",
            "welcome",
            "qwerty",
            "qwertyuiop",
            "abc",
            "abcdef",
            "secret",
            "iloveyou",
            "woaini");

    private PasswordRule() {}

    /** Why the password is weak, in Chinese; empty if it is not. Lengths are in characters. */
    static Optional<String> weakness(String password, String userName) {
        var lower = password.toLowerCase(Locale.ROOT);
        var name = userName.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("太短，至少要有 " + SHORTEST + " 个字符");
        }
        if (classes(password) < FEWEST_CLASSES) {
            return Optional.of("太简单，大写字母、小写字母、数字、符号四类中至少要有三类");
        }
        if (name.length() >= SHORTEST_NAME && lower.contains(name)) {
            return Optional.of("包含了用户名");
        }
        if (WELL_KNOWN.contains(lower.replaceAll("[^a-z]", ""))) {
            return Optional.of("是常见密码或演示密码");
        }
        return Optional.empty();
    }

    private static long classes(String password) {
        return Stream.of("\\p{Lu}", "\\p{Ll}", "\\p{Nd}", "[^\\p{Lu}\\p{Ll}\\p{Nd}]")
                .filter(kind -> password.matches("(?s).*" + kind + ".*"))
                .count();
    }
}
