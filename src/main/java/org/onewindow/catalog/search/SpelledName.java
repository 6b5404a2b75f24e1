package org.onewindow.catalog.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name that is found by its characters and by the first letters of their pinyin, mixed as one likes. A character with
 * several readings (行, 长, 重, 调) is found by the first letter of each of them.
 *
 * @param places for each character itself and the letters it is found by; signs such as brackets are left out
 */
record SpelledName(List<String> places) {

    static SpelledName of(String name) {
        return new SpelledName(
                plain(name).chars().mapToObj(c -> place((char) c)).toList());
    }

    /** What remains of a text when width, case and signs do not matter. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String place(char character) {
        if (!Character.isIdeographic(character)) {
            return String.valueOf(character);
        }
        return character
                + PinyinHelper.toPinyinList(character, PinyinStyleEnum.NORMAL).stream()
                        .map(reading -> reading.substring(0, 1))
                        .distinct()
                        .collect(Collectors.joining());
    }

    /** Where a plain text begins in the name; -1 where it is not found. */
    int indexOf(String plain) {
        for (int from = 0; from + plain.length() <= places.size(); from++) {
            if (isAt(from, plain)) {
                return from;
            }
        }
        return -1;
    }

    private boolean isAt(int from, String plain) {
        for (int i = 0; i < plain.length(); i++) {
            if (places.get(from + i).indexOf(plain.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    int length() {
        return places.size();
    }
}
