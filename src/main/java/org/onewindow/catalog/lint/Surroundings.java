package org.onewindow.catalog.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.organization.ServiceWindow;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * What items refer to and do not bring along.
 *
 * @param application the bureau's part of every item's application form (收件表单)
 * @param taskForms the names of the forms for tasks: those with a guard (核验)
 * @param stages the ids of the processes that items call
 */
record Surroundings(Organization organization, FormFile application, Set<String> taskForms, Set<String> stages) {

    private static final String FORMS = "classpath*:forms/tasks/*.form";
    private static final String STAGES = "classpath*:processes/stages/*.bpmn";
    private static final Pattern PROCESS_ID = Pattern.compile("<bpmn:process id=\"([^\"]+)\"");

    static Surroundings of(Organization organization, ResourcePatternResolver resources) {
        try {
            var application = resources.getResource("classpath:forms/tasks/application.form");
            var stages = new TreeSet<String>();
            for (var stage : resources.getResources(STAGES)) {
                PROCESS_ID
                        .matcher(stage.getContentAsString(StandardCharsets.UTF_8))
                        .results()
                        .forEach(process -> stages.add(process.group(1)));
            }
            var taskForms = new TreeSet<String>();
            for (var resource : resources.getResources(FORMS)) {
                var form = FormFile.parse(resource.getContentAsString(StandardCharsets.UTF_8));
                if (form.json().has("guard")) {
                    taskForms.add(form.json().path("id").asText());
                }
            }
            return new Surroundings(
                    organization,
                    FormFile.parse(application.getContentAsString(StandardCharsets.UTF_8)),
                    taskForms,
                    stages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The staff groups (岗位组) to which a task may be offered. */
    Set<String> groups() {
        var own = Stream.of(Organization.DISPATCH, Organization.ISSUANCE);
        var windows = organization.windows().stream().map(ServiceWindow::id);
        var departments =
                organization.departments().stream().map(Department::groups).flatMap(List::stream);
        return Stream.of(own, windows, departments).flatMap(groups -> groups).collect(Collectors.toSet());
    }
}
