package org.onewindow.catalog.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onewindow.catalog.YamlNode;

/**
 * No vague wording and no catch-alls: an applicant must know from the page what to bring. Statutes contain such wording;
 * their titles are left alone, their contents are resolved into named materials.
 */
public final class Wording implements Check {

    private static final List<Pattern> VAGUE = List.of(
            Pattern.compile("(等|等相关|等有关)(材料|文件|证明|资料|证件)"),
            Pattern.compile("其他(有关|相关|必要|需要)?的?(材料|文件|证明|资料)"),
            Pattern.compile("(法律|法规|规章|规定|部门|机关|窗口).{0,12}(规定|要求|认为).{0,8}其他"),
            Pattern.compile("^(相关|有关|必要的?)(材料|证明|文件|手续)"),
            Pattern.compile("必要时|视情况|根据(实际|需要)|另行(通知|要求)|包括但不限于|若干份|如有需要|原则上"));
    /** Fixed terms in which 等 and 其他 are no catch-alls. */
    private static final Pattern TERMS = Pattern.compile("等级|[高中]等(?!材料|文件|证明|资料|证件|相关|有关)|同等学力|其他组织");

    private static final String REMEDY = "请逐项写明需要的材料、条件或者数量；法律条文中的兜底规定应分解成具体的材料。";

    @Override
    public void check(LintedItem item, Findings findings) {
        item.root().texts().stream().filter(Wording::isForReaders).forEach(text -> vague(
                        text.text().orElse(""))
                .ifPresent(words -> findings.page(LintRule.VAGUE_WORDING, text, why(words), REMEDY)));
        item.situation().ifPresent(form -> checkForm(form, findings));
        item.table().ifPresent(table -> checkTable(table, findings));
        item.process().ifPresent(process -> process.within().forEach(step -> checkStep(step, findings)));
    }

    private static void checkStep(XmlElement step, Findings findings) {
        vague(step.attribute("name"))
                .ifPresent(words -> findings.add(
                        LintRule.VAGUE_WORDING, LintedItem.PROCESS, step.line(), step.id(), why(words), REMEDY));
    }

    private static boolean isForReaders(YamlNode text) {
        return !text.place().endsWith(".document");
    }

    private static void checkForm(FormFile form, Findings findings) {
        for (var component : form.components()) {
            for (var text : component.texts()) {
                vague(text)
                        .ifPresent(words -> findings.add(
                                LintRule.VAGUE_WORDING,
                                LintedItem.SITUATION,
                                form.lineOf(component.place()),
                                component.place(),
                                why(words),
                                REMEDY));
            }
        }
    }

    private static void checkTable(DecisionTable table, Findings findings) {
        table.decision().within("description").forEach(description -> vague(description.text())
                .ifPresent(words -> findings.add(
                        LintRule.VAGUE_WORDING,
                        LintedItem.TABLE,
                        description.line(),
                        description.parent().map(XmlElement::id).orElse(""),
                        why(words),
                        REMEDY)));
    }

    private static String why(String words) {
        return "“" + words + "”措辞含糊，申请人不知道要交什么、何时要交。";
    }

    /** What is wrong with a text and what to do; empty if it has no vague words. */
    public static Optional<String> fault(String text) {
        return vague(text).map(words -> why(words) + REMEDY);
    }

    /** The vague words in a text. */
    static Optional<String> vague(String text) {
        var plain = TERMS.matcher(text.replaceAll("\\s", "")).replaceAll("□");
        return VAGUE.stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
