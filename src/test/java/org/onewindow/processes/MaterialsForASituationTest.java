package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.catalog.Catalog;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.ItemMaterials;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reader of the guide is told is what the case will ask for: every item, every combination of answers. */
@HallTest
class MaterialsForASituationTest {

    private static final List<Object> UNKNOWN_ANSWERS = List.of("yes", "no");
    /** The answers of questions that are not simply yes or no. */
    private static final Map<String, List<Object>> ANSWERS = Map.of(
            "applicantType", List.of("person", "organization"),
            "hasAgent", List.of(true, false),
            "landSupply", List.of("transfer", "allocation"),
            "disabilityKind", List.of("physical", "mental", "intellectual", "multiple", "multiple-guarded", "hearing"));

    @Autowired
    private Hall hall;

    @Autowired
    private Catalog catalog;

    @Autowired
    private ItemMaterials materials;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @Test
    void aCompleteSituationAsksForWhatTheEngineAsks() {
        for (var entry : catalog.entries()) {
            for (var answers : situations(materials.questions(entry), false)) {
                var asked = materials.asked(entry, answers);
                assertThat(asked.needed()).as("%s", answers).isEqualTo(ofTheEngine(entry, answers));
                assertThat(asked.undecided()).isEmpty();
            }
        }
    }

    @Test
    void anOpenQuestionNeitherHidesAMaterialNorInventsOne() {
        for (var entry : catalog.entries()) {
            var complete = situations(materials.questions(entry), false);
            for (var answers : situations(materials.questions(entry), true)) {
                var lists = complete.stream()
                        .filter(one -> one.entrySet().containsAll(answers.entrySet()))
                        .map(one -> ofTheEngine(entry, one))
                        .toList();
                var asked = materials.asked(entry, answers);
                assertThat(lists).as("%s %s", entry.item().name(), answers).allSatisfy(list -> assertThat(list)
                        .containsAll(asked.needed()));
                assertThat(Stream.concat(asked.needed().stream(), asked.undecided().stream()))
                        .as("%s %s", entry.item().name(), answers)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(
                                lists.stream().flatMap(List::stream).distinct().toList());
            }
        }
    }

    @Test
    void readingAGuideLeavesNoTrace() {
        long before = decisions();
        catalog.entries().forEach(entry -> materials.asked(entry, Map.of()));
        assertThat(decisions()).isEqualTo(before);
    }

    private long decisions() {
        return jdbc.sql("select count(*) from act_hi_decinst").query(Long.class).single();
    }

    private final Map<String, List<String>> known = new HashMap<>();

    private List<String> ofTheEngine(Catalog.Entry entry, Map<String, Object> answers) {
        var code = entry.item().code();
        return known.computeIfAbsent(code + answers, key -> hall
                .engine()
                .getDecisionService()
                .evaluateDecisionTableByKey("materials_" + code, everyInput(answers))
                .<String>collectEntries("material")
                .stream()
                .distinct()
                .toList());
    }

    /** Inputs that no row reads have to be there for the engine too. */
    private static Map<String, Object> everyInput(Map<String, Object> answers) {
        var all = new HashMap<String, Object>(Map.of("applicantType", "person", "hasAgent", false));
        all.putAll(answers);
        return all;
    }

    /** @param open whether a question may also be left open */
    private static List<Map<String, Object>> situations(List<String> questions, boolean open) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        for (var question : questions) {
            var longer = new ArrayList<Map<String, Object>>();
            for (var answers : all) {
                if (open) {
                    longer.add(answers);
                }
                for (var answer : ANSWERS.getOrDefault(question, UNKNOWN_ANSWERS)) {
                    var more = new HashMap<>(answers);
                    more.put(question, answer);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
