package org.onewindow.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A case number (办件编号): district 150203, receipt date, six-digit sequence and a check digit (ISO 7064 MOD 11,10) that
 * catches every mistyped digit and nearly all neighbours that changed places. 21 digits.
 */
public record CaseNumber(String value) {

    private static final String DISTRICT = "150203";
    private static final Pattern DIGITS = Pattern.compile("\\d{21}");

    public CaseNumber {
        if (!isValid(value)) {
            throw new RefusedInput("caseNumber", "办件编号应为21位数字且校验位正确，请核对收件凭证");
        }
    }

    /** The number in a text; empty for anything else. */
    public static Optional<CaseNumber> parse(String text) {
        return isValid(text) ? Optional.of(new CaseNumber(text)) : Optional.empty();
    }

    /** What comes before every number of a day and after those of all days before, as texts are sorted. */
    static String firstOf(LocalDate day) {
        return DISTRICT + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static CaseNumber of(LocalDate day, int sequence) {
        var digits = DISTRICT + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%06d".formatted(sequence);
        return new CaseNumber(digits + (11 - product(digits)) % 10);
    }

    private static boolean isValid(String text) {
        return text != null
                && DIGITS.matcher(text).matches()
                && (product(text.substring(0, 20)) + text.charAt(20) - '0') % 10 == 1;
    }

    private static int product(String digits) {
        int product = 10;
        for (var digit : digits.toCharArray()) {
            int sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return product;
    }

    @Override
    public String toString() {
        return value;
    }
}
