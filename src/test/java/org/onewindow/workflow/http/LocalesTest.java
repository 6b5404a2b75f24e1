package org.onewindow.workflow.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Chinese texts of the web applications answer those that the engine ships, one by one. */
class LocalesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}|\\{}");
    private static final Pattern LINK = Pattern.compile("href=\"(#[^\"]*)\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTER = Pattern.compile("\\p{IsLatin}");
    private static final Set<String> NAMES = Set.of("CSV", "JSON", "Optimize", "YYYY-MM-DDTHH:mm:ss");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTextIsInChinese(String app) throws IOException {
        Map<String, String> english = labels(app, "en");
        Map<String, String> chinese = labels(app, "zh");

        assertThat(chinese).containsOnlyKeys(english.keySet());
        assertThat(chinese).allSatisfy((key, text) -> {
            String original = english.get(key);
            assertThat(found(PLACEHOLDER, text)).as(key).isEqualTo(found(PLACEHOLDER, original));
            assertThat(found(LINK, text)).as(key).isEqualTo(found(LINK, original));
            if (isPluralEnding(original)) {
                assertThat(text).as(key).isEmpty();
                return;
            }
            assertThat(text.isBlank()).as(key).isEqualTo(original.isBlank());
            String words = PLACEHOLDER.matcher(text).replaceAll("");
            if (LETTER.matcher(words).find() && !NAMES.contains(text)) {
                assertThat(words).as(key).containsPattern(CHINESE);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void datesAreInChinese(String app) throws IOException {
        JsonNode english = locale(app, "en").get("dateLocales");
        JsonNode chinese = locale(app, "zh").get("dateLocales");

        assertThat(shape("", chinese)).isEqualTo(shape("", english));
        for (String names :
                List.of("months", "monthsShort", "weekdays", "weekdaysShort", "weekdaysMin", "relativeTime")) {
            assertThat(chinese.get(names))
                    .allSatisfy(name -> assertThat(name.asText()).containsPattern(CHINESE));
        }
    }

    private static boolean isPluralEnding(String text) {
        return text.equals("s");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(LocalesTest::content)
                .sorted()
                .toList();
    }

    private static String content(MatchResult match) {
        return match.group(1) == null ? match.group() : match.group(1);
    }

    private static Map<String, Integer> shape(String path, JsonNode node) {
        Map<String, Integer> shape = new TreeMap<>();
        shape.put(path, node.size());
        node.fields().forEachRemaining(field -> shape.putAll(shape(path + '/' + field.getKey(), field.getValue())));
        return shape;
    }

    private static Map<String, String> labels(String app, String language) throws IOException {
        Map<String, String> labels = new TreeMap<>();
        locale(app, language)
                .get("labels")
                .fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static JsonNode locale(String app, String language) throws IOException {
        String path = "META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
        try (InputStream file = LocalesTest.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        }
    }
}
