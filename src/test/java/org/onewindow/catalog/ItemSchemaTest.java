package org.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** processes/item.schema.json, by which editors help, says the same as the records, by which pages are read. */
class ItemSchemaTest {

    private static final Path ITEMS = Path.of("processes/items");
    private static final JsonNode SCHEMA = read(Path.of("processes/item.schema.json"));

    @Test
    void everyPropertyIsInBothWithTheSameMeaning() {
        compare("", SCHEMA, ServiceItem.class);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shippedPagesFollowTheSchema(Path page) throws IOException {
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);
        assertThat(schema.validate(new YAMLMapper().readTree(page.toFile()))).isEmpty();
    }

    /** From the page's folder to the schema, so that any editor finds it. */
    @ParameterizedTest
    @MethodSource("pages")
    void shippedPagesNameTheSchema(Path page) throws IOException {
        var prefix = "# yaml-language-server: $schema=";
        var first = Files.readAllLines(page).get(0);
        assertThat(first).startsWith(prefix);
        assertThat(page.resolveSibling(first.substring(prefix.length())).normalize())
                .isEqualTo(Path.of("processes/item.schema.json"));
    }

    static List<Path> pages() throws IOException {
        try (var files = Files.walk(ITEMS)) {
            return files.filter(file -> file.endsWith("item.yaml")).toList();
        }
    }

    private static void compare(String place, JsonNode schema, Class<?> type) {
        var components = type.getRecordComponents();
        assertThat(schema.path("additionalProperties").asBoolean(true))
                .as(place)
                .isFalse();
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .as(place)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(components).map(RecordComponent::getName).toList());
        assertThat(schema.path("required"))
                .extracting(JsonNode::asText)
                .as(place + " required")
                .containsExactlyInAnyOrderElementsOf(Stream.of(components)
                        .filter(ItemSchemaTest::isRequired)
                        .map(RecordComponent::getName)
                        .toList());
        for (var component : components) {
            var property = schema.path("properties").path(component.getName());
            var name = place + "." + component.getName();
            assertThat(property.path("minItems").asInt(0))
                    .as(name)
                    .isEqualTo(component.isAnnotationPresent(AtLeastOne.class) ? 1 : 0);
            compareValue(name, property, component.getGenericType());
        }
    }

    private static boolean isRequired(RecordComponent component) {
        var type = component.getType();
        return type != Optional.class
                && type != OptionalInt.class
                && !component.isAnnotationPresent(MayBeMissing.class);
    }

    private static void compareValue(String place, JsonNode property, Type type) {
        assertThat(property.path("description").asText()).as(place).containsPattern("\\p{IsHan}");
        var reference = property.path("$ref").asText();
        var schema = reference.isEmpty() ? property : SCHEMA.at(reference.substring(1));
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            compareValue(place, property, generic.getActualTypeArguments()[0]);
        } else if (type instanceof ParameterizedType list) {
            assertThat(schema.path("type").asText()).as(place).isEqualTo("array");
            compareValue(place + "[]", schema.path("items"), list.getActualTypeArguments()[0]);
        } else if (((Class<?>) type).isRecord()) {
            compare(place, schema, (Class<?>) type);
        } else if (((Class<?>) type).isEnum()) {
            assertThat(schema.path("enum"))
                    .extracting(JsonNode::asText)
                    .as(place)
                    .containsExactlyElementsOf(Stream.of(((Class<?>) type).getEnumConstants())
                            .map(constant -> ((Coded) constant).code())
                            .toList());
        } else {
            assertThat(schema.path("type").asText()).as(place).isEqualTo(jsonType((Class<?>) type));
        }
    }

    private static String jsonType(Class<?> type) {
        if (type == boolean.class) {
            return "boolean";
        }
        boolean text = type == String.class || type == LocalDate.class;
        return text ? "string" : "integer";
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
