package org.onewindow.workflow.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.picture.ModelPicture.Mark;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every model that is deployed can be drawn, whole and readable, with whatever marks a page sets. */
@HallTest
class ModelPictureTest {

    private static final String PERMIT = "item_public-health-permit";

    @Autowired
    private ModelPicture pictures;

    @Autowired
    private RepositoryService repository;

    @Test
    void everyNodeOfEveryModelIsDrawnOnce() throws Exception {
        for (var definition : definitions()) {
            var nodes =
                    repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
                            .map(FlowNode::getId)
                            .toList();
            assertThat(drawn(definition, Map.of()))
                    .as(definition.getKey())
                    .extracting(shape -> shape.getAttribute("data-element"))
                    .containsExactlyInAnyOrderElementsOf(nodes);
        }
    }

    @Test
    void noTextLiesOutsideThePicture() throws Exception {
        for (var definition : definitions()) {
            var svg = parsed(pictures.svg(definition.getId(), Map.of())).getDocumentElement();
            var box = List.of(svg.getAttribute("viewBox").split(" ")).stream()
                    .map(Double::valueOf)
                    .toList();
            for (var text : elements(svg, "text")) {
                double half = text.getTextContent().length() * 6.0;
                double x = Double.parseDouble(text.getAttribute("x"));
                double y = Double.parseDouble(text.getAttribute("y"));
                var where = definition.getKey() + ": " + text.getTextContent();
                assertThat(x - half).as(where).isGreaterThanOrEqualTo(box.get(0));
                assertThat(x + half).as(where).isLessThanOrEqualTo(box.get(0) + box.get(2));
                assertThat(y).as(where).isBetween(box.get(1) + 12, box.get(1) + box.get(3));
            }
        }
    }

    @Test
    void aMarkIsSeenAndReadAndCannotBreakOut() throws Exception {
        var shapes = drawn(
                permit(),
                Map.of("task_handle", new Mark("slow", "12", "<b>7日 & 更多"), "no_such_step", new Mark("x", "x", "x")));
        assertThat(shapes)
                .filteredOn(shape -> shape.getAttribute("class").contains("slow"))
                .singleElement()
                .satisfies(shape -> assertThat(shape.getTextContent()).contains("承办", "12", "<b>7日 & 更多"));
    }

    @Test
    void thePictureHasANameAndSaysWhatItsMarksSay() {
        var svg = pictures.svg(permit().getId(), Map.of("task_handle", new Mark("done", "", "承办：赵刚 2026-03-02")));
        assertThat(svg)
                .contains("role=\"img\"", "aria-label=\"流程图：公共场所卫生许可（新办）\"")
                .contains("<desc>承办：赵刚 2026-03-02</desc>")
                .doesNotContain("<script", "href=\"http");
    }

    @Test
    void aModelThatIsNoneIsAFault() {
        assertThatThrownBy(() -> pictures.svg("none", Map.of())).isInstanceOf(NotFoundException.class);
    }

    private List<ProcessDefinition> definitions() {
        var definitions =
                repository.createProcessDefinitionQuery().latestVersion().list();
        assertThat(definitions).hasSizeGreaterThan(20);
        return definitions;
    }

    private ProcessDefinition permit() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PERMIT)
                .latestVersion()
                .singleResult();
    }

    private List<Element> drawn(ProcessDefinition definition, Map<String, Mark> marks) throws Exception {
        return elements(parsed(pictures.svg(definition.getId(), marks)).getDocumentElement(), "g").stream()
                .filter(group -> group.hasAttribute("data-element"))
                .toList();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Element within, String name) {
        var found = within.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
