package org.onewindow.catalog.lint;

import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.YamlNode;

/** Every material is named once, can be found in the law, and says how many copies and when it is needed. */
final class MaterialList implements Check {

    private static final Pattern ARTICLE = Pattern.compile("第.+[条款项目章节编]|附件|附录|附表|\\d+(\\.\\d+)+");
    private static final Pattern DOCUMENT_NUMBER =
            Pattern.compile("[〔\\[（(]\\d{4}[〕\\]）)].*号|\\d+号|(GB|DB|WS|JGJ).*\\d+");

    @Override
    public void check(LintedItem item, Findings findings) {
        var materials = item.root().get("materials").items();
        checkBases(item.root(), materials, findings);
        for (var material : materials) {
            checkCopies(material, findings);
            checkCondition(material, findings);
            checkFiles(item, material, findings);
        }
        checkUnique(materials, "name", "名称", findings);
        checkUnique(materials, "code", "编码", findings);
    }

    private static void checkBases(YamlNode root, List<YamlNode> materials, Findings findings) {
        var ofFees = root.get("fees").items().stream().map(fee -> fee.get("basis"));
        var ofMaterials = materials.stream().map(material -> material.get("basis"));
        Stream.of(root.get("basis").items().stream(), ofFees, ofMaterials)
                .flatMap(bases -> bases)
                .forEach(basis -> {
                    var document = basis.get("document").text().orElse("");
                    var article = basis.get("article").text().orElse("");
                    boolean cited = ARTICLE.matcher(article).find()
                            || DOCUMENT_NUMBER.matcher(document + " " + article).find();
                    if (!document.isEmpty() && !article.isEmpty() && !cited) {
                        findings.page(
                                LintRule.MATERIAL_BASIS,
                                basis,
                                "依据“" + document + article + "”没有写明条款或者文号。",
                                "请写明第几条，或者文件的文号，如 残联发〔2017〕34号。");
                    }
                });
    }

    private static void checkCopies(YamlNode material, Findings findings) {
        var copies = material.get("copies");
        if (copies.integer().orElse(1) < 1) {
            findings.page(LintRule.MATERIAL_COPIES, copies, name(material) + "的份数是0。", "请写明需要几份；不需要的材料请删去。");
        }
    }

    private static void checkCondition(YamlNode material, Findings findings) {
        var necessity = material.get("necessity").text().orElse("");
        var when = material.get("when");
        if (necessity.equals("conditional") && when.text().isEmpty()) {
            findings.page(
                    LintRule.MATERIAL_CONDITION,
                    when,
                    name(material) + "按条件提交，却没有写明条件。",
                    "请在 when 中写明什么情形要交，如 由代办人提交申请的。");
        }
        if (necessity.equals("required") && when.exists()) {
            findings.page(
                    LintRule.MATERIAL_CONDITION,
                    when,
                    name(material) + "是必要的，又写了提交的条件。",
                    "请把 necessity 改为 conditional，或者删去 when。");
        }
    }

    private static void checkFiles(LintedItem item, YamlNode material, Findings findings) {
        for (var key : List.of("blankForm", "sample")) {
            var file = material.get(key);
            file.text().ifPresent(name -> {
                if (!ItemFiles.isDocument(name)) {
                    findings.page(
                            LintRule.MATERIAL_FILE,
                            file,
                            "“" + name + "”不能作为空白表格或者示例样表的文件名。",
                            "请只写文件名，以文字开头，不带路径，类型为 pdf、doc、docx、wps、xls、xlsx、et、jpg、jpeg、png 或者 ofd。");
                } else if (!item.folder().has(name)) {
                    findings.page(
                            LintRule.MATERIAL_FILE, file, "事项文件夹里没有文件“" + name + "”。", "请把文件放在 item.yaml 旁边，或者删去这一项。");
                }
            });
        }
    }

    private static void checkUnique(List<YamlNode> materials, String key, String what, Findings findings) {
        var first = new HashMap<String, YamlNode>();
        for (var material : materials) {
            var value = material.get(key);
            value.text()
                    .map(text -> first.putIfAbsent(text, value))
                    .ifPresent(other -> findings.page(
                            LintRule.MATERIAL_UNIQUE,
                            value,
                            "材料" + what + "“" + value.text().orElse("") + "”与第" + other.line() + "行重复。",
                            "请合并成一项，或者用不同的" + what + "区分。"));
        }
    }

    private static String name(YamlNode material) {
        return "“" + material.get("name").text().orElse("材料") + "”";
    }
}
