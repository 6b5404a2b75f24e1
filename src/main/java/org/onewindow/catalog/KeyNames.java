package org.onewindow.catalog;

import java.util.Map;

/** What the keys of a page mean, for those who have to write them. */
final class KeyNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("implementationCode", "实施编码"),
            Map.entry("handlingCode", "业务办理项编码"),
            Map.entry("validTo", "最后收件日"),
            Map.entry("statutoryDays", "法定时限"),
            Map.entry("unit", "时限单位"),
            Map.entry("correctionDays", "补正期限"),
            Map.entry("fees", "收费"),
            Map.entry("validYears", "有效年数"),
            Map.entry("coverage", "通办范围"),
            Map.entry("faq", "常见问题"),
            Map.entry("when", "提交情形"),
            Map.entry("fillingNotes", "填报须知"),
            Map.entry("blankForm", "空白表格"),
            Map.entry("sample", "示范文本"),
            Map.entry("sensitive", "敏感个人信息"),
            Map.entry("code", "编码"),
            Map.entry("name", "名称"),
            Map.entry("version", "版本"),
            Map.entry("type", "事项类型"),
            Map.entry("validFrom", "启用日期"),
            Map.entry("kind", "办件类型"),
            Map.entry("department", "主管部门"),
            Map.entry("windowClass", "窗口类别"),
            Map.entry("serviceObjects", "服务对象"),
            Map.entry("basis", "依据"),
            Map.entry("document", "依据文件"),
            Map.entry("article", "条款"),
            Map.entry("conditions", "受理条件"),
            Map.entry("limits", "时限"),
            Map.entry("promisedDays", "承诺时限"),
            Map.entry("clockStart", "时限起算"),
            Map.entry("extensionDays", "延期上限"),
            Map.entry("standard", "标准"),
            Map.entry("process", "办理流程"),
            Map.entry("archetype", "流程类型"),
            Map.entry("steps", "环节"),
            Map.entry("handledBy", "承办部门"),
            Map.entry("result", "办理结果"),
            Map.entry("number", "文号字头"),
            Map.entry("refusalName", "不予批准的文书"),
            Map.entry("refusalNumber", "不予批准的文号字头"),
            Map.entry("visits", "到现场次数"),
            Map.entry("onlineDepth", "网办深度"),
            Map.entry("fourWays", "四办"),
            Map.entry("contact", "联系方式"),
            Map.entry("place", "办理地点"),
            Map.entry("phone", "咨询电话"),
            Map.entry("hours", "办公时间"),
            Map.entry("complaints", "投诉电话"),
            Map.entry("question", "问题"),
            Map.entry("answer", "答复"),
            Map.entry("materials", "申请材料"),
            Map.entry("necessity", "材料必要性"),
            Map.entry("form", "材料形式"),
            Map.entry("copies", "份数"),
            Map.entry("original", "原件或者复印件"),
            Map.entry("signature", "签字"),
            Map.entry("seal", "盖章"),
            Map.entry("source", "来源渠道"));

    private KeyNames() {}

    /** What a key means; the key itself where nobody has said. */
    static String name(String key) {
        return NAMES.getOrDefault(key, key);
    }

    /** A key with its meaning, e.g. “copies”（份数）. */
    static String explain(String key) {
        return "“" + key + "”" + (NAMES.containsKey(key) ? "（" + NAMES.get(key) + "）" : "");
    }
}
