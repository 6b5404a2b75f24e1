package org.onewindow.catalog.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.onewindow.catalog.ItemPage;
import org.onewindow.catalog.YamlNode;

/**
 * The files of an item, each as far as it can be read.
 *
 * @param table the decision table of materials.dmn
 * @param process the process of process.bpmn
 * @param situation situation.form
 */
record LintedItem(
        ItemFolder folder,
        ItemPage page,
        Optional<DecisionTable> table,
        Optional<XmlElement> process,
        Optional<FormFile> situation) {

    static final String PAGE = "item.yaml";
    static final String TABLE = "materials.dmn";
    static final String PROCESS = "process.bpmn";
    static final String SITUATION = "situation.form";

    static LintedItem read(ItemFolder folder, Findings findings) {
        var page = text(folder, PAGE, findings).orElse("");
        return new LintedItem(
                folder,
                ItemPage.read(page),
                xml(folder, TABLE, "decision", findings).map(DecisionTable::new),
                xml(folder, PROCESS, "process", findings),
                form(folder, findings));
    }

    YamlNode root() {
        return page.root();
    }

    /** The item's code as its page has it; the folder's name if it has none. */
    String code() {
        return root().get("code").text().orElseGet(folder::name);
    }

    private static Optional<XmlElement> xml(ItemFolder folder, String file, String element, Findings findings) {
        var text = text(folder, file, findings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var found = XmlElement.parse(text.get()).within(element).findFirst();
            if (found.isEmpty()) {
                unreadable(file, 0, "文件里没有 " + element + " 元素。", "请用 Camunda Modeler 打开检查。", findings);
            }
            return found;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            unreadable(file, line, "不是合法的 XML。", "请用 Camunda Modeler 打开并重新保存。", findings);
            return Optional.empty();
        }
    }

    private static Optional<FormFile> form(ItemFolder folder, Findings findings) {
        var text = text(folder, SITUATION, findings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FormFile.parse(text.get()));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            unreadable(SITUATION, line, "不是合法的 JSON。", "请用 Camunda Modeler 打开并重新保存。", findings);
            return Optional.empty();
        }
    }

    private static Optional<String> text(ItemFolder folder, String file, Findings findings) {
        var text = folder.read(file);
        if (text.isEmpty()) {
            unreadable(file, 0, "缺少文件 " + file + "。", "请补上，可以从相近的事项复制。", findings);
        }
        return text;
    }

    private static void unreadable(String file, int line, String why, String remedy, Findings findings) {
        findings.add(LintRule.FILE_READABLE, file, line, "", why, remedy);
    }
}
