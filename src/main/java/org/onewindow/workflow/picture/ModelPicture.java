package org.onewindow.workflow.picture;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.springframework.stereotype.Service;

/**
 * Draws a deployed model as its designer laid it out, as SVG without scripts. What its elements look like, the page's style
 * says: each shape has the class {@code shape}, that of its kind ({@code task}, {@code event}, {@code gateway}, {@code group})
 * and those of its mark; edges have {@code edge}.
 */
@Service
public class ModelPicture {

    private final RepositoryService repository;

    ModelPicture(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * What a page says of an element.
     *
     * @param style one or more classes
     * @param badge a few characters at the upper right corner, like a number; empty for none
     * @param title what a pointer that rests on the element is told, and a screen reader; empty for none
     */
    public record Mark(String style, String badge, String title) {}

    /**
     * @param definition the id of a process definition
     * @param marks by element id; elements that the model does not have are left out
     * @throws org.camunda.bpm.engine.exception.NotFoundException for a definition that there is not
     */
    public String svg(String definition, Map<String, Mark> marks) {
        var model = repository.getBpmnModelInstance(definition);
        var name = model.getModelElementsByType(Process.class).stream()
                .map(Process::getName)
                .findFirst()
                .orElse("");
        var drawing = new Drawing();
        var drawn = model.getModelElementsByType(BpmnShape.class);
        drawn.stream()
                .filter(shape -> Shapes.isGroup(shape.getBpmnElement()))
                .forEach(shape -> Shapes.draw(drawing, shape, marks));
        model.getModelElementsByType(BpmnEdge.class).forEach(edge -> Edges.draw(drawing, edge));
        drawn.stream()
                .filter(shape -> !Shapes.isGroup(shape.getBpmnElement()))
                .forEach(shape -> Shapes.draw(drawing, shape, marks));
        return drawing.svg(
                name,
                drawn.stream()
                        .map(shape -> marks.get(shape.getBpmnElement().getId()))
                        .filter(mark -> mark != null && !mark.title().isEmpty())
                        .map(Mark::title)
                        .collect(Collectors.joining("；")));
    }
}
