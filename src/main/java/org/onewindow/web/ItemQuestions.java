package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.PerVersion;
import org.onewindow.catalog.PublishedItems;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.workflow.ItemMaterials;
import org.onewindow.workflow.form.FormConditions;
import org.springframework.stereotype.Component;

/** What an item asks (办理情形): its own form's questions, and those by which its materials are decided. */
@Component
class ItemQuestions {

    static final String APPLICANT_TYPE = "applicantType";
    static final String HAS_AGENT = "hasAgent";

    private static final List<ItemAnswer.Coded> YES_OR_NO =
            List.of(new ItemAnswer.Coded("true", "是"), new ItemAnswer.Coded("false", "否"));
    private static final Question AGENT = Question.ofOptions(HAS_AGENT, "是否由代办人提交申请", "flag", YES_OR_NO);

    private final PublishedItems items;
    private final ItemMaterials materials;
    private final FormConditions conditions;
    private final ObjectMapper json;
    private final PerVersion<JsonNode> forms = new PerVersion<>(this::read);
    private final PerVersion<List<Question>> own = new PerVersion<>(this::own);
    private final PerVersion<List<Question>> deciding = new PerVersion<>(this::deciding);

    ItemQuestions(PublishedItems items, ItemMaterials materials, FormConditions conditions, ObjectMapper json) {
        this.items = items;
        this.materials = materials;
        this.conditions = conditions;
        this.json = json;
    }

    /**
     * @param type {@code text}, {@code number}, {@code date}, {@code flag} or {@code choice}
     * @param options the values of a choice or a flag; else empty
     * @param min of a number
     * @param max of a number
     * @param maxLength characters of a text
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Question(
            String field,
            String label,
            String type,
            boolean required,
            List<ItemAnswer.Coded> options,
            Optional<Number> min,
            Optional<Number> max,
            Optional<Number> maxLength) {

        static Question ofOptions(String field, String label, String type, List<ItemAnswer.Coded> options) {
            return new Question(
                    field, label, type, true, options, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The questions of the item's own form, so that another program knows what to answer. */
    List<Question> of(Catalog.Entry entry) {
        return own.of(entry);
    }

    /**
     * The questions on whose answers the materials depend, without those that the item answers itself; before them those that
     * decide whether they are asked.
     */
    List<Question> onMaterials(Catalog.Entry entry) {
        return deciding.of(entry);
    }

    /** Every question that may be answered, also where the materials do not depend on it. */
    static Stream<Question> common(ServiceItem item) {
        var types = ItemAnswer.Coded.of(item.serviceObjects());
        return Stream.of(Question.ofOptions(APPLICANT_TYPE, "申请人类型", "choice", types), AGENT);
    }

    private List<Question> deciding(Catalog.Entry entry) {
        var item = entry.item();
        var ofTheTable = materials.questions(entry);
        return Stream.concat(
                        conditions.deciding(form(entry), ofTheTable).stream().sorted(), ofTheTable.stream())
                .filter(field ->
                        !field.equals(APPLICANT_TYPE) || item.serviceObjects().size() > 1)
                .map(field -> Stream.concat(common(item), of(entry).stream())
                        .filter(question -> question.field().equals(field))
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The item's own form, situation.form. */
    JsonNode form(Catalog.Entry entry) {
        return forms.of(entry);
    }

    private List<Question> own(Catalog.Entry entry) {
        return fields(form(entry)).map(ItemQuestions::question).toList();
    }

    private JsonNode read(Catalog.Entry entry) {
        var form = items.files(entry.publication()).texts().get(ItemFiles.SITUATION);
        try {
            return json.readTree(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<JsonNode> fields(JsonNode form) {
        return stream(form.path("components"))
                .map(component -> component.path("type").asText().equals("group")
                        ? fields(component)
                        : Stream.of(component).filter(field -> field.has("key")))
                .flatMap(Function.identity());
    }

    private static Question question(JsonNode component) {
        var type = component.path("type").asText();
        var rules = component.path("validate");
        return new Question(
                component.path("key").asText(),
                component.path(type.equals("datetime") ? "dateLabel" : "label").asText(),
                switch (type) {
                    case "radio", "select" -> "choice";
                    case "checkbox" -> "flag";
                    case "number" -> "number";
                    case "datetime" -> "date";
                    default -> "text";
                },
                rules.path("required").asBoolean(),
                type.equals("checkbox") ? YES_OR_NO : options(component.path("values")),
                number(rules, "min"),
                number(rules, "max"),
                number(rules, "maxLength"));
    }

    private static Optional<Number> number(JsonNode rules, String name) {
        return Optional.ofNullable(rules.path(name).numberValue());
    }

    private static List<ItemAnswer.Coded> options(JsonNode values) {
        return stream(values)
                .map(v -> new ItemAnswer.Coded(
                        v.path("value").asText(), v.path("label").asText()))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
