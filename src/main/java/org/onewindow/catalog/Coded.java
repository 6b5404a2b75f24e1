package org.onewindow.catalog;

import java.util.stream.Stream;

/** A value of a code list: the code as files and interfaces carry it, and what it means in Chinese. */
public interface Coded {

    String code();

    String label();

    /** @throws IllegalArgumentException for a code that the list does not have */
    static <E extends Enum<E> & Coded> E of(Class<E> list, String code) {
        return Stream.of(list.getEnumConstants())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(list.getSimpleName() + " has no " + code));
    }
}
