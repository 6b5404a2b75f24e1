package org.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.catalog.ItemPage;

/** Ways through a process, and what is refused about them. */
class FourStagesTest {

    private static final String MAIN = "start frontDesk accepted dispatch handle issuance closed";

    private static final String NODES = """
            <startEvent id="start" />
            <callActivity id="frontDesk" calledElement="stage_front-desk-acceptance" />
            <exclusiveGateway id="accepted" /><endEvent id="notAccepted" />
            <businessRuleTask id="dispatch" camunda:delegateExpression="${dispatchCase}" />
            <userTask id="dispatchByHand" camunda:formRef="dispatch" />
            <userTask id="handle" camunda:formRef="handle" />
            <boundaryEvent id="overrun" attachedToRef="handle" />
            <boundaryEvent id="reminder" attachedToRef="handle" cancelActivity="false" /><endEvent id="reminded" />
            <parallelGateway id="fork" /><serviceTask id="notify" /><parallelGateway id="join" />
            <subProcess id="backOffice">
              <startEvent id="handedOver" /><userTask id="review" camunda:formRef="review" /><endEvent id="reviewed" />
            </subProcess>
            <subProcess id="empty"><startEvent id="nothing" /></subProcess>
            <callActivity id="issuance" calledElement="stage_unified-issuance" />
            <userTask id="archive" camunda:formRef="handle" /><endEvent id="denied" /><endEvent id="closed" />""";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "the four stages in order, %, ''",
        "an end after a front desk that did not accept, %;accepted notAccepted, ''",
        "going back to dispatch, %;handle dispatch, ''",
        "a sub-process, start frontDesk dispatch backOffice issuance closed;handedOver review reviewed, ''",
        "a warning beside, %;reminder reminded, ''",
        "a branch that joins, start frontDesk dispatch fork handle join issuance closed;fork notify join, ''",
        "no front desk, start dispatch handle issuance closed, dispatch 没有经过前台受理就到了按责分办。",
        "no dispatch, start frontDesk handle issuance closed, handle 没有经过按责分办就到了后台审批。",
        "a path past the back office, %;dispatch issuance, issuance 没有经过后台审批就到了统一出件。",
        "only a dispatcher, start frontDesk dispatch dispatchByHand issuance, issuance 没有经过后台审批就到了统一出件。",
        "an empty back office, start frontDesk dispatch empty issuance, issuance 没有经过后台审批就到了统一出件。",
        "never issued, %;handle denied, denied 路径在后台审批之后结束，没有统一出件。",
        "work after issuance, start frontDesk dispatch handle issuance archive, archive 后台审批排在统一出件之后。",
        "not past the front desk, start frontDesk notAccepted, item_sample 没有一条路径到达统一出件。"
    })
    void theStagesArePassedInOrder(String what, String ways, String refusal) throws XMLStreamException {
        var refusals = check(ways.replace("%", MAIN));
        if (refusal.isEmpty()) {
            // only what a way leads to is walked: nodes without one are not there
            assertThat(refusals).as(what).isEmpty();
        } else {
            assertThat(refusals).as(what).containsExactly(refusal);
        }
    }

    private static List<String> check(String ways) throws XMLStreamException {
        var flows = Arrays.stream(ways.split(";")).map(FourStagesTest::flows).collect(Collectors.joining());
        var xml = """
                <process xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="item_sample">%s%s</process>""".formatted(withoutUnused(ways), flows);
        var item = new LintedItem(
                new ItemFolder("sample", file -> Optional.empty()),
                ItemPage.read(""),
                Optional.empty(),
                Optional.of(XmlElement.parse(xml)),
                Optional.empty());
        var findings = new Findings("sample");
        new FourStages().check(item, findings);
        return findings.all().stream().map(f -> f.place() + " " + f.why()).toList();
    }

    /** An event that no way leaves would end its path where it is drawn. */
    private static String withoutUnused(String ways) {
        var nodes = NODES;
        for (var event : List.of("overrun", "reminder")) {
            if (!ways.contains(event)) {
                nodes = nodes.replaceFirst("<boundaryEvent id=\"" + event + "\"[^>]*/>", "");
            }
        }
        return nodes;
    }

    private static String flows(String way) {
        var nodes = way.split(" ");
        return IntStream.range(1, nodes.length)
                .mapToObj(i -> "<sequenceFlow sourceRef=\"" + nodes[i - 1] + "\" targetRef=\"" + nodes[i] + "\" />")
                .collect(Collectors.joining());
    }
}
