package org.onewindow.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.onewindow.workflow.ParsedFeel;
import org.springframework.stereotype.Component;

/** The conditions of forms, in FEEL: what a form hides is not asked. */
@Component
public class FormConditions {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    /** A name that is not a function's. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*+(?!\\s*\\()");

    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "in", "between", "if", "then", "else", "true", "false", "null");

    private final FeelEngine feel = new ParsedFeel();

    /** @param feel without the equals sign */
    boolean holds(String feel, Map<String, Object> data) {
        return Boolean.TRUE.equals(
                this.feel.evaluateSimpleExpression(feel, Variables.fromMap(data).asVariableContext()));
    }

    /** The answers that a form takes: without those to what it hides. */
    public Map<String, Object> taken(JsonNode form, Map<String, Object> answers) {
        var fields = FormField.in(form.path("components"));
        var data = withAll(fields, answers);
        var taken = new HashMap<>(answers);
        fields.stream()
                .filter(field ->
                        field.hiddenIf().filter(hide -> holds(hide, data)).isPresent())
                .forEach(field -> taken.remove(field.key()));
        return taken;
    }

    /**
     * The fields that a form hides from somebody who has not answered all of it yet. A condition that reads an open question
     * hides nothing; what is hidden is not open.
     */
    public Set<String> hidden(JsonNode form, Map<String, Object> answers) {
        var fields = FormField.in(form.path("components"));
        var data = withAll(fields, answers);
        var decided = new HashSet<>(answers.keySet());
        var hidden = new HashSet<String>();
        boolean isSettled = false;
        while (!isSettled) {
            var more = fields.stream()
                    .filter(field -> !hidden.contains(field.key()))
                    .filter(field -> field.hiddenIf()
                            .filter(hide -> decided.containsAll(names(hide)) && holds(hide, data))
                            .isPresent())
                    .map(FormField::key)
                    .toList();
            hidden.addAll(more);
            decided.addAll(more);
            isSettled = more.isEmpty();
        }
        return hidden;
    }

    /** What decides whether a form hides some of its fields: what their conditions read, and the conditions of that. */
    public Set<String> deciding(JsonNode form, Collection<String> fields) {
        var deciding = new HashSet<String>();
        boolean isComplete = false;
        while (!isComplete) {
            isComplete = !deciding.addAll(FormField.in(form.path("components")).stream()
                    .filter(field -> fields.contains(field.key()) || deciding.contains(field.key()))
                    .flatMap(field -> field.hiddenIf().stream())
                    .flatMap(hide -> names(hide).stream())
                    .filter(name -> !fields.contains(name))
                    .collect(Collectors.toSet()));
        }
        return deciding;
    }

    /** What a condition reads. */
    private static Set<String> names(String feel) {
        return NAME.matcher(TEXT.matcher(feel).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
    }

    /** FEEL knows no name that has no value. */
    private static Map<String, Object> withAll(List<FormField> fields, Map<String, Object> answers) {
        var data = new HashMap<String, Object>();
        fields.forEach(field -> data.put(field.key(), null));
        data.putAll(answers);
        return data;
    }
}
