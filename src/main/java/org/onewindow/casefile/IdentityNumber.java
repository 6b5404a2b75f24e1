package org.onewindow.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Check digits of the numbers that people and organisations carry. */
final class IdentityNumber {

    private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String PERSON_CHECKS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private IdentityNumber() {}

    /** 公民身份号码 (GB 11643): length, birth date up to today, check digit. */
    static boolean isPerson(String number, LocalDate today) {
        if (!number.matches("[1-9]\\d{16}[\\dX]")) {
            return false;
        }
        try {
            var birth = LocalDate.parse(number.substring(6, 14), BIRTH);
            if (birth.isAfter(today) || birth.getYear() < 1880) {
                return false;
            }
        } catch (DateTimeException noSuchDay) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * PERSON_WEIGHTS[i];
        }
        return PERSON_CHECKS.charAt(sum % 11) == number.charAt(17);
    }

    /** 统一社会信用代码 (GB 32100), with the organisation code inside it (GB 11714). */
    static boolean isCreditCode(String code) {
        if (!code.matches("[" + CREDIT_CHARACTERS + "]{18}")) {
            return false;
        }
        int sum = weighted(code, 0, CREDIT_WEIGHTS);
        boolean whole = CREDIT_CHARACTERS.charAt((31 - sum % 31) % 31) == code.charAt(17);
        int check = 11 - organizationSum(code) % 11;
        char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return whole && code.charAt(16) == expected;
    }

    private static int weighted(String code, int from, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += CREDIT_CHARACTERS.indexOf(code.charAt(from + i)) * weights[i];
        }
        return sum;
    }

    // GB 11714 counts letters as A=10 … Z=35, without the gaps of GB 32100.
    private static int organizationSum(String code) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.getNumericValue(code.charAt(8 + i)) * ORGANIZATION_WEIGHTS[i];
        }
        return sum;
    }
}
