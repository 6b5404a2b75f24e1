package org.onewindow.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;
import org.onewindow.catalog.Catalog;
import org.onewindow.web.ItemQuestions.Question;
import org.onewindow.workflow.ItemMaterials;
import org.onewindow.workflow.form.AnswerCheck;
import org.onewindow.workflow.form.FormConditions;
import org.springframework.stereotype.Component;

/** Reads a reader's situation off an address, and what the item asks in it. Nothing of it is kept. */
@Component
class SituationReader {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    private final ItemQuestions questions;
    private final ItemMaterials materials;
    private final FormConditions conditions;

    SituationReader(ItemQuestions questions, ItemMaterials materials, FormConditions conditions) {
        this.questions = questions;
        this.materials = materials;
        this.conditions = conditions;
    }

    /**
     * The materials for a situation.
     *
     * @param sent answers by field; a blank one is none
     * @throws RefusedInput with every field that the item does not ask for, and every answer that it does not know
     */
    SituationAnswer read(Catalog.Entry entry, Map<String, String> sent) {
        var violations = new ArrayList<Violation>();
        refuseUnknown(known(entry), sent.keySet(), violations);
        var form = questions.form(entry);
        var answers = implied(entry);
        known(entry)
                .filter(question -> !sent.getOrDefault(question.field(), "").isBlank())
                .forEach(question -> answers.put(
                        question.field(),
                        value(question, sent.get(question.field()).strip(), form, violations)));
        var hidden = conditions.hidden(form, answers);
        answers.keySet().removeAll(hidden);
        violations.removeIf(violation -> hidden.contains(violation.field()));
        if (!violations.isEmpty()) {
            throw new RefusedInput(violations);
        }
        var asked = questions.onMaterials(entry).stream()
                .filter(question -> !hidden.contains(question.field()))
                .toList();
        return answer(entry, asked, answers);
    }

    private SituationAnswer answer(Catalog.Entry entry, List<Question> asked, Map<String, Object> answers) {
        var unanswered = asked.stream()
                .filter(question -> !answers.containsKey(question.field()))
                .toList();
        var lists = materials.asked(entry, asTheCaseHasThem(entry, answers, unanswered));
        return new SituationAnswer(
                unanswered.isEmpty(),
                listed(entry, lists.needed()),
                listed(entry, lists.undecided()),
                unanswered,
                asked);
    }

    /** The only kind of applicant need not be asked. */
    private static Map<String, Object> implied(Catalog.Entry entry) {
        var answers = new HashMap<String, Object>();
        var objects = entry.item().serviceObjects();
        if (objects.size() == 1) {
            answers.put(ItemQuestions.APPLICANT_TYPE, objects.get(0).code());
        }
        return answers;
    }

    /** The fields of an address that are answers; the others came from somewhere else and are of no concern. */
    Map<String, String> only(Catalog.Entry entry, Map<String, String> sent) {
        var fields = known(entry).map(Question::field).collect(Collectors.toSet());
        return sent.entrySet().stream()
                .filter(field -> fields.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Stream<Question> known(Catalog.Entry entry) {
        return Stream.concat(ItemQuestions.common(entry.item()), questions.of(entry).stream());
    }

    private static void refuseUnknown(Stream<Question> known, Set<String> sent, List<Violation> violations) {
        var unknown = new HashSet<>(sent);
        known.forEach(question -> unknown.remove(question.field()));
        unknown.stream()
                .sorted()
                .limit(3)
                .forEach(field -> violations.add(new Violation(
                        field.length() > 40 ? field.substring(0, 40) : field, "这个事项没有这个问题，请从事项的 questions 选取字段名")));
    }

    /** The answer as a form sends it. */
    private static Object value(Question question, String text, JsonNode form, List<Violation> violations) {
        return switch (question.type()) {
            case "choice" -> oneOf(question, text, violations);
            case "flag" -> oneOf(question, text, violations).equals("true");
            case "number" -> number(question, text, form, violations);
            default -> checked(question, text, form, violations);
        };
    }

    private static Object checked(Question question, Object value, JsonNode form, List<Violation> violations) {
        AnswerCheck.check(form, question.field(), value, violations);
        return value;
    }

    private static String oneOf(Question question, String text, List<Violation> violations) {
        if (question.options().stream().noneMatch(option -> option.code().equals(text))) {
            var options = question.options().stream()
                    .map(option -> option.code() + "（" + option.label() + "）")
                    .collect(Collectors.joining("、"));
            violations.add(new Violation(question.field(), "“" + question.label() + "”没有这个答案，可以选择：" + options));
        }
        return text;
    }

    private static Object number(Question question, String text, JsonNode form, List<Violation> violations) {
        if (!NUMBER.matcher(text).matches()) {
            violations.add(new Violation(question.field(), "“" + question.label() + "”应为数字，如 80 或者 80.5，整数不超过9位"));
            return text;
        }
        return checked(
                question, text.contains(".") ? (Object) Double.valueOf(text) : Integer.valueOf(text), form, violations);
    }

    /** A box that is not ticked is not sent, and what is never asked is answered with nothing. */
    private Map<String, Object> asTheCaseHasThem(
            Catalog.Entry entry, Map<String, Object> answers, List<Question> unanswered) {
        var all = new HashMap<>(answers);
        all.replaceAll((field, answer) ->
                Boolean.FALSE.equals(answer) && !field.equals(ItemQuestions.HAS_AGENT) ? null : answer);
        materials.questions(entry).stream()
                .filter(field -> unanswered.stream()
                        .noneMatch(question -> question.field().equals(field)))
                .forEach(field -> all.putIfAbsent(field, null));
        return all;
    }

    /** In the order of the manual. */
    private static List<ItemAnswer.MaterialAnswer> listed(Catalog.Entry entry, List<String> codes) {
        return entry.item().materials().stream()
                .filter(material -> codes.contains(material.code()))
                .map(material -> ItemAnswer.material(entry.item(), material))
                .toList();
    }
}
