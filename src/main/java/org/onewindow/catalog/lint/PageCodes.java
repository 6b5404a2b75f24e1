package org.onewindow.catalog.lint;

import java.util.regex.Pattern;
import org.onewindow.catalog.YamlNode;
import org.onewindow.organization.CreditCode;

/** Codes and versions have their forms, and the item's code is the name of its folder. */
final class PageCodes implements Check {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");
    private static final int CREDIT_CODE = 18;
    private static final Pattern IMPLEMENTATION = Pattern.compile("[0-9A-Z]{18}[1-6][0-9A-Z]{12}");

    @Override
    public void check(LintedItem item, Findings findings) {
        checkOwnCode(item, findings);
        item.root().get("materials").items().forEach(material -> checkKebab(material.get("code"), findings));
        var version = item.root().get("version");
        if (version.text().filter(text -> !VERSION.matcher(text).matches()).isPresent()) {
            findings.page(
                    LintRule.CODE_FORM,
                    version,
                    "版本“" + version.text().orElse("") + "”不合格式。",
                    "请写成加引号的数字，如 \"2026.1\"，改版时加大。");
        }
        checkImplementationCode(item.root().get("implementationCode"), findings);
        checkHandlingCode(item.root(), findings);
    }

    private static void checkOwnCode(LintedItem item, Findings findings) {
        var code = item.root().get("code");
        checkKebab(code, findings);
        if (code.text().filter(text -> !text.equals(item.folder().name())).isPresent()) {
            findings.page(
                    LintRule.CODE_IS_FOLDER,
                    code,
                    "事项编码“" + code.text().orElse("") + "”与文件夹名“" + item.folder().name() + "”不同。",
                    "请把两者改成一样；已经上线的事项不要改编码，只改文件夹名。");
        }
    }

    private static void checkKebab(YamlNode code, Findings findings) {
        code.text()
                .filter(text -> !KEBAB.matcher(text).matches())
                .ifPresent(text -> findings.page(
                        LintRule.CODE_FORM, code, "编码“" + text + "”不合格式。", "请用小写英文单词，以短横线连接，如 floor-plan。"));
    }

    private static void checkImplementationCode(YamlNode code, Findings findings) {
        code.text().ifPresent(text -> {
            if (!IMPLEMENTATION.matcher(text).matches()) {
                findings.page(
                        LintRule.IMPLEMENTATION_CODE,
                        code,
                        "实施编码“" + text + "”（" + text.length() + "位）不合格式。",
                        "应为31位：统一社会信用代码18位，行使层级1位（1至6），基本编码12位。");
            } else if (!CreditCode.isValid(text.substring(0, CREDIT_CODE))) {
                findings.page(
                        LintRule.IMPLEMENTATION_CODE,
                        code,
                        "实施编码的前18位“" + text.substring(0, CREDIT_CODE) + "”不是有效的统一社会信用代码，校验位不符。",
                        "请对照实施机关的统一社会信用代码证书核对。");
            }
        });
    }

    private static void checkHandlingCode(YamlNode root, Findings findings) {
        var code = root.get("handlingCode");
        var implementation = root.get("implementationCode").text().orElse("");
        code.text().ifPresent(text -> {
            if (implementation.isEmpty()) {
                findings.page(LintRule.HANDLING_CODE, code, "有业务办理项编码，却没有实施编码。", "请补上 implementationCode。");
            } else if (!text.matches(Pattern.quote(implementation) + "\\d{2}")) {
                findings.page(
                        LintRule.HANDLING_CODE,
                        code,
                        "业务办理项编码“" + text + "”（" + text.length() + "位）不合格式。",
                        "应为33位：实施编码31位，后加2位数字。");
            }
        });
    }
}
