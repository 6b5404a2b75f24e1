package org.onewindow.commandline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.onewindow.catalog.lint.Finding;

/** How findings are written: for people, or for another program. */
interface LintReport {

    ObjectMapper JSON = new ObjectMapper();

    /** @param items how many items were checked */
    void write(int items, List<Finding> findings, Writer answer) throws IOException;

    static void text(int items, List<Finding> findings, Writer answer) throws IOException {
        for (var finding : findings) {
            answer.write(finding.where() + " [" + finding.rule().id() + "]\n    原因：" + finding.why() + "\n    办法："
                    + finding.remedy() + "\n");
        }
        answer.write("检查了" + items + "个事项，" + (findings.isEmpty() ? "没有发现问题。\n" : "发现" + findings.size() + "处问题。\n"));
    }

    static void json(int items, List<Finding> findings, Writer answer) throws IOException {
        var report = JSON.createObjectNode().put("items", items);
        var list = report.putArray("findings");
        for (var finding : findings) {
            var entry = list.addObject().put("file", finding.file());
            finding.line().ifPresentOrElse(line -> entry.put("line", line), () -> entry.putNull("line"));
            entry.put("place", finding.place())
                    .put("rule", finding.rule().id())
                    .put("why", finding.why())
                    .put("remedy", finding.remedy());
        }
        write(report, answer);
    }

    static void write(ObjectNode report, Writer answer) throws IOException {
        answer.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
    }
}
