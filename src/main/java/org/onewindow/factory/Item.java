package org.onewindow.factory;

import java.util.List;
import java.util.Map;

/**
 * An item as the workbook has it.
 *
 * @param row where it stands in the sheet 事项
 * @param page the fields of {@code item.yaml} above its questions and materials, in their order
 */
record Item(
        Row row,
        String windowClass,
        ProcessPlan plan,
        Map<String, Object> page,
        List<Question> questions,
        List<MaterialLine> materials,
        List<FaqLine> faq) {

    String code() {
        return plan.code();
    }

    /** The department that answers for it. */
    String department() {
        return String.valueOf(page.get("department"));
    }

    /**
     * A material.
     *
     * @param when in words under which condition it is needed; empty where it always is
     * @param conditions one of which must hold; empty where it always is needed
     */
    record MaterialLine(
            Row row, String code, String name, String when, Map<String, Object> page, List<Condition> conditions) {}

    /**
     * A question of the application form.
     *
     * @param type select, radio, number, text or checkbox
     * @param options value to label; empty where there is nothing to choose
     * @param least the smallest number or the fewest characters
     */
    record Question(
            Row row,
            String key,
            String label,
            String type,
            Map<String, String> options,
            boolean mandatory,
            int least,
            int most) {}

    /** A question that people ask, and its answer. */
    record FaqLine(Row row, Map<String, Object> page) {}

    /** Comparisons that hold together (且). */
    record Condition(Row row, List<Comparison> comparisons) {}

    /** @param operator one of {@code = != < <= > >=} */
    record Comparison(String key, String operator, String value) {}
}
