package org.onewindow.workflow.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.Ognl;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.PropertyAccessor;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.junit.jupiter.api.Test;

/** What a statement's template reads of a query is what MyBatis would read by itself. */
class QueryPropertiesTest {

    @Test
    void aQueryReadsAsMyBatisReadsIt() throws IOException {
        var query = (ListQueryParameterObject) new TaskQueryImpl()
                .taskCandidateGroupIn(List.of("health-commission-handlers"))
                .includeAssignedTasks()
                .taskNameLike("审%")
                .dueBefore(new Date(0))
                .processVariableValueEquals("department", "health-commission")
                .or()
                .taskAssignee("zhaogang")
                .taskUnassigned()
                .endOr()
                .orderByDueDate()
                .asc();
        assertThat(read(query, new QueryProperties()))
                .hasSizeGreaterThan(70)
                .isEqualTo(read(query, new ObjectPropertyAccessor()))
                .containsEntry("candidateGroups", "[health-commission-handlers]")
                .containsEntry("isOrQueryActive", "false")
                .containsEntry("nothingOfTheKind", "NoSuchPropertyException");
    }

    /** All that the templates name, whether or not this query has it; of what it has not, which error says so. */
    private static Map<String, String> read(ListQueryParameterObject query, PropertyAccessor accessor)
            throws IOException {
        var values = new TreeMap<String, String>();
        for (var property : propertiesInTemplates()) {
            try {
                values.put(
                        property,
                        String.valueOf(accessor.getProperty(Ognl.createDefaultContext(query), query, property)));
            } catch (OgnlException e) {
                values.put(property, e.getClass().getSimpleName());
            }
        }
        return values;
    }

    private static TreeSet<String> propertiesInTemplates() throws IOException {
        var properties = new TreeSet<>(List.of("nothingOfTheKind"));
        var file = "org/camunda/bpm/engine/impl/mapping/entity/Task.xml";
        try (var template = TaskQueryImpl.class.getClassLoader().getResourceAsStream(file)) {
            Pattern.compile("\\b(?:query|parameter)\\.(\\w+)")
                    .matcher(new String(template.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(properties::add);
        }
        return properties;
    }
}
