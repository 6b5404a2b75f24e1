package org.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What config/deploy says of the application is so, and nothing in it runs with more rights or less care than agreed. */
class DeploymentFilesTest {

    private static final Path FOLDER = Path.of("config/deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(ONEWINDOW_[A-Z_]+)}");
    private static final Pattern PINNED = Pattern.compile("[a-z-]+:\\d[\\w.-]*");

    private static final List<Map<String, Object>> MANIFESTS = manifests();
    private static final Map<String, Map<String, Object>> SERVICES = services();

    static Stream<Map<String, Object>> workloads() {
        return MANIFESTS.stream()
                .filter(manifest -> !find(manifest, "containers").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aPodIsNobodyWritesNowhereAndHasLimits(Map<String, Object> manifest) {
        var pod = map(find(manifest, "securityContext").get(0));
        assertThat(pod).containsEntry("runAsNonRoot", true).containsKeys("runAsUser", "seccompProfile");
        assertThat(find(manifest, "automountServiceAccountToken")).containsExactly(false);
        for (var container : list(find(manifest, "containers").get(0))) {
            assertThat(map(map(container).get("securityContext")))
                    .containsEntry("allowPrivilegeEscalation", false)
                    .containsEntry("readOnlyRootFilesystem", true)
                    .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
            var resources = map(map(container).get("resources"));
            assertThat(map(resources.get("requests"))).containsKeys("cpu", "memory");
            assertThat(map(resources.get("limits"))).containsKeys("cpu", "memory");
        }
    }

    @Test
    void aServiceOfComposeHasNoRightsWritesNowhereAndHasLimits() {
        assertThat(SERVICES).hasSizeGreaterThan(4).allSatisfy((name, service) -> assertThat(service)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("read_only", true)
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKeys("mem_limit", "cpus", "pids_limit", "healthcheck", "logging"));
        assertThat(text("Dockerfile")).contains("\nUSER 10001:10001\n");
    }

    /** initdb, with which the image's classes are trained, refuses a user without a name. */
    @Test
    void theUserOfTheImageHasAName() {
        assertThat(text("Dockerfile")).contains("useradd --uid 10001 ");
    }

    /** Without the encoding initdb takes that of the locale C, and refuses it for the builtin one. */
    @Test
    void theDatabaseIsMadeInUtf8() {
        var composed = map(SERVICES.get("database").get("environment")).get("POSTGRES_INITDB_ARGS");
        var deployed = MANIFESTS.stream()
                .flatMap(manifest -> find(manifest, "env").stream())
                .flatMap(env -> list(env).stream())
                .filter(entry -> map(entry).get("name").equals("POSTGRES_INITDB_ARGS"))
                .map(entry -> map(entry).get("value"));
        assertThat(deployed).containsExactly(composed);
        assertThat(composed.toString().split(" ")).contains("--encoding=UTF8", "--builtin-locale=C.UTF-8");
    }

    @Test
    void whatTheApplicationTakesInPassesTheProxies() throws IOException {
        var most = Pattern.compile("max-request-size: (\\d+)MB")
                .matcher(Files.readString(Path.of("config/application.yaml")))
                .results()
                .map(found -> found.group(1) + "m")
                .findFirst()
                .orElseThrow();
        assertThat(text("nginx.conf")).contains("client_max_body_size " + most + ";");
        assertThat(text("kubernetes/ingress.yaml")).contains("proxy-body-size: " + most + " ");
    }

    @Test
    void theProxiesPassNoProbesAndNoMetrics() {
        var nowhere = MANIFESTS.stream()
                .filter(manifest -> name(manifest).equals("Service/nowhere"))
                .findFirst()
                .orElseThrow();
        assertThat(find(nowhere, "selector")).isEmpty();
        var ways = find(MANIFESTS, "paths").stream()
                .flatMap(paths -> list(paths).stream())
                .map(DeploymentFilesTest::map)
                .collect(Collectors.toMap(
                        way -> way.get("path"),
                        way -> map(map(way.get("backend")).get("service")).get("name")));
        for (var path : List.of("/health", "/actuator")) {
            assertThat(text("nginx.conf")).containsPattern("location " + path + " \\{\\s+return 404;");
            assertThat(ways).containsEntry(path, "nowhere");
        }
    }

    @Test
    void everyImageIsOfOneVersion() {
        var composed = SERVICES.values().stream()
                .map(service -> service.get("image").toString().replaceAll("\\$\\{[A-Z_]+:-(.*)}", "$1"));
        var manifests = MANIFESTS.stream()
                .flatMap(manifest -> find(manifest, "image").stream().map(String::valueOf));
        var built = text("Dockerfile")
                .lines()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1]);
        var images = Stream.of(composed, manifests, built).flatMap(all -> all).collect(Collectors.toSet());
        assertThat(images).allSatisfy(image -> assertThat(image).matches(PINNED));
        assertThat(images.stream().map(image -> image.split(":")[0]))
                .as("one version of each")
                .doesNotHaveDuplicates();
    }

    @Test
    void theNodesHaveEverySettingOfProductionAndNoOther() throws IOException {
        var needed = VARIABLE.matcher(Files.readString(Path.of("config/application-production.yaml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var node = SERVICES.get("node-1");
        assertThat(SERVICES.get("node-2")).as("nodes are alike").isEqualTo(node);
        var composed = names(map(node.get("environment")).keySet(), list(node.get("secrets")));
        var secret = MANIFESTS.stream()
                .filter(manifest -> name(manifest).equals("Secret/one-window"))
                .findFirst()
                .orElseThrow();
        var deployment = workloads()
                .filter(manifest -> name(manifest).equals("Deployment/one-window"))
                .findFirst()
                .orElseThrow();
        var deployed = names(
                list(find(deployment, "env").get(0)).stream()
                        .map(entry -> map(entry).get("name"))
                        .toList(),
                map(secret.get("stringData")).keySet());
        assertThat(deployed).isEqualTo(composed).containsAll(needed);
        composed.removeAll(needed);
        assertThat(composed).isSubsetOf(relaxedNamesOfSettings());
    }

    @Test
    void aProbeAsksWhatThereIs() {
        var asked = Stream.concat(
                        MANIFESTS.stream()
                                .flatMap(manifest -> find(manifest, "httpGet").stream())
                                .map(probe -> map(probe).get("path").toString()),
                        Pattern.compile("GET (/\\S+)")
                                .matcher(SERVICES.get("node-1")
                                        .get("healthcheck")
                                        .toString())
                                .results()
                                .map(found -> found.group(1)))
                .collect(Collectors.toSet());
        // ProbesTest and OuterDoorsTest prove that these answer.
        assertThat(asked).containsExactlyInAnyOrder("/health/liveness", "/health/readiness");
    }

    @Test
    void noSecretIsCommitted() {
        assertThat(text(".gitignore")).contains("/secrets/", "/.env");
        assertThat(MANIFESTS.stream().filter(manifest -> manifest.get("kind").equals("Secret")))
                .hasSize(4)
                .allSatisfy(secret ->
                        assertThat(map(secret.get("stringData")).values()).containsOnly(""));
        assertThat(SERVICES.values().stream()
                        .filter(service -> service.containsKey("environment"))
                        .flatMap(service -> map(service.get("environment")).keySet().stream()))
                .noneMatch(variable -> variable.endsWith("PASSWORD"));
    }

    /** MetricsDoorTest proves that the page answers and what it tells. */
    @Test
    void theMonitoringAsksForFiguresThatThereAre() throws IOException {
        var job = map(list(map(new Yaml().load(text("grafana/prometheus.yaml"))).get("scrape_configs"))
                .get(0));
        assertThat(job).containsEntry("metrics_path", "/actuator/prometheus").containsKey("authorization");
        assertThat(text("nginx.conf")).contains("location /actuator {");
        var metrics = Files.readString(Path.of("src/main/java/org/onewindow/supervision/SupervisionMetrics.java"));
        assertThat(Pattern.compile("onewindow_\\w+")
                        .matcher(new ObjectMapper()
                                .readTree(text("grafana/supervision.json"))
                                .toString())
                        .results()
                        .map(found -> found.group().replace('_', '.')))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(metrics).contains('"' + name + '"'));
    }

    @Test
    void nothingBindsAPersonToANode() {
        assertThat(text("nginx.conf")).doesNotContain("ip_hash", "sticky", "hash ");
        assertThat(MANIFESTS.toString()).doesNotContain("ClientIP", "affinity=cookie");
    }

    /** As environment variables, which Spring Boot matches with a setting whatever its dashes. */
    private static Set<String> relaxedNamesOfSettings() throws IOException {
        var names = new TreeSet<>(
                Set.of("ONEWINDOW_ORGANIZATION", "ONEWINDOW_FILES_FOLDER")); // OrganizationConfiguration, FileSettings
        var metadata =
                DeploymentFilesTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        for (var file : (Iterable<java.net.URL>) metadata::asIterator) {
            StreamSupport.stream(
                            new ObjectMapper().readTree(file).get("properties").spliterator(), false)
                    .map(property -> property.get("name").asText())
                    .map(name -> name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                    .forEach(names::add);
        }
        return names;
    }

    private static TreeSet<String> names(Collection<?> some, Collection<?> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, Object>> services() {
        var file = map(new Yaml().load(text("compose.yaml")));
        return map(file.get("services")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, service -> map(service.getValue())));
    }

    private static List<Map<String, Object>> manifests() {
        try (var files = Files.list(FOLDER.resolve("kubernetes"))) {
            return files.sorted()
                    .flatMap(file -> StreamSupport.stream(
                            new Yaml()
                                    .loadAll(text("kubernetes/" + file.getFileName()))
                                    .spliterator(),
                            false))
                    .map(DeploymentFilesTest::map)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Map<String, Object> manifest) {
        return manifest.get("kind") + "/" + map(manifest.get("metadata")).get("name");
    }

    /** What stands under a key, at any depth, the outermost first. */
    private static List<Object> find(Object tree, String key) {
        var found = new ArrayList<Object>();
        if (tree instanceof Map<?, ?> map) {
            if (map.containsKey(key)) {
                found.add(map.get(key));
            }
            map.values().forEach(value -> found.addAll(find(value, key)));
        } else if (tree instanceof List<?> list) {
            list.forEach(value -> found.addAll(find(value, key)));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
