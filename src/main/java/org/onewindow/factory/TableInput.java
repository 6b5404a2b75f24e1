package org.onewindow.factory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An input column of the materials table. Its possible values are cut into finitely many parts: the options, true and
 * false, or the numbers that conditions name and the ranges between them. So any condition is a set of parts.
 *
 * @param options the values to choose from; empty for a number
 * @param points the numbers that conditions compare with, ascending
 */
record TableInput(String key, String label, Type type, List<String> options, List<BigDecimal> points) {

    enum Type {
        CHOICE("string"),
        FLAG("boolean"),
        NUMBER("double");

        private final String typeRef;

        Type(String typeRef) {
            this.typeRef = typeRef;
        }

        String typeRef() {
            return typeRef;
        }
    }

    private static final List<String> FLAGS = List.of("true", "false");

    static TableInput flag(String key, String label) {
        return new TableInput(key, label, Type.FLAG, FLAGS, List.of());
    }

    BitSet all() {
        var all = new BitSet();
        all.set(0, type == Type.NUMBER ? 2 * points.size() + 1 : options.size());
        return all;
    }

    /** The parts for which a comparison holds; the value is one of the options or points. */
    BitSet matching(String operator, String value) {
        int at = type == Type.NUMBER ? 2 * points.indexOf(new BigDecimal(value)) + 1 : options.indexOf(value);
        var all = all();
        var matching = new BitSet();
        switch (operator) {
            case "=", "!=" -> matching.set(at);
            case "<", ">=" -> matching.set(0, at);
            case "<=", ">" -> matching.set(0, at + 1);
            default -> throw new IllegalArgumentException(operator);
        }
        if (operator.equals("!=") || operator.startsWith(">")) {
            all.andNot(matching);
            return all;
        }
        return matching;
    }

    /** A set of parts as a FEEL unary test; empty where every value will do. */
    String test(BitSet parts) {
        if (parts.equals(all())) {
            return "";
        }
        return switch (type) {
            case CHOICE ->
                parts.stream().mapToObj(i -> '"' + options.get(i) + '"').collect(Collectors.joining(","));
            // an unticked box sends nothing, which is not true either
            case FLAG -> parts.get(0) ? "true" : "not(true)";
            case NUMBER -> ranges(parts);
        };
    }

    private String ranges(BitSet parts) {
        var ranges = new ArrayList<String>();
        for (int from = parts.nextSetBit(0); from >= 0; ) {
            int end = parts.nextClearBit(from);
            ranges.add(range(from, end - 1));
            from = parts.nextSetBit(end);
        }
        return String.join(",", ranges);
    }

    /** Odd parts are points, even ones what lies between them. */
    private String range(int from, int to) {
        boolean fromPoint = from % 2 == 1;
        boolean toPoint = to % 2 == 1;
        if (from == 0) {
            return (toPoint ? "<= " : "< ") + point(toPoint ? to : to + 1);
        }
        if (to == 2 * points.size()) {
            return (fromPoint ? ">= " : "> ") + point(fromPoint ? from : from - 1);
        }
        if (from == to && fromPoint) {
            return point(from);
        }
        return (fromPoint ? "[" : "]") + point(fromPoint ? from : from - 1) + ".." + point(toPoint ? to : to + 1)
                + (toPoint ? "]" : "[");
    }

    private String point(int part) {
        return points.get((part - 1) / 2).toPlainString();
    }
}
