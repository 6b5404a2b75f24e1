package org.onewindow.catalog;

import java.util.Map;

/** What the required keys of a page mean, for those who have to write them. */
final class KeyNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
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

    /** A key with its meaning, e.g. “copies”（份数）. */
    static String explain(String key) {
        return "“" + key + "”" + (NAMES.containsKey(key) ? "（" + NAMES.get(key) + "）" : "");
    }
}
