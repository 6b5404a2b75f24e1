package org.onewindow.factory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The worked example of the template: an item that can be generated as it stands. */
final class ManualExample {

    private static final String ITEM = "food-business-permit";
    private static final String RULES = "《食品经营许可和备案管理办法》第十五条";
    private static final String LICENCE_LAW = "《中华人民共和国行政许可法》第二十九条";

    private ManualExample() {}

    static Map<ManualSheet, List<Map<Column, String>>> rows() {
        var rows = new LinkedHashMap<ManualSheet, List<Map<Column, String>>>();
        rows.put(ManualSheet.ITEMS, List.of(item()));
        rows.put(ManualSheet.MATERIALS, materials());
        rows.put(
                ManualSheet.QUESTIONS,
                List.of(
                        row(ManualSheet.QUESTIONS, ITEM, "premisesName", "经营场所名称", "文字", "", "是", "2", "100"),
                        row(
                                ManualSheet.QUESTIONS,
                                ITEM,
                                "usesVendingMachine",
                                "是否利用自动设备经营",
                                "单选",
                                "yes=是\nno=否",
                                "是")));
        rows.put(
                ManualSheet.MATERIAL_CONDITIONS,
                List.of(
                        row(
                                ManualSheet.MATERIAL_CONDITIONS,
                                ITEM,
                                "vending-machine-placement",
                                "usesVendingMachine = yes"),
                        row(ManualSheet.MATERIAL_CONDITIONS, ITEM, "authorization-letter", "hasAgent = 是"),
                        row(ManualSheet.MATERIAL_CONDITIONS, ITEM, "agent-identity-card", "hasAgent = 是")));
        rows.put(ManualSheet.FAQ, List.of(row(ManualSheet.FAQ, ITEM, "许可证丢失了怎么办？", "持身份证到商事登记窗口申请补发，当场办结，不收费。")));
        return rows;
    }

    private static Map<Column, String> item() {
        return row(
                ManualSheet.ITEMS,
                ITEM,
                "食品经营许可（新办）",
                "2026.1",
                "行政许可",
                "",
                "",
                "2026-01-01",
                "",
                "承诺件",
                "market-supervision",
                "商事登记",
                "自然人\n法人",
                "《中华人民共和国食品安全法》第三十五条",
                "具有与经营的食品品种、数量相适应的经营场所\n具有与经营的食品品种、数量相适应的经营设备\n有食品安全管理人员和保证食品安全的规章制度",
                "10",
                "7",
                "工作日",
                "受理",
                "5",
                "30",
                "",
                "现场核查",
                "",
                "",
                "",
                "食品经营许可证",
                "昆食经许字",
                "5",
                "不予行政许可决定书",
                "昆食经不许字",
                "证照",
                "1",
                "",
                "4",
                "网上办\n一次办",
                "昆都仑区政务服务中心一楼商事登记窗口",
                "0472-0000001",
                "工作日 8:30–12:00，14:30–17:00",
                "12345");
    }

    private static List<Map<Column, String>> materials() {
        return List.of(
                material("application-form", "食品经营许可申请书", RULES, "", "原件", "是", "是", "各栏填写完整，由法定代表人（负责人）签字，单位申请的加盖公章"),
                material("floor-plan", "设备布局和操作流程说明", RULES, "", "原件", "否", "是", "标明场所内各功能间、设备位置和操作流程方向"),
                material("safety-rules", "食品安全规章制度清单", RULES, "", "原件", "否", "是", "列明从业人员健康管理、进货查验、食品安全自查三项制度"),
                material(
                        "vending-machine-placement",
                        "自动设备放置信息",
                        RULES,
                        "利用自动设备从事食品经营的",
                        "原件",
                        "否",
                        "是",
                        "写明每台设备的编号和放置地址"),
                material(
                        "authorization-letter",
                        "授权委托书",
                        LICENCE_LAW,
                        "由代办人提交申请的",
                        "原件",
                        "是",
                        "否",
                        "写明委托事项和权限，由申请人签字或者盖章"),
                material(
                        "agent-identity-card",
                        "代办人身份证",
                        LICENCE_LAW,
                        "由代办人提交申请的",
                        "复印件，核对原件",
                        "否",
                        "否",
                        "在有效期内，与原件一致，与授权委托书记载的人一致"));
    }

    private static Map<Column, String> material(
            String code,
            String name,
            String basis,
            String when,
            String original,
            String signature,
            String seal,
            String standard) {
        return row(
                ManualSheet.MATERIALS,
                ITEM,
                code,
                name,
                basis,
                when.isEmpty() ? "必要" : "特定情形",
                when,
                "纸质",
                "1",
                original,
                signature,
                seal,
                standard,
                code.equals("agent-identity-card") ? "政府部门核发" : "申请人自备",
                "",
                "",
                "",
                code.equals("agent-identity-card") ? "是" : "");
    }

    /** @param values in the order of the sheet's columns; those that are left over stay blank */
    private static Map<Column, String> row(ManualSheet sheet, String... values) {
        var row = new LinkedHashMap<Column, String>();
        var columns = new ArrayList<>(sheet.columns());
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i), values[i]);
        }
        return row;
    }
}
