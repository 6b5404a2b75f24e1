package org.onewindow.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;
import org.onewindow.catalog.Catalog;
import org.onewindow.web.ItemQuestions.Question;
import org.onewindow.workflow.ItemMaterials;
import org.springframework.stereotype.Component;

/** Reads a reader's situation off an address, and what the item asks in it. Nothing of it is kept. */
@Component
class SituationReader {

    private final ItemQuestions questions;
    private final ItemMaterials materials;

    SituationReader(ItemQuestions questions, ItemMaterials materials) {
        this.questions = questions;
        this.materials = materials;
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
        var answers = new HashMap<String, Object>();
        known(entry)
                .filter(question -> !sent.getOrDefault(question.field(), "").isBlank())
                .forEach(question -> answers.put(
                        question.field(),
                        value(question, sent.get(question.field()).strip(), violations)));
        if (!violations.isEmpty()) {
            throw new RefusedInput(violations);
        }
        var unanswered = questions.onMaterials(entry).stream()
                .filter(question -> !answers.containsKey(question.field()))
                .toList();
        var asked = materials.asked(entry, withImplied(entry, answers, unanswered));
        return new SituationAnswer(
                unanswered.isEmpty(), listed(entry, asked.needed()), listed(entry, asked.undecided()), unanswered);
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

    /** As the case file will have it: a box that is not ticked is not sent there. */
    private static Object value(Question question, String text, List<Violation> violations) {
        return switch (question.type()) {
            case "choice" -> oneOf(question, text, violations);
            case "flag" -> {
                boolean isTicked = oneOf(question, text, violations).equals("true");
                yield isTicked ? Boolean.TRUE : question.field().equals(ItemQuestions.HAS_AGENT) ? Boolean.FALSE : null;
            }
            case "number" -> number(question, text, violations);
            default -> text;
        };
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

    private static Object number(Question question, String text, List<Violation> violations) {
        try {
            return text.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(text) : Double.valueOf(text);
        } catch (NumberFormatException e) {
            violations.add(new Violation(question.field(), "“" + question.label() + "”应为数字"));
            return 0;
        }
    }

    /** The only kind of applicant need not be asked; what the item never asks is answered with nothing. */
    private Map<String, Object> withImplied(
            Catalog.Entry entry, Map<String, Object> answers, List<Question> unanswered) {
        var all = new HashMap<>(answers);
        var objects = entry.item().serviceObjects();
        if (objects.size() == 1) {
            all.put(ItemQuestions.APPLICANT_TYPE, objects.get(0).code());
        }
        materials.questions(entry).stream()
                .filter(field -> !all.containsKey(field))
                .filter(field -> unanswered.stream()
                        .noneMatch(question -> question.field().equals(field)))
                .forEach(field -> all.put(field, null));
        return all;
    }

    /** In the order of the manual. */
    private static List<ItemAnswer.MaterialAnswer> listed(Catalog.Entry entry, List<String> codes) {
        return entry.item().materials().stream()
                .filter(material -> codes.contains(material.code()))
                .map(ItemAnswer::material)
                .toList();
    }
}
