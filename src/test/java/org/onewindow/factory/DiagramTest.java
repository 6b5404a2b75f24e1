package org.onewindow.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.onewindow.factory.Archetype.Partner;

/** Nobody needs to redraw a diagram. */
class DiagramTest {

    private static final ProcessPlan.Publication WEEK = new ProcessPlan.Publication(7, false);

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void generated(Archetype archetype) throws Exception {
        for (int partners = 1; partners <= 6; partners++) {
            var plan = new ProcessPlan("sample", "样例事项", "依据。", "civil-affairs", archetype, partners(partners), WEEK);
            assertThat(Diagram.faults(ItemProcess.bpmn(plan))).isEmpty();
        }
    }

    private static List<Partner> partners(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Partner(i % 2 == 0 ? "第" + (i + 1) + "级审核" : "街道办事处会同社区审核", "department-" + i))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shippedModels")
    void shipped(Path model) throws Exception {
        assertThat(Diagram.faults(Files.readString(model))).isEmpty();
    }

    static Stream<Path> shippedModels() throws IOException {
        try (var files = Files.walk(Path.of("processes", "items"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @Test
    void faultsAreFound() throws Exception {
        var plan = new ProcessPlan("sample", "样例事项", "依据。", "civil-affairs", Archetype.PROMISED, List.of(), WEEK);
        var model = ItemProcess.bpmn(plan);
        assertThat(Diagram.faults(model)).isEmpty();
        assertThat(Diagram.faults(model.replace("<di:waypoint x=\"198\"", "<di:waypoint x=\"230\"")))
                .containsExactly("flow_applicationReceived__frontDesk does not start on its shape");
        assertThat(Diagram.faults(model.replace("<dc:Bounds x=\"540\" y=\"220\"", "<dc:Bounds x=\"440\" y=\"220\"")))
                .contains("gateway_accepted and task_dispatch overlap");
    }
}
