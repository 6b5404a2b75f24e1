package org.onewindow.catalog.lint;

/** What is checked. Ids stand in reports and in other tools' settings: they are not renamed. */
public enum LintRule {
    FILE_READABLE("file-readable", "事项文件齐全，可以读取"),
    PAGE_STRUCTURE("page-structure", "手册页的键齐全，取值在代码表中"),
    VAGUE_WORDING("vague-wording", "没有含糊的措辞和兜底条款"),
    MATERIAL_BASIS("basis-cited", "依据写明文件和条款"),
    MATERIAL_COPIES("material-copies", "材料写明份数"),
    MATERIAL_FORM("material-form", "材料写明形式"),
    MATERIAL_CONDITION("material-condition", "按条件提交的材料写明条件"),
    MATERIAL_UNIQUE("material-unique", "材料的名称、编码不重复"),
    MATERIAL_FILE("material-file", "空白表格、示范文本在事项文件夹里"),
    CODE_FORM("code-form", "编码和版本合乎格式"),
    CODE_IS_FOLDER("code-is-folder", "事项编码就是文件夹名"),
    ITEM_UNIQUE("item-unique", "事项编码不重复"),
    IMPLEMENTATION_CODE("implementation-code", "实施编码31位，前18位是统一社会信用代码"),
    HANDLING_CODE("handling-code", "业务办理项编码33位，前31位是实施编码"),
    LIMITS("limits", "时限的单位和起算在代码表中"),
    PROMISE_WITHIN_STATUTE("promise-within-statute", "承诺时限不超过法定时限"),
    VALIDITY("validity", "有效期首尾相符"),
    DEPARTMENT_KNOWN("department-known", "主管部门在机构名录中"),
    WINDOW_KNOWN("window-known", "窗口类别在机构名录中"),
    TABLE_FORM("table-form", "材料决策表的编号、命中策略和输出"),
    TABLE_MATERIALS("table-materials", "决策表和手册页的材料相同"),
    TABLE_NECESSITY("table-necessity", "决策表的条件和材料必要性相符"),
    ROW_UNREACHABLE("row-unreachable", "决策表的每一行都有用"),
    ROWS_OVERLAP("rows-overlap", "命中策略不允许的行不重叠"),
    INPUT_FED("input-fed", "决策表的输入来自表单字段"),
    INPUT_VALUE("input-value", "决策表的取值是字段的选项"),
    PROCESS_FORM("process-form", "流程的编号和收件表单"),
    PROCESS_ARCHETYPE("process-archetype", "流程和流程类型相符"),
    FOUR_STAGES("four-stages", "流程依次经过四个阶段"),
    DEADLINE_WATCH("deadline-watch", "流程有时限监督"),
    TASK_COMPLETE("task-complete", "人工环节有表单和办理岗位，没有监听器"),
    REFERENCE_KNOWN("reference-known", "引用的表单、阶段和岗位存在"),
    CONDITION_FED("condition-fed", "流程的条件来自情形表单"),
    DELEGATES_ONLY("delegates-only", "流程只按名称调用平台的环节，没有脚本"),
    FORM_RENDERED("form-rendered", "办事大厅能显示情形表单"),
    FORM_KEYS("form-keys", "情形表单的字段名不重复"),
    FORM_LABELS("form-labels", "情形表单的字段有中文名称");

    private final String id;
    private final String title;

    LintRule(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }
}
