package org.onewindow.document;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What opens a paper's entry in the public register (验证码): 20 characters of 5 bits each, 100 bits that nobody guesses.
 * Without the letters I, L, O and U, which are misread.
 */
public record VerificationCode(String value) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    static VerificationCode random() {
        return new VerificationCode(RANDOM.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(i -> CHARACTERS.substring(i, i + 1))
                .collect(Collectors.joining()));
    }

    /** The code that somebody typed, with or without its hyphens; empty for what cannot be one. */
    public static Optional<VerificationCode> parse(String typed) {
        var text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return text.length() == LENGTH && text.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)
                ? Optional.of(new VerificationCode(text))
                : Optional.empty();
    }

    /** As it is printed: 7K3QD-… */
    public String printed() {
        return value.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }
}
