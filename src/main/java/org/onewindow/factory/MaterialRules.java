package org.onewindow.factory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.factory.Item.Comparison;
import org.onewindow.factory.Item.Condition;
import org.onewindow.factory.Item.MaterialLine;
import org.onewindow.factory.Item.Question;

/**
 * The rules of an item's materials table (材料清单). Conditions that may hold at once are cut apart, so that a material is
 * asked for by one rule at a time.
 *
 * @param inputs the columns: those of every item, then the questions that conditions name
 */
record MaterialRules(List<TableInput> inputs, List<Rule> rules) {

    /** @param tests the unary test of each input; empty where it does not matter */
    record Rule(String id, MaterialLine material, List<String> tests) {}

    static MaterialRules of(Item item) {
        return new Reader(item).read();
    }

    private static final class Reader {

        private final Item item;
        private final Map<String, Question> questions;
        private final Map<String, TableInput> inputs = new LinkedHashMap<>();

        private Reader(Item item) {
            this.item = item;
            this.questions = Manual.index(item.questions(), Question::key);
        }

        private MaterialRules read() {
            inputs.put(
                    "applicantType",
                    new TableInput(
                            "applicantType",
                            "申请人类型",
                            TableInput.Type.CHOICE,
                            List.of("person", "organization"),
                            List.of()));
            inputs.put("hasAgent", TableInput.flag("hasAgent", "是否代办"));
            item.questions().stream()
                    .filter(question -> !comparisons(question.key()).isEmpty())
                    .forEach(this::addInput);
            var rules = new ArrayList<Rule>();
            for (var material : item.materials()) {
                var boxes = boxes(material);
                for (int i = 0; i < boxes.size(); i++) {
                    var id = "rule_" + material.code() + (i == 0 ? "" : "_" + (i + 1));
                    rules.add(new Rule(id, material, tests(boxes.get(i))));
                }
            }
            return new MaterialRules(List.copyOf(inputs.values()), rules);
        }

        private List<Comparison> comparisons(String key) {
            return item.materials().stream()
                    .flatMap(material -> material.conditions().stream())
                    .flatMap(condition -> condition.comparisons().stream())
                    .filter(comparison -> comparison.key().equals(key))
                    .toList();
        }

        private void addInput(Question question) {
            var input =
                    switch (question.type()) {
                        case "select", "radio" ->
                            new TableInput(
                                    question.key(),
                                    question.label(),
                                    TableInput.Type.CHOICE,
                                    List.copyOf(question.options().keySet()),
                                    List.of());
                        case "number" ->
                            new TableInput(
                                    question.key(),
                                    question.label(),
                                    TableInput.Type.NUMBER,
                                    List.of(),
                                    comparisons(question.key()).stream()
                                            .flatMap(comparison -> number(comparison.value()).stream())
                                            .distinct()
                                            .sorted()
                                            .toList());
                        case "checkbox" -> TableInput.flag(question.key(), question.label());
                        default -> null;
                    };
            if (input == null) {
                question.row().refuse(ManualSheet.QUESTION_TYPE, "条件中用到的问题应为下拉、单选、数字或者勾选，请改变类型或者条件。");
            } else {
                if (!question.mandatory() && input.type() != TableInput.Type.FLAG) {
                    question.row().refuse(ManualSheet.MANDATORY, "条件中用到这个问题，应为必填，请改为是。");
                }
                inputs.put(question.key(), input);
            }
        }

        private static Optional<BigDecimal> number(String text) {
            return text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")
                    ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                    : Optional.empty();
        }

        /** A number that the form does not take tells no answers apart. */
        private static boolean isOutside(BigDecimal number, Question question) {
            return number.compareTo(BigDecimal.valueOf(question.least())) < 0
                    || number.compareTo(BigDecimal.valueOf(question.most())) > 0;
        }

        /** The combinations of answers for which a material is needed, no two of which have an answer in common. */
        private List<Map<String, BitSet>> boxes(MaterialLine material) {
            if (material.conditions().isEmpty()) {
                return List.of(everything());
            }
            var apart = new ArrayList<Map<String, BitSet>>();
            for (var condition : material.conditions()) {
                var box = box(condition);
                if (box.isEmpty()) {
                    continue;
                }
                var pieces = List.of(box.get());
                for (var earlier : apart) {
                    pieces = pieces.stream()
                            .flatMap(piece -> without(piece, earlier).stream())
                            .toList();
                }
                if (pieces.isEmpty()) {
                    condition.row().refuse(ManualSheet.CONDITION, "前面的行已包含这种情形，请删去这一行。");
                }
                apart.addAll(pieces);
            }
            return apart;
        }

        private Map<String, BitSet> everything() {
            var box = new LinkedHashMap<String, BitSet>();
            inputs.forEach((key, input) -> box.put(key, input.all()));
            return box;
        }

        private Optional<Map<String, BitSet>> box(Condition condition) {
            var box = everything();
            boolean understood = true;
            for (var comparison : condition.comparisons()) {
                var parts = matching(condition.row(), comparison);
                parts.ifPresent(found -> box.get(comparison.key()).and(found));
                understood &= parts.isPresent();
            }
            if (understood && box.values().stream().anyMatch(BitSet::isEmpty)) {
                condition.row().refuse(ManualSheet.CONDITION, "这些比较不可能同时成立，请改正或者分成几行。");
                return Optional.empty();
            }
            return understood ? Optional.of(box) : Optional.empty();
        }

        private Optional<BitSet> matching(Row row, Comparison comparison) {
            var input = inputs.get(comparison.key());
            if (input == null) {
                if (!questions.containsKey(comparison.key())) {
                    row.refuse(ManualSheet.CONDITION, "“情形”表中这个事项没有字段“" + comparison.key() + "”，请改正或者补上问题。");
                }
                return Optional.empty();
            }
            if (input.type() == TableInput.Type.NUMBER) {
                var number = number(comparison.value());
                if (number.isEmpty()) {
                    row.refuse(ManualSheet.CONDITION, "“" + comparison.value() + "”应为数字。");
                } else if (isOutside(number.get(), questions.get(comparison.key()))) {
                    row.refuse(
                            ManualSheet.CONDITION,
                            "“" + comparison.key() + "”的最小和最大之间没有 " + comparison.value() + "，请核对“情形”表中的范围或者改正条件。");
                    return Optional.empty();
                }
                return number.map(value -> input.matching(comparison.operator(), value.toString()));
            }
            var value = option(input, comparison.value());
            if (!comparison.operator().matches("!?=")) {
                row.refuse(ManualSheet.CONDITION, "“" + comparison.key() + "”不是数字，只能用 = 或者 ≠ 比较。");
            } else if (value.isEmpty()) {
                row.refuse(
                        ManualSheet.CONDITION,
                        "“" + comparison.key() + "”没有“" + comparison.value() + "”这个值，可用的有 "
                                + String.join("、", input.options()) + "；几个值中的任何一个都需要的，请每个值写一行。");
            } else {
                return value.map(found -> input.matching(comparison.operator(), found));
            }
            return Optional.empty();
        }

        /** The value of an option, be it written as value or as label. */
        private Optional<String> option(TableInput input, String written) {
            var labels = new HashMap<String, String>();
            switch (input.key()) {
                case "applicantType" -> labels.putAll(Map.of("自然人", "person", "法人", "organization"));
                case "hasAgent" -> labels.putAll(Map.of("是", "true", "否", "false"));
                default ->
                    questions
                            .get(input.key())
                            .options()
                            .forEach((value, label) -> labels.put(Row.narrow(label), value));
            }
            if (input.type() == TableInput.Type.FLAG) {
                labels.putAll(Map.of("是", "true", "否", "false", "yes", "true", "no", "false"));
            }
            return Optional.of(labels.getOrDefault(written, written)).filter(input.options()::contains);
        }

        private List<String> tests(Map<String, BitSet> box) {
            return inputs.values().stream()
                    .map(input -> input.test(box.get(input.key())))
                    .collect(Collectors.toList());
        }

        /** What is left of a box without another one. */
        private static List<Map<String, BitSet>> without(Map<String, BitSet> box, Map<String, BitSet> other) {
            if (box.keySet().stream().anyMatch(key -> !box.get(key).intersects(other.get(key)))) {
                return List.of(box);
            }
            var left = new ArrayList<Map<String, BitSet>>();
            var rest = new LinkedHashMap<>(box);
            for (var key : box.keySet()) {
                var outside = (BitSet) rest.get(key).clone();
                outside.andNot(other.get(key));
                if (!outside.isEmpty()) {
                    var piece = new LinkedHashMap<>(rest);
                    piece.put(key, outside);
                    left.add(piece);
                }
                var inside = (BitSet) rest.get(key).clone();
                inside.and(other.get(key));
                rest.put(key, inside);
            }
            return left;
        }
    }
}
