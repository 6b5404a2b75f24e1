package org.onewindow.workflow;

import camundajar.impl.scala.util.Either;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The engine's FEEL, but for two things: an expression is parsed once, not at each evaluation, and the library of functions is
 * built once. Both take far longer than evaluating, and the expressions are few: those of the forms and decision tables that
 * are deployed.
 */
public final class ParsedFeel extends ScalaFeelEngine {

    public ParsedFeel() {
        super(null);
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        var library = new FunctionProvider.CompositeFunctionProvider(
                toScalaList(new BuiltinFunctions(FeelEngine.defaultClock(), values), functions));
        return new Remembering(functions, values, library);
    }

    private static final class Remembering extends FeelEngine {

        private final Map<String, Either<FeelEngine.Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<FeelEngine.Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();
        private final FeelInterpreter interpreter;
        private final FunctionProvider library;

        Remembering(CustomFunctionTransformer functions, ValueMapper values, FunctionProvider library) {
            super(functions, values, FeelEngine.defaultConfiguration(), FeelEngine.defaultClock());
            this.interpreter = new FeelInterpreter(values);
            this.library = library;
        }

        /** Whatever is no plain value is left to the library, which words the failure. */
        @Override
        public EvaluationResult evaluate(ParsedExpression expression, Context variables) {
            var context = EvalContext.create(valueMapper(), library).merge(variables);
            var value = interpreter.eval(expression.expression(), context);
            var failures = context.failureCollector().failures();
            return value instanceof ValError || value instanceof ValFatalError || !failures.isEmpty()
                    ? super.evaluate(expression, variables)
                    : new SuccessfulEvaluationResult(valueMapper().unpackVal(value), failures);
        }

        @Override
        public Either<FeelEngine.Failure, ParsedExpression> parseExpression(String expression) {
            return expressions.computeIfAbsent(expression, super::parseExpression);
        }

        @Override
        public Either<FeelEngine.Failure, ParsedExpression> parseUnaryTests(String expression) {
            return tests.computeIfAbsent(expression, super::parseUnaryTests);
        }
    }
}
