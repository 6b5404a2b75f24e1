package org.onewindow.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Check digits of the numbers that people carry. */
final class IdentityNumber {

    private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String PERSON_CHECKS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

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
}
