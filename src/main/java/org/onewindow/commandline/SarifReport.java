package org.onewindow.commandline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.onewindow.catalog.lint.Finding;
import org.onewindow.catalog.lint.LintRule;

/** Findings in SARIF 2.1.0, which code hosts and editors read. */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {}

    static void write(int items, List<Finding> findings, Writer answer) throws IOException {
        var report = LintReport.JSON.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        var run = report.putArray("runs").addObject();
        var driver = run.putObject("tool").putObject("driver").put("name", "one-window item lint");
        var rules = driver.putArray("rules");
        for (var rule : LintRule.values()) {
            rules.addObject().put("id", rule.id()).putObject("shortDescription").put("text", rule.title());
        }
        var results = run.putArray("results");
        findings.forEach(finding -> describe(finding, results.addObject()));
        run.putObject("properties").put("items", items);
        LintReport.write(report, answer);
    }

    private static void describe(Finding finding, ObjectNode result) {
        result.put("ruleId", finding.rule().id())
                .put("ruleIndex", finding.rule().ordinal())
                .put("level", "error");
        result.putObject("message").put("text", finding.why() + finding.remedy());
        var location = result.putArray("locations").addObject();
        var physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(finding.file()));
        finding.line().ifPresent(line -> physical.putObject("region").put("startLine", line));
        if (!finding.place().isEmpty()) {
            location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.place());
        }
    }

    private static String uri(String file) {
        try {
            return new URI(file.startsWith("/") ? "file" : null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
