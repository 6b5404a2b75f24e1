package org.onewindow.factory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A column of the workbook.
 *
 * @param note how to fill it in, in Chinese
 * @param choices what may be chosen, label to code; empty where anything may be written
 * @param several whether several values may stand in one cell
 */
record Column(String heading, boolean required, String note, Map<String, String> choices, boolean several) {

    static Column required(String heading, String note) {
        return new Column(heading, true, note, Map.of(), false);
    }

    static Column optional(String heading, String note) {
        return new Column(heading, false, note, Map.of(), false);
    }

    /** @param choices label and code in turn */
    Column choosing(String... choices) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < choices.length; i += 2) {
            map.put(choices[i], choices[i + 1]);
        }
        return new Column(heading, required, note, map, several);
    }

    Column listing() {
        return new Column(heading, required, note, choices, true);
    }

    Column yesOrNo() {
        return choosing("是", "true", "否", "false");
    }

    /** The code of a choice, be it written as label or as code. */
    Optional<String> code(String written) {
        var plain = plain(written);
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().equals(plain)
                        || plain(choice.getKey()).equals(plain))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String plain(String label) {
        return Row.narrow(label).replace(" ", "");
    }
}
