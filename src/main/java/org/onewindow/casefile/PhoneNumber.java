package org.onewindow.casefile;

/** Telephone numbers (电话号码) of the mainland. */
public final class PhoneNumber {

    /** What is wrong with a number that is none, after the field's name. */
    public static final String RULE = "不正确，应为11位手机号码或者带区号的固定电话";

    private PhoneNumber() {}

    public static boolean isValid(String number) {
        return number.matches("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");
    }
}
