package org.onewindow.organization;

/** Check digits of the number that organisations carry (统一社会信用代码). */
public final class CreditCode {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /** 统一社会信用代码 (GB 32100), with the organisation code inside it (GB 11714). */
    public static boolean isValid(String code) {
        if (!code.matches("[" + CHARACTERS + "]{18}")) {
            return false;
        }
        int sum = weighted(code, 0, WEIGHTS);
        boolean whole = CHARACTERS.charAt((31 - sum % 31) % 31) == code.charAt(17);
        int check = 11 - organizationSum(code) % 11;
        char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return whole && code.charAt(16) == expected;
    }

    private static int weighted(String code, int from, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += CHARACTERS.indexOf(code.charAt(from + i)) * weights[i];
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
