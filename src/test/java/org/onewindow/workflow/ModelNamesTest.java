package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Models, forms and Java agree on every name: a slip of the pen in Modeler fails here and not in front of an applicant. */
@HallTest
class ModelNamesTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms/tasks");
    private static final Pattern GUARD = Pattern.compile("\"guard\": \"(\\w+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern MAPPING =
            Pattern.compile("<camunda:(?:in|out)\\b[^>]*?\\bsource=\"([^\"]*)\"[^>]*?\\btarget=\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'|&quot;.*?&quot;");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Pattern DELEGATE =
            Pattern.compile("<(?:bpmn|camunda):(\\w+)[^>]*?delegateExpression=\"([^\"]*)\"");
    private static final Set<String> LANGUAGE =
            Set.of("execution", "task", "null", "true", "false", "empty", "not", "and", "or", "eq", "ne");

    /** Given by one step to the next within a transaction; no model names them. */
    private static final Set<CaseVariables> BETWEEN_STEPS = Set.of(CaseVariables.COMPETENT_ORGAN);

    @Autowired
    private ApplicationContext application;

    @Test
    void modelsNameOnlyVariablesThatJavaKnows() throws IOException {
        assertThat(known()).containsAll(variablesOfTheModels());
    }

    @Test
    void everyVariableOfJavaIsInAModel() throws IOException {
        var named = new TreeSet<>(variablesOfTheModels());
        BETWEEN_STEPS.forEach(variable -> assertThat(named.add(variable.key()))
                .as("%s is between steps and in a model", variable)
                .isTrue());
        assertThat(named).containsAll(known());
    }

    @Test
    void everyDelegateOfTheModelsIsABeanOfItsKind() throws IOException {
        var delegates = DELEGATE.matcher(models()).results().toList();
        assertThat(delegates).hasSizeGreaterThan(20);
        for (var delegate : delegates) {
            var bean = delegate.group(2).replaceAll("^\\$\\{(\\w+)}$", "$1");
            assertThat(application.containsBean(bean)).as(delegate.group(2)).isTrue();
            assertThat(application.getBean(bean)).isInstanceOf(JavaDelegate.class);
        }
    }

    @Test
    void everyGuardOfTheFormsIsABean() throws IOException {
        var guards = guards();
        assertThat(guards).hasSizeGreaterThan(5);
        for (var guard : guards) {
            assertThat(application.containsBean(guard)).as(guard).isTrue();
            assertThat(application.getBean(guard)).isInstanceOf(TaskListener.class);
        }
    }

    @Test
    void everyStepOfJavaIsInAModel() throws IOException {
        var named = DELEGATE.matcher(models())
                .results()
                .map(delegate -> delegate.group(2).replaceAll("[${}]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        named.addAll(guards());
        var steps = Stream.of(JavaDelegate.class, TaskListener.class)
                .flatMap(kind -> Arrays.stream(application.getBeanNamesForType(kind)))
                .filter(bean -> application.getType(bean).getPackageName().startsWith("org.onewindow"))
                .toList();
        assertThat(steps).isNotEmpty().allSatisfy(step -> assertThat(named).contains(step));
    }

    private Set<String> variablesOfTheModels() throws IOException {
        var models = models();
        var expressions = EXPRESSION
                .matcher(models)
                .results()
                .map(expression -> TEXT.matcher(expression.group(1)).replaceAll(""))
                .flatMap(expression -> NAME.matcher(expression).results().map(MatchResult::group))
                .filter(name -> !LANGUAGE.contains(name) && !application.containsBean(name));
        var mappings = MAPPING.matcher(models).results().flatMap(m -> Stream.of(m.group(1), m.group(2)));
        return Stream.concat(expressions, mappings).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> guards() throws IOException {
        try (var files = Files.walk(FORMS)) {
            var forms = new StringBuilder();
            for (var form : files.filter(Files::isRegularFile).toList()) {
                forms.append(Files.readString(form));
            }
            return GUARD.matcher(forms).results().map(guard -> guard.group(1)).collect(Collectors.toSet());
        }
    }

    private static List<String> known() {
        return Arrays.stream(CaseVariables.values()).map(CaseVariables::key).toList();
    }

    private static String models() throws IOException {
        try (var files = Files.walk(PROCESSES)) {
            var text = new StringBuilder();
            for (var model :
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                text.append(Files.readString(model));
            }
            return text.toString();
        }
    }
}
