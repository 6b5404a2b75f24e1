package org.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of process.bpmn: one break at a time. */
class ProcessRulesTest {

    @TempDir
    private Path parent;

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <bpmn:process id="item_public-health-permit" | <bpmn:process id="item_health"          | process-form    | item_health
            isExecutable="true"                          | isExecutable="false"                    | process-form    | item_public-health-permit
            camunda:formRef="application"                | camunda:formRef="handle"                | process-form    | item_public-health-permit
            camunda:historyTimeToLive="P190D"           | name2=""                                | process-form    | item_public-health-permit
            camunda:formRef="review"                     | camunda:formRef="revue"                 | reference-known | task_review
            ${department}-reviewers                      | ${department}-auditors                  | reference-known | task_review
            ${department}-reviewers                      | finance-reviewers                       | reference-known | task_review
            camunda:candidateGroups="${department}-reviewers" | name2=""                           | task-complete   | task_review
            camunda:formRef="review"                     | camunda:formRef="extension"             | reference-known | task_review
            ${recordDecision}                            | ${recordDecision.now()}                 | delegates-only  | task_recordDecision
            camunda:delegateExpression="${recordDecision}" | camunda:class="org.Evil" camunda:delegateExpression="${recordDecision}" | delegates-only | task_recordDecision
            camunda:delegateExpression="${recordDecision}" | camunda:expression="${1}" camunda:delegateExpression="${recordDecision}" | delegates-only | task_recordDecision
            ${caseDates.nextAlarm(execution)}            | PT1H                                    | deadline-watch  | item_public-health-permit
            isInterrupting="false"                       | isInterrupting="true"                   | deadline-watch  | item_public-health-permit
            id="event_deadlineNears"                     | id="event_later"                        | deadline-watch  | item_public-health-permit
            sourceRef="gateway_accepted" targetRef="task_dispatch" | sourceRef="gateway_accepted" targetRef="gateway_handOver" | four-stages | task_handle
            ${outcome == "agree"}                        | ${caseSituation.is(execution, "premisesSort", "bath")} | condition-fed | flow_reviewOutcome__decide
            ${outcome == "agree"}                        | ${caseSituation.is(execution, "premisesKind", "tomb")} | condition-fed | flow_reviewOutcome__decide
            sourceRef="task_recordDecision" targetRef="gateway_decision" | sourceRef="task_recordDecision" targetRef="event_closed" | four-stages | event_closed
            """)
    void aBreakIsFoundAtItsPlace(String from, String to, String rule, String place) {
        SampleItem.in(parent).change("process.bpmn", from, to).breaks(rule, place);
    }

    @Test
    void aConditionMayAskTheSituation() {
        assertThat(SampleItem.in(parent)
                        .change(
                                "process.bpmn",
                                "${outcome == \"agree\"}",
                                "${caseSituation.is(execution, \"premisesKind\", \"bath\")}")
                        .lint())
                .isEmpty();
    }

    @Test
    void aScriptIsFound() {
        assertThat(SampleItem.in(parent)
                        .change(
                                "process.bpmn",
                                "<bpmn:endEvent id=\"event_decided\">",
                                "<bpmn:scriptTask id=\"task_script\" name=\"脚本\" /><bpmn:endEvent id=\"event_decided\">")
                        .lint())
                .extracting(finding -> finding.rule().id(), Finding::place)
                .containsExactly(tuple("delegates-only", "task_script"));
    }

    @Test
    void aTaskListenerIsFound() {
        var review = "camunda:candidateGroups=\"${department}-reviewers\">";
        var listener = "<camunda:taskListener delegateExpression=\"${opinionGuard}\" event=\"complete\" />";
        SampleItem.in(parent)
                .change(
                        "process.bpmn",
                        review,
                        review + "<bpmn:extensionElements>" + listener + "</bpmn:extensionElements>")
                .breaks("task-complete", "task_review");
    }

    @Test
    void aStageThatDoesNotExistIsFound() {
        assertThat(SampleItem.in(parent)
                        .change("process.bpmn", "stage_unified-issuance", "stage_issuance")
                        .lint())
                .extracting(finding -> finding.rule().id())
                .contains("reference-known", "four-stages");
    }

    @Test
    void anOnSiteArchetypeHasAnOnSiteCheck() {
        SampleItem.in(parent)
                .change("process.bpmn", "camunda:formRef=\"on-site-check\"", "camunda:formRef=\"handle\"")
                .breaks("process-archetype", "process.archetype");
    }
}
