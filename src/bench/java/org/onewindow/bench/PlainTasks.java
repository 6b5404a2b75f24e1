package org.onewindow.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The process of the engines that stand beside the platform: user tasks in a row. */
final class PlainTasks {

    static final String KEY = "plain";
    static final String USER = "clerk";
    /** Eight of them. */
    static final Map<String, Object> VARIABLES = variables();

    private PlainTasks() {}

    private static Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        for (int i = 1; i <= 6; i++) {
            variables.put("text" + i, "a value of about forty characters, no. " + i);
        }
        variables.put("amount", 120L);
        variables.put("urgent", false);
        return variables;
    }

    /** @param engine {@code camunda} or {@code flowable} */
    static InputStream model(String engine, int tasks) {
        var model = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:flowable="http://flowable.org/bpmn"
                    targetNamespace="http://one-window/bench">
                <process id="plain" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="t1"/>
                """);
        for (int i = 1; i <= tasks; i++) {
            var next = i == tasks ? "end" : "t" + (i + 1);
            model.append("<userTask id=\"t%1$d\" name=\"Task %1$d\" %2$s:candidateGroups=\"clerks\"/>"
                            .formatted(i, engine))
                    .append("<sequenceFlow id=\"f%1$d\" sourceRef=\"t%1$d\" targetRef=\"%2$s\"/>".formatted(i, next));
        }
        model.append("<endEvent id=\"end\"/></process></definitions>");
        return new ByteArrayInputStream(model.toString().getBytes(StandardCharsets.UTF_8));
    }
}
