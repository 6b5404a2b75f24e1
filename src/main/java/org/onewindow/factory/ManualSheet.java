package org.onewindow.factory;

import static org.onewindow.factory.Column.optional;
import static org.onewindow.factory.Column.required;

import java.util.List;

/**
 * The sheets of the workbook and their columns: the template is written and a filled-in workbook is read by them.
 *
 * @param name the sheet's tab
 */
record ManualSheet(String name, List<Column> columns) {

    static final Column ITEM = required("事项编号", "事项的内部编号：小写英文词，用连字符连接，如 public-health-permit；也是文件夹的名称");
    static final Column MATERIAL = required("材料编号", "材料的内部编号：小写英文词，用连字符连接，如 floor-plan；同一事项内不重复");

    static final Column NAME = required("事项名称", "全称，如 公共场所卫生许可（新办）");
    static final Column VERSION = required("版本", "年份和序号，如 2026.1；内容有变时加大");
    static final Column TYPE = required("事项类型", "从列表中选择")
            .choosing(
                    "行政许可", "01", "行政给付", "05", "行政确认", "07", "行政奖励", "08", "行政裁决", "09", "其他行政权力", "10", "公共服务", "20");
    static final Column IMPLEMENTATION_CODE = optional("实施编码", "31位：统一社会信用代码18位，加事项代码13位；单元格设为文本格式");
    static final Column HANDLING_CODE = optional("业务办理项编码", "33位：实施编码加2位；单元格设为文本格式");
    static final Column VALID_FROM = required("启用日期", "从哪天起收件，如 2026-01-01");
    static final Column VALID_TO = optional("停用日期", "收件的最后一天，如 2030-12-31；不填为长期");
    static final Column KIND = required("办件类型", "从列表中选择；即办件的流程模式为即办").choosing("即办件", "instant", "承诺件", "promised");
    static final Column DEPARTMENT = required("责任部门", "机构名录 organization.yaml 中的部门编号，如 health-commission");
    static final Column WINDOW_CLASS = required("窗口类别", "从列表中选择")
            .choosing("投资项目", "investment", "商事登记", "commerce", "社会民生", "social", "专窗即办", "instant");
    static final Column OBJECTS = required("服务对象", "自然人、法人，可以两项；每行一项或用；分开")
            .choosing("自然人", "person", "法人", "organization")
            .listing();
    static final Column BASIS =
            required("设定依据", "书名号加条款，如 《公共场所卫生管理条例》第四条、第八条；每行一项或用；分开").listing();
    static final Column CONDITIONS = required("受理条件", "每行一项或用；分开").listing();
    static final Column STATUTORY = optional("法定时限", "整数；法律没有规定的不填");
    static final Column PROMISED = required("承诺时限", "整数，不超过法定时限");
    static final Column UNIT = optional("时限单位", "从列表中选择；不填为工作日").choosing("工作日", "workingDays", "自然日", "calendarDays");
    static final Column CLOCK_START = optional("时限起算", "从列表中选择；不填为受理").choosing("受理", "acceptance", "收件", "receipt");
    static final Column EXTENSION = required("可延长日数", "整数，与时限单位相同；不得延长的填 0");
    static final Column CORRECTION = optional("补正期限", "申请人补正的工作日数，逾期视为撤回；不设的不填");
    static final Column FEES = optional("收费", "每行一项：名称|标准|《依据》条款，如 卫生检测费|每点50元|《行政事业性收费目录》第三条；不收费的不填")
            .listing();
    static final Column ARCHETYPE = required(
                    "流程模式", "从列表中选择：即办（窗口当场决定）、承诺（承办、审核、决定）、现场核查、公示、多级（下级初审、区级确认）、联办（几个部门同时会办）")
            .choosing(
                    "即办",
                    "instant",
                    "承诺",
                    "promised",
                    "现场核查",
                    "on-site",
                    "公示",
                    "publication",
                    "多级",
                    "levels",
                    "联办",
                    "joint");
    static final Column PARTNERS = optional(
                    "参与部门",
                    "多级、联办时必填，每行一项：环节名称=部门编号，如 卫生核实=health-commission；多级的由下至上，第一级承办，按申请人所在街道（镇）办理的写 街道审核=所在街镇；联办的至少两个")
            .listing();
    static final Column PUBLICATION_DAYS = optional("公示天数", "流程模式为公示时必填，整数，如 7");
    static final Column PUBLICATION_UNIT =
            optional("公示单位", "从列表中选择；不填为自然日").choosing("自然日", "calendarDays", "工作日", "workingDays");
    static final Column RESULT = required("结果名称", "如 公共场所卫生许可证");
    static final Column RESULT_NUMBER = required("结果文号", "年份前的部分，如 昆卫公证字");
    static final Column RESULT_YEARS = optional("有效年数", "整数；长期有效的不填");
    static final Column REFUSAL = required("不予结果名称", "如 不予行政许可决定书");
    static final Column REFUSAL_NUMBER = required("不予结果文号", "如 昆卫不许字");
    static final Column RESULT_KIND =
            optional("结果类型", "从列表中选择").choosing("证照", "certificate", "批文", "document", "回执", "receipt");
    static final Column VISITS = required("到现场次数", "整数，如 1；全程网办的填 0");
    static final Column COVERAGE = optional("通办范围", "从列表中选择").choosing("全国", "1", "跨省", "2", "跨市", "3", "跨县", "4");
    static final Column ONLINE_DEPTH = required("网办深度", "1 至 8")
            .choosing("1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "6", "6", "7", "7", "8", "8");
    static final Column FOUR_WAYS = required("四办", "马上办、网上办、就近办、一次办中的一项或几项；每行一项或用；分开")
            .choosing("马上办", "immediate", "网上办", "online", "就近办", "nearby", "一次办", "once")
            .listing();
    static final Column PLACE = required("办理地点", "详细地址和窗口");
    static final Column PHONE = required("咨询电话", "带区号");
    static final Column HOURS = required("办公时间", "如 工作日 8:30–12:00，14:30–17:00");
    static final Column COMPLAINTS = required("投诉电话", "带区号，或者 12345");

    static final Column MATERIAL_NAME = required("材料名称", "全称，不用“等”“相关材料”之类的说法");
    static final Column MATERIAL_BASIS = required("设定依据", "书名号加条款，一项，如 《公共场所卫生管理条例实施细则》第二十三条");
    static final Column NECESSITY = required("必要性", "从列表中选择；特定情形下需要的，在“条件”表中写明条件")
            .choosing("必要", "required", "特定情形", "conditional", "容缺后补", "deferrable");
    static final Column WHEN = optional("何种情形需要", "必要性为特定情形时必填，如 使用集中空调通风系统的");
    static final Column FORM = required("材料形式", "从列表中选择").choosing("纸质", "paper", "电子", "electronic", "纸质或电子", "both");
    static final Column COPIES = required("份数", "整数");
    static final Column ORIGINAL = required("原件要求", "从列表中选择")
            .choosing("原件", "original", "复印件", "copy", "复印件，核对原件", "copyCheckedAgainstOriginal");
    static final Column SIGNATURE = required("签字", "是或者否").yesOrNo();
    static final Column SEAL = required("盖章", "是或者否").yesOrNo();
    static final Column STANDARD = required("受理标准", "受理员照此核对，如 各栏填写完整，由法定代表人签字");
    static final Column SOURCE =
            required("来源渠道", "从列表中选择").choosing("申请人自备", "applicant", "政府部门核发", "government", "其他", "other");
    static final Column FILLING_NOTES = optional("填报须知", "");
    static final Column BLANK_FORM = optional("空白表格", "文件名；文件放在事项文件夹内");
    static final Column SAMPLE = optional("示例样表", "文件名；文件放在事项文件夹内");
    static final Column SENSITIVE = optional("敏感信息", "含敏感个人信息的填是；不填为否").yesOrNo();

    static final Column KEY = required("字段", "英文，首字母小写，如 usesCentralAirConditioning；条件中用它");
    static final Column QUESTION = required("问题", "申请表上的问题，如 是否使用集中空调通风系统");
    static final Column QUESTION_TYPE = required("类型", "从列表中选择")
            .choosing("下拉", "select", "单选", "radio", "数字", "number", "文字", "text", "勾选", "checkbox");
    static final Column OPTIONS = optional("选项", "下拉、单选时必填，每行一项：值=名称，如 yes=是；值为英文；值为 ineligible 的选项表示不符合受理条件，选了就不能受理")
            .listing();
    static final Column MANDATORY = required("必填", "是或者否；条件中用到的问题应为必填").yesOrNo();
    static final Column LEAST = optional("最小", "数字的下限，或文字的最少字数");
    static final Column MOST = optional("最大", "数字的上限，或文字的最多字数");

    static final Column CONDITION = required(
            "条件",
            "字段和值的比较（= ≠ > ≥ < ≤），用“且”连接，如 usesCentralAirConditioning = yes；同一材料写几行的，满足一行即需要；也可以用 hasAgent = 是（代办）、applicantType = organization");

    static final Column FAQ_QUESTION = required("问题", "群众常问的问题");
    static final Column ANSWER = required("解答", "");

    static final ManualSheet ITEMS = new ManualSheet(
            "事项",
            List.of(
                    ITEM,
                    NAME,
                    VERSION,
                    TYPE,
                    IMPLEMENTATION_CODE,
                    HANDLING_CODE,
                    VALID_FROM,
                    VALID_TO,
                    KIND,
                    DEPARTMENT,
                    WINDOW_CLASS,
                    OBJECTS,
                    BASIS,
                    CONDITIONS,
                    STATUTORY,
                    PROMISED,
                    UNIT,
                    CLOCK_START,
                    EXTENSION,
                    CORRECTION,
                    FEES,
                    ARCHETYPE,
                    PARTNERS,
                    PUBLICATION_DAYS,
                    PUBLICATION_UNIT,
                    RESULT,
                    RESULT_NUMBER,
                    RESULT_YEARS,
                    REFUSAL,
                    REFUSAL_NUMBER,
                    RESULT_KIND,
                    VISITS,
                    COVERAGE,
                    ONLINE_DEPTH,
                    FOUR_WAYS,
                    PLACE,
                    PHONE,
                    HOURS,
                    COMPLAINTS));
    static final ManualSheet MATERIALS = new ManualSheet(
            "材料",
            List.of(
                    ITEM,
                    MATERIAL,
                    MATERIAL_NAME,
                    MATERIAL_BASIS,
                    NECESSITY,
                    WHEN,
                    FORM,
                    COPIES,
                    ORIGINAL,
                    SIGNATURE,
                    SEAL,
                    STANDARD,
                    SOURCE,
                    FILLING_NOTES,
                    BLANK_FORM,
                    SAMPLE,
                    SENSITIVE));
    static final ManualSheet QUESTIONS =
            new ManualSheet("情形", List.of(ITEM, KEY, QUESTION, QUESTION_TYPE, OPTIONS, MANDATORY, LEAST, MOST));
    static final ManualSheet MATERIAL_CONDITIONS = new ManualSheet("条件", List.of(ITEM, MATERIAL, CONDITION));
    static final ManualSheet FAQ = new ManualSheet("常见问题", List.of(ITEM, FAQ_QUESTION, ANSWER));

    static final List<ManualSheet> ALL = List.of(ITEMS, MATERIALS, QUESTIONS, MATERIAL_CONDITIONS, FAQ);
}
