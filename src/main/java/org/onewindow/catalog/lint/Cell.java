package org.onewindow.catalog.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a cell of a decision table lets through. Expressions beyond those that designers write, literals and comparisons
 * with numbers, are only compared by their text.
 */
sealed interface Cell {

    Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[^,\"]+");
    Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)?\\s*(-?\\d+(?:\\.\\d+)?)");
    Pattern INTERVAL =
            Pattern.compile("([\\[(\\]])\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*([])\\[])");
    Pattern NEGATION = Pattern.compile("not\\s*\\((.*)\\)");

    /** Whether everything that passes the other passes this. */
    boolean covers(Cell other);

    /** Whether surely something passes both. */
    boolean meets(Cell other);

    /** Everything passes. */
    record Any() implements Cell {
        @Override
        public boolean covers(Cell other) {
            return true;
        }

        @Override
        public boolean meets(Cell other) {
            return true;
        }
    }

    /** Some values of a list. */
    record Values(Set<String> values) implements Cell {
        @Override
        public boolean covers(Cell other) {
            return other instanceof Values others && values.containsAll(others.values);
        }

        @Override
        public boolean meets(Cell other) {
            return other instanceof Any
                    || (other instanceof Values others && values.stream().anyMatch(others.values::contains));
        }
    }

    /** Numbers in ranges. */
    record Numbers(List<Range> ranges) implements Cell {
        @Override
        public boolean covers(Cell other) {
            return other instanceof Numbers numbers
                    && numbers.ranges.stream().allMatch(range -> ranges.stream().anyMatch(r -> r.covers(range)));
        }

        @Override
        public boolean meets(Cell other) {
            return other instanceof Any
                    || (other instanceof Numbers numbers
                            && numbers.ranges.stream()
                                    .anyMatch(range -> ranges.stream().anyMatch(r -> r.meets(range))));
        }
    }

    record Range(double from, boolean fromIn, double to, boolean toIn) {
        boolean covers(Range other) {
            return (from < other.from || (from == other.from && (fromIn || !other.fromIn)))
                    && (to > other.to || (to == other.to && (toIn || !other.toIn)));
        }

        boolean meets(Range other) {
            return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
        }

        private boolean beginsBeforeEndOf(Range other) {
            return from < other.to || (from == other.to && fromIn && other.toIn);
        }
    }

    /** Anything else. */
    record Opaque(String text) implements Cell {
        @Override
        public boolean covers(Cell other) {
            return equals(other);
        }

        @Override
        public boolean meets(Cell other) {
            return other instanceof Any || equals(other);
        }
    }

    /** @param possible all values that the input can have; empty if any */
    static Cell of(String text, Set<String> possible) {
        var negation = NEGATION.matcher(text);
        if (text.isEmpty() || text.equals("-")) {
            return new Any();
        }
        if (negation.matches()) {
            return possible.isEmpty() || literals(negation.group(1)).isEmpty()
                    ? new Opaque(text)
                    : values(without(possible, literals(negation.group(1))), possible);
        }
        var literals = literals(text);
        if (!literals.isEmpty()) {
            return values(literals, possible);
        }
        var ranges = ranges(text);
        return ranges.isEmpty() ? new Opaque(text) : new Numbers(ranges);
    }

    private static Cell values(Set<String> values, Set<String> possible) {
        return !possible.isEmpty() && values.containsAll(possible) ? new Any() : new Values(values);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** The texts, and true or false, that a cell lists or negates; empty if it holds anything else. */
    static Set<String> literals(String text) {
        var literals = new TreeSet<String>();
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            var token = tokens.group().strip();
            if (token.startsWith("\"") && token.length() > 1) {
                literals.add(token.substring(1, token.length() - 1));
            } else if (token.equals("true") || token.equals("false")) {
                literals.add(token);
            } else if (!token.isEmpty()) {
                return Set.of();
            }
        }
        return literals;
    }

    /** The literals of a cell, those within a negation among them. */
    static Set<String> mentioned(String text) {
        var negation = NEGATION.matcher(text);
        return literals(negation.matches() ? negation.group(1) : text);
    }

    private static List<Range> ranges(String text) {
        var ranges = new ArrayList<Range>();
        for (var token : text.split(",", -1)) {
            var comparison = COMPARISON.matcher(token.strip());
            var interval = INTERVAL.matcher(token.strip());
            if (comparison.matches()) {
                ranges.add(range(comparison.group(1), Double.parseDouble(comparison.group(2))));
            } else if (interval.matches()) {
                ranges.add(new Range(
                        Double.parseDouble(interval.group(2)),
                        interval.group(1).equals("["),
                        Double.parseDouble(interval.group(3)),
                        interval.group(4).equals("]")));
            } else {
                return List.of();
            }
        }
        return ranges;
    }

    private static Range range(String operator, double number) {
        return switch (operator == null ? "" : operator) {
            case "<" -> new Range(Double.NEGATIVE_INFINITY, false, number, false);
            case "<=" -> new Range(Double.NEGATIVE_INFINITY, false, number, true);
            case ">" -> new Range(number, false, Double.POSITIVE_INFINITY, false);
            case ">=" -> new Range(number, true, Double.POSITIVE_INFINITY, false);
            default -> new Range(number, true, number, true);
        };
    }
}
