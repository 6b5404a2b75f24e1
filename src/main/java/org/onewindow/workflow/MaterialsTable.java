package org.onewindow.workflow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.onewindow.workflow.ItemMaterials.Asked;

/**
 * A materials table that can also be asked when not all of its questions are answered: by leaving out the rows that read
 * an open question, or by leaving only the open question's condition out of them. The engine evaluates in either case.
 */
final class MaterialsTable {

    private static final DmnExpressionImpl ANY = new DmnExpressionImpl();

    private final DmnDecision decision;
    private final DmnDecisionTableImpl table;
    private final List<String> inputs;
    private final List<String> questions;

    private MaterialsTable(DmnDecision decision) {
        this.decision = decision;
        this.table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        this.inputs = table.getInputs().stream()
                .map(input -> input.getExpression().getExpression().strip())
                .toList();
        this.questions = IntStream.range(0, inputs.size())
                .filter(column -> table.getRules().stream().anyMatch(rule -> reads(rule, column)))
                .mapToObj(inputs::get)
                .toList();
    }

    static MaterialsTable read(DmnEngine engine, String key, String dmn) {
        var text = new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8));
        return new MaterialsTable(engine.parseDecision(key, text));
    }

    /** The inputs that a row has a condition on. */
    List<String> questions() {
        return questions;
    }

    /** The answers that the table looks at. */
    Map<String, Object> relevant(Map<String, Object> answers) {
        var relevant = new HashMap<>(answers);
        relevant.keySet().retainAll(inputs);
        return relevant;
    }

    /** What is asked in a situation. Expressions are parsed at each evaluation. */
    Asked asked(DmnEngine engine, Map<String, Object> answers) {
        if (answers.keySet().containsAll(questions)) {
            return new Asked(evaluate(engine, decision, answers), List.of());
        }
        var decided = table.getRules().stream()
                .filter(rule -> open(answers).noneMatch(column -> reads(rule, column)))
                .toList();
        var undecided = table.getRules().stream()
                .filter(rule -> open(answers).anyMatch(column -> reads(rule, column)))
                .map(rule -> without(rule, column -> !answers.containsKey(inputs.get(column))))
                .toList();
        var needed = evaluate(engine, with(decided), answers);
        var possible = evaluate(engine, with(undecided), answers).stream()
                .filter(material -> !needed.contains(material))
                .toList();
        return new Asked(needed, possible);
    }

    private IntStream open(Map<String, Object> answers) {
        return IntStream.range(0, inputs.size()).filter(column -> !answers.containsKey(inputs.get(column)));
    }

    private static boolean reads(DmnDecisionTableRuleImpl rule, int column) {
        var condition = rule.getConditions().get(column).getExpression();
        return condition != null && !condition.isBlank() && !condition.strip().equals("-");
    }

    private static DmnDecisionTableRuleImpl without(DmnDecisionTableRuleImpl rule, Predicate<Integer> column) {
        var relaxed = new DmnDecisionTableRuleImpl();
        relaxed.setId(rule.getId());
        relaxed.setConclusions(rule.getConclusions());
        relaxed.setConditions(IntStream.range(0, rule.getConditions().size())
                .mapToObj(i -> column.test(i) ? ANY : rule.getConditions().get(i))
                .toList());
        return relaxed;
    }

    private DmnDecision with(List<DmnDecisionTableRuleImpl> rules) {
        var part = new DmnDecisionTableImpl();
        part.setInputs(table.getInputs());
        part.setOutputs(table.getOutputs());
        part.setHitPolicyHandler(table.getHitPolicyHandler());
        part.setRules(rules);
        var whole = new DmnDecisionImpl();
        whole.setKey(decision.getKey());
        whole.setDecisionLogic(part);
        return whole;
    }

    private List<String> evaluate(DmnEngine engine, DmnDecision asked, Map<String, Object> answers) {
        var variables = new HashMap<String, Object>();
        inputs.forEach(input -> variables.put(input, answers.get(input)));
        return engine.evaluateDecisionTable(asked, variables).<String>collectEntries("material").stream()
                .distinct()
                .toList();
    }
}
