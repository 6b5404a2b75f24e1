package org.onewindow.workflow.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.onewindow.casefile.Acceptance;
import org.onewindow.catalog.Material;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.workflow.rehearsal.Rehearsed.Situation;

/**
 * Every combination of what materials.dmn and the gateways of the process ask (情形): all options of a choice, and of a number
 * those on either side of each threshold.
 */
final class Situations {

    static final int MOST = 5_000;
    static final String DISTRICT = "district";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private final ServiceItem item;
    private final JsonNode form;
    private final List<Question> questions = new ArrayList<>();
    private final List<Question> askedOnTheWay;

    /** @param values every value that makes a difference, by what it is called */
    private record Question(String field, String label, Map<Object, String> values) {}

    /**
     * A situation with its answers.
     *
     * @param answers by field of the application form; those that are not decided here are missing
     * @param way tells apart what the process's own gateways ask
     */
    record Answered(Situation situation, Map<String, Object> answers, String way) {

        Answered with(Map<String, Object> more) {
            var changed = new LinkedHashMap<>(answers);
            changed.putAll(more);
            return new Answered(situation, changed, way);
        }

        /** Whether it was chosen for the department that it goes to. */
        boolean isRouted() {
            return answers.containsKey(DISTRICT);
        }
    }

    /** @param conditions those of the process's gateways */
    Situations(ServiceItem item, JsonNode form, DmnModelInstance table, List<String> conditions) {
        this.item = item;
        this.form = form;
        var columns =
                table.getModelElementsByType(DecisionTable.class).iterator().next();
        int column = 0;
        for (var input : columns.getInputs()) {
            var cells = new ArrayList<String>();
            for (Rule rule : columns.getRules()) {
                cells.add(new ArrayList<InputEntry>(rule.getInputEntries())
                        .get(column)
                        .getTextContent());
            }
            field(input.getInputExpression().getText().getTextContent().strip())
                    .ifPresent(found -> questions.add(question(found, cells)));
            column++;
        }
        this.askedOnTheWay = StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(field -> isAsked(conditions, field.path("key").asText()))
                .map(field -> question(field, List.of()))
                .toList();
        askedOnTheWay.stream()
                .filter(asked -> questions.stream().noneMatch(q -> q.field().equals(asked.field())))
                .forEach(questions::add);
    }

    private static boolean isAsked(List<String> conditions, String key) {
        return !key.isEmpty()
                && conditions.stream()
                        .anyMatch(condition ->
                                condition.contains("'" + key + "'") || condition.contains('"' + key + '"'));
    }

    private Optional<JsonNode> field(String key) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst();
    }

    private Question question(JsonNode field, List<String> cells) {
        var key = field.path("key").asText();
        return new Question(key, field.path("label").asText(), values(field, key, cells));
    }

    private Map<Object, String> values(JsonNode field, String key, List<String> cells) {
        var values = new LinkedHashMap<Object, String>();
        switch (field.path("type").asText()) {
            case "checkbox" -> {
                if (!field.path("validate").path("required").asBoolean()) {
                    values.put(false, "否");
                }
                values.put(true, "是");
            }
            case "number" -> thresholds(field.path("validate"), cells).forEach(n -> values.put(n, n.toString()));
            case "radio", "select" ->
                field.path("values").forEach(option -> {
                    var value = option.path("value").asText();
                    if (!value.equals(Acceptance.INELIGIBLE) && isServed(key, value)) {
                        values.put(value, option.path("label").asText());
                    }
                });
            default ->
                cells.stream()
                        .flatMap(cell ->
                                Pattern.compile("\"([^\"]+)\"").matcher(cell).results())
                        .forEach(text -> values.put(text.group(1), text.group(1)));
        }
        return values;
    }

    private boolean isServed(String key, String value) {
        return !key.equals("applicantType")
                || item.serviceObjects().stream().anyMatch(type -> type.code().equals(value));
    }

    private static TreeSet<Long> thresholds(JsonNode validate, List<String> cells) {
        long least = (long) Math.ceil(validate.path("min").asDouble(0));
        long most = (long) Math.floor(validate.path("max").asDouble(Long.MAX_VALUE));
        var values = new TreeSet<Long>();
        cells.forEach(cell -> NUMBER.matcher(cell).results().forEach(found -> {
            long threshold = (long) Math.floor(Double.parseDouble(found.group()));
            for (long near = threshold - 1; near <= threshold + 1; near++) {
                values.add(Math.min(Math.max(near, least), most));
            }
        }));
        if (values.isEmpty()) {
            values.add(least);
        }
        return values;
    }

    /** No answer, and each option of each of some fields: what differs from a plain situation. */
    List<Map<String, Object>> variants(List<String> fields) {
        var variants = new ArrayList<Map<String, Object>>();
        variants.add(Map.of());
        for (var field : fields) {
            options(field).forEach(option -> variants.add(Map.of(field, option)));
        }
        return variants;
    }

    /** The options of a field of the application form. */
    List<String> options(String key) {
        return field(key).map(field -> FilledForm.options(field.path("values"))).orElse(List.of());
    }

    /**
     * All combinations, the first of which is the plainest; after them one for each answer that shuts the applicant out.
     *
     * @param taken what of the answers the form takes: those to hidden questions fall
     * @param materials the codes that the item's table asks for, by the answers that were taken
     * @throws TooMany beyond {@link #MOST}
     */
    List<Answered> all(
            UnaryOperator<Map<String, Object>> taken, Function<Map<String, Object>, List<String>> materials) {
        long combinations = questions.stream()
                .mapToLong(question -> Math.max(1, question.values().size()))
                .reduce(1, Math::multiplyExact);
        if (combinations > MOST) {
            throw new TooMany(combinations);
        }
        var combined = new LinkedHashSet<Map<String, Object>>();
        combine(0, new LinkedHashMap<>(), answers -> combined.add(taken.apply(answers)));
        var all = new ArrayList<Answered>();
        for (var answers : combined) {
            var situation = new Situation(all.size() + 1, words(answers), names(materials.apply(answers)), true);
            all.add(new Answered(situation, answers, way(answers)));
        }
        for (var field : form.path("components")) {
            if (field.path("values").findValuesAsText("value").contains(Acceptance.INELIGIBLE)) {
                all.add(shutOut(all.get(0), field, all.size() + 1));
            }
        }
        return all;
    }

    /** More combinations than anybody could check. */
    static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMany(long combinations) {
            super("材料清单的条件共有" + combinations + "种组合，超过" + MOST + "种，不能逐一演练。请减少 materials.dmn 的输入，或者拆成两个事项。");
        }
    }

    private void combine(int next, Map<String, Object> answers, Consumer<Map<String, Object>> found) {
        if (next == questions.size()) {
            found.accept(answers);
            return;
        }
        var question = questions.get(next);
        if (question.values().isEmpty()) {
            combine(next + 1, answers, found);
        }
        for (var value : question.values().keySet()) {
            var more = new LinkedHashMap<>(answers);
            more.put(question.field(), value);
            combine(next + 1, more, found);
        }
    }

    private static Answered shutOut(Answered plain, JsonNode field, int number) {
        var option = StreamSupport.stream(field.path("values").spliterator(), false)
                .filter(value -> value.path("value").asText().equals(Acceptance.INELIGIBLE))
                .findFirst()
                .orElseThrow();
        var words = field.path("label").asText() + "：" + option.path("label").asText() + "（不符合受理条件）";
        var situation = new Situation(number, words, plain.situation().materials(), false);
        return new Answered(situation, plain.answers(), plain.way())
                .with(Map.of(field.path("key").asText(), Acceptance.INELIGIBLE));
    }

    private String words(Map<String, Object> answers) {
        return String.join(
                "；",
                questions.stream()
                        .filter(question -> answers.containsKey(question.field()))
                        .map(question ->
                                question.label() + "：" + question.values().get(answers.get(question.field())))
                        .toList());
    }

    private String way(Map<String, Object> answers) {
        return askedOnTheWay.stream()
                .map(question -> question.field() + "=" + answers.get(question.field()))
                .reduce("", (a, b) -> a + b + ";");
    }

    private List<String> names(List<String> codes) {
        return codes.stream()
                .map(code -> item.material(code).map(Material::name).orElse(code))
                .toList();
    }
}
