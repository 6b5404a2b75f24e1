package org.onewindow.web;

import static org.springframework.restdocs.payload.PayloadDocumentation.applyPathPrefix;
import static org.springframework.restdocs.payload.PayloadDocumentation.fieldWithPath;
import static org.springframework.restdocs.snippet.Attributes.key;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.restdocs.payload.FieldDescriptor;
import org.springframework.restdocs.payload.JsonFieldType;

/** What each field means. */
final class Fields {

    static final List<FieldDescriptor> ITEMS =
            List.of(number("total", "一共找到多少项"), number("page", "第几页"), number("size", "每页最多多少项"));

    static final List<FieldDescriptor> ITEM = List.of(
            text("code", "事项编码"),
            text("name", "事项名称"),
            text("availability.code", "收件状态：`onOffer` 正在收件，`notYet` 尚未启用，`ended` 已停止收件"),
            text("availability.label", "收件状态名称"),
            text("kind.code", "办件类型：`instant` 即办件，`promised` 承诺件"),
            text("kind.label", "办件类型名称"),
            text("department.code", "主管部门编码"),
            text("department.label", "主管部门名称"),
            text("window.code", "受理窗口编码"),
            text("window.label", "受理窗口名称"),
            text("windowClass", "窗口类别"),
            number("limits.statutoryDays", "法定时限；法律没有规定的没有这一项").optional(),
            number("limits.promisedDays", "承诺时限"),
            text("limits.unit", "时限单位：`workingDays` 工作日，`calendarDays` 自然日"),
            text("limits.clockStart", "时限起算：`acceptance` 自受理之日，`receipt` 自收件之日"),
            number("limits.extensionDays", "经批准一次最多可以延长的日数"),
            number("limits.correctionDays", "申请人补正的期限，工作日").optional());

    static final List<FieldDescriptor> ITEM_PAGE = List.of(
            text("version", "事项版本"),
            text("type.code", "事项类型：`01` 行政许可，`05` 行政给付，`07` 行政确认，`08` 行政奖励，`09` 行政裁决，`10` 其他行政权力，`20` 公共服务"),
            text("type.label", "事项类型名称"),
            text("implementationCode", "实施编码，31位").optional(),
            text("handlingCode", "业务办理项编码，33位").optional(),
            text("validFrom", "自这一日起收件"),
            text("validTo", "这一日之后不再收件；没有期限的没有这一项").optional(),
            text("serviceObjects[].code", "服务对象：`person` 自然人，`organization` 法人或者其他组织"),
            text("serviceObjects[].label", "服务对象名称"),
            text("basis[].document", "设定依据"),
            text("basis[].article", "依据的条款"),
            field("conditions", JsonFieldType.ARRAY, "受理条件"),
            field("fees", JsonFieldType.ARRAY, "收费；空的为不收费"),
            text("fees[].name", "收费项目").optional(),
            text("fees[].standard", "收费标准").optional(),
            text("fees[].basis.document", "收费依据").optional(),
            text("fees[].basis.article", "依据的条款").optional(),
            text(
                    "process.archetype.code",
                    "流程类型：`instant` 即办，`promised` 承诺，`on-site` 现场核查，`publication` 公示，`levels` 多级，`joint` 联办"),
            text("process.archetype.label", "流程类型名称"),
            field("process.steps", JsonFieldType.ARRAY, "办理流程的环节"),
            text("result.name", "办理结果名称"),
            text("result.kind.code", "结果类型：`certificate` 证照，`document` 批文，`receipt` 回执")
                    .optional(),
            text("result.kind.label", "结果类型名称").optional(),
            text("result.number", "结果文号的字头"),
            number("result.validYears", "有效期，年").optional(),
            text("result.refusalName", "不予批准时的文书名称"),
            text("result.refusalNumber", "不予批准时文书文号的字头"),
            number("visits", "到现场次数"),
            text("coverage.code", "通办范围：`1` 全国，`2` 跨省，`3` 跨市，`4` 跨县").optional(),
            text("coverage.label", "通办范围名称").optional(),
            text("onlineDepth.code", "网办深度：`1` 咨询，`2` 收件，`3` 预审，`4` 受理，`5` 办理，`6` 结果反馈，`7` 电子证照反馈，`8` 其他"),
            text("onlineDepth.label", "网办深度名称"),
            field("fourWays", JsonFieldType.ARRAY, "四办，没有的为空"),
            text("fourWays[].code", "`immediate` 马上办，`online` 网上办，`nearby` 就近办，`once` 一次办")
                    .optional(),
            text("fourWays[].label", "四办名称").optional(),
            text("contact.place", "办理地点"),
            text("contact.phone", "咨询电话"),
            text("contact.hours", "办公时间"),
            text("contact.complaints", "投诉电话"),
            field("faq", JsonFieldType.ARRAY, "常见问题"),
            text("faq[].question", "问题").optional(),
            text("faq[].answer", "答复").optional(),
            text("materials[].code", "材料编码"),
            text("materials[].name", "材料名称"),
            flag("materials[].required", "是否必须提交；为 `false` 的，符合 condition 时提交"),
            text("materials[].necessity.code", "材料必要性：`required` 必要，`conditional` 符合条件时提交，`deferrable` 容缺后补"),
            text("materials[].necessity.label", "材料必要性名称"),
            text("materials[].condition", "需要提交的情形").optional(),
            text("materials[].requirement", "形式、原件或者复印件、份数、签字、盖章，连成一句"),
            text("materials[].form.code", "材料形式：`paper` 纸质，`electronic` 电子，`both` 两者都可以"),
            text("materials[].form.label", "材料形式名称"),
            number("materials[].copies", "份数"),
            text("materials[].original.code", "`original` 原件，`copy` 复印件，`copyCheckedAgainstOriginal` 复印件，核对原件"),
            text("materials[].original.label", "原件或者复印件"),
            flag("materials[].signature", "是否签字"),
            flag("materials[].seal", "是否盖章"),
            text("materials[].source.code", "来源渠道：`applicant` 申请人自备，`government` 政府部门核发，`other` 其他"),
            text("materials[].source.label", "来源渠道名称"),
            text("materials[].standard", "受理标准"),
            text("materials[].fillingNotes", "填报须知").optional(),
            text("materials[].blankForm.name", "空白表格的文件名").optional(),
            text("materials[].blankForm.link", "空白表格的地址，可以直接下载").optional(),
            text("materials[].sample.name", "示例样表的文件名").optional(),
            text("materials[].sample.link", "示例样表的地址，可以直接下载").optional(),
            flag("materials[].sensitive", "是否含敏感个人信息"),
            text("materials[].basis.document", "要求提交的依据"),
            text("materials[].basis.article", "依据的条款"),
            text("questions[].field", "办理情形的字段名，登记时写在 `situation` 里"),
            text("questions[].label", "问题"),
            text(
                    "questions[].type",
                    "`text` 文字，`number` 数字，`date` 日期（如 2026-03-02），`flag` 是否，`choice` 从 options 中选一个 code"),
            flag("questions[].required", "是否必须回答"),
            field("questions[].options", JsonFieldType.ARRAY, "可以选择的答案"),
            text("questions[].options[].code", "答案编码").optional(),
            text("questions[].options[].label", "答案名称").optional(),
            number("questions[].min", "数字最小是多少").optional(),
            number("questions[].max", "数字最大是多少").optional(),
            number("questions[].maxLength", "文字最多多少个字").optional());

    static final List<FieldDescriptor> SITUATION = List.of(
            flag("complete", "影响材料的问题是否都回答了；是的，`materials` 就是办件将要求的清单"),
            field("materials", JsonFieldType.ARRAY, "肯定需要的材料，各字段与事项的 materials 相同"),
            field("undecided", JsonFieldType.ARRAY, "是否需要取决于未回答的问题的材料，各字段同上"),
            field("unanswered", JsonFieldType.ARRAY, "还没有回答的问题"),
            text("unanswered[].field", "问题的字段名，即参数名").optional(),
            text("unanswered[].label", "问题").optional(),
            text(
                            "unanswered[].type",
                            "`choice` 从 options 中选一个 code，`flag` 填 `true` 或者 `false`，`number` 数字，`date` 日期，`text` 文字")
                    .optional(),
            flag("unanswered[].required", "申请时是否必须回答").optional(),
            field("unanswered[].options", JsonFieldType.ARRAY, "可以选择的答案").optional());

    static final List<FieldDescriptor> INDICATORS = List.of(
            text("asOf", "统计日期"),
            number("items", "正在收件的事项数"),
            number("comprehensiveWindows.count", "进综合窗口的事项数（专窗以外的窗口）"),
            number("comprehensiveWindows.percent", "占比，百分数，舍去一位小数以下"),
            number("comprehensiveWindows.target", "目标，不低于百分之几"),
            flag("comprehensiveWindows.met", "是否达到目标"),
            number("online.count", "网上可办的事项数（网办深度达到网上受理及以上）"),
            number("online.percent", "占比"),
            number("online.target", "目标，不低于百分之几"),
            flag("online.met", "是否达到目标"),
            number("fourWays.count", "纳入“四办”的事项数，至少一种"),
            number("fourWays.percent", "占比"),
            text("ways[].way.code", "`immediate` 马上办，`online` 网上办，`nearby` 就近办，`once` 一次办"),
            text("ways[].way.label", "四办名称"),
            number("ways[].count", "事项数"),
            number("ways[].percent", "占比"));

    static final List<FieldDescriptor> REGISTRATION = List.of(
            text("item", "事项编码"),
            text("applicant.type", "`person` 自然人，`organization` 法人或者其他组织"),
            text("applicant.name", "申请人姓名（名称）"),
            text("applicant.idNumber", "公民身份号码，申请人为自然人的填写").optional(),
            text("applicant.creditCode", "统一社会信用代码，申请人为组织的填写").optional(),
            text("applicant.legalRepresentative", "法定代表人（负责人），申请人为组织的填写").optional(),
            text("contact.name", "联系人"),
            text("contact.phone", "联系电话：手机号码，或者带区号的固定电话"),
            text("contact.address", "联系地址").optional(),
            text("district", "办理地点所在街镇的编码，见<<districts>>"),
            field("agent", JsonFieldType.OBJECT, "代办人，由代办人提交的填写").optional(),
            text("agent.name", "代办人姓名").optional(),
            text("agent.idNumber", "代办人公民身份号码").optional(),
            text("agent.phone", "代办人联系电话").optional(),
            field("situation.*", JsonFieldType.VARIES, "办理情形，字段见事项的 questions"));

    static final List<FieldDescriptor> REGISTERED = List.of(
            text("caseNumber", "办件编号，21位数字"),
            text("pickupCode", "取件码，8位；申请人凭办件编号和取件码查询、领取，请妥善转交"),
            text("_links.self.href", "办件的地址"));

    static final List<FieldDescriptor> CASE = List.of(
            text("caseNumber", "办件编号"),
            text("item.code", "事项编码"),
            text("item.name", "事项名称"),
            number("state.code", "办件状态代码，见<<states>>"),
            text("state.name", "办件状态"),
            text("state.label", "办件状态名称"),
            text("applicant", "申请人，自然人的姓名已脱敏"),
            text("dates.receivedOn", "收件日期，时限自这一日计算"),
            text("dates.noticeDue", "最迟告知是否受理、是否补正的日期").optional(),
            text("dates.acceptedOn", "受理日期").optional(),
            text("dates.promisedDue", "承诺办结日期").optional(),
            text("dates.statutoryDue", "法定办结日期").optional(),
            text("dates.deliveryDue", "最迟送达日期").optional(),
            text("dates.lamp.code", "承诺时限的灯号：`green`、`yellow`、`red`、`paused`、`done`")
                    .optional(),
            text("dates.lamp.label", "灯号名称").optional(),
            field("missing", JsonFieldType.ARRAY, "还不齐全或者不符合要求的材料"),
            text("missing[].name", "材料名称").optional(),
            text("missing[].shortcoming", "缺什么，或者什么不符合要求").optional(),
            text("missing[].standard", "受理标准").optional(),
            text("steps[].name", "办理环节").optional(),
            text("steps[].outcome", "办理结论").optional(),
            text("steps[].at", "办理时间").optional());

    static final List<FieldDescriptor> CASE_STAFF = List.of(
            text("steps[].actor", "办理人姓名，仅工作人员可见").optional(),
            text("steps[].opinion", "办理意见，仅工作人员可见").optional(),
            text("result.decision.code", "决定：`grant` 准予，`deny` 不予").optional(),
            text("result.decision.label", "决定名称").optional(),
            text("result.name", "结果文书名称").optional(),
            text("result.number", "结果文号").optional(),
            text("result.validUntil", "有效期截止日期").optional());

    static final List<FieldDescriptor> CASES = List.of(
            field("cases", JsonFieldType.ARRAY, "找到的办件，最多20件，编号大的（新收的）在前"),
            text("cases[].caseNumber", "办件编号"),
            text("cases[].item.code", "事项编码"),
            text("cases[].item.name", "事项名称"),
            number("cases[].state.code", "办件状态代码，见<<states>>"),
            text("cases[].state.name", "办件状态"),
            text("cases[].state.label", "办件状态名称"),
            text("cases[].applicant", "申请人，自然人的姓名已脱敏"),
            text("cases[].receivedAt", "收件时间"),
            text("cases[].department.code", "办件所在的部门；分办之前为事项的主管部门"),
            text("cases[].department.label", "部门名称"),
            text("cases[].lamp.code", "承诺时限的灯号；受理前没有").optional(),
            text("cases[].lamp.label", "灯号名称").optional(),
            text("nextPage", "下一页的 page；没有这一项，说明是最后一页").optional());

    private static final List<FieldDescriptor> LAMPS = List.of(
            number("total", "未办结的件数"),
            number("unaccepted", "其中尚未受理的"),
            number("green", "灯号正常"),
            number("yellow", "预警：承诺时限将至"),
            number("red", "超期：已超过承诺时限"),
            number("paused", "特别程序中，暂停计时的"),
            number("done", "已作决定，等待出件的"));

    static final List<FieldDescriptor> DOCUMENTS = List.of(
            number("documents[].id", "文书的内部编号"),
            text("documents[].kind.code", "文书种类"),
            text("documents[].kind.label", "种类名称"),
            text("documents[].title", "文书名称；结果证件、不予决定按事项的名称"),
            text("documents[].number", "文号"),
            number("documents[].version", "第几版；更正后为下一版，文号不变"),
            text("documents[].state.code", "效力：`valid`、`revoked`、`corrected`、`expired`"),
            text("documents[].state.label", "有效、已撤销、已更正、已过期"),
            text("documents[].organ", "出具机关"),
            text("documents[].issuedOn", "出具日期"),
            text("documents[].validUntil", "有效期至").optional(),
            text("documents[].verificationCode", "验证码，在 /verify 核验"),
            text("documents[].sha256", "PDF 的 SHA-256；尚未生成的没有").optional(),
            text("documents[].href", "取 PDF 的地址"));

    static final List<FieldDescriptor> ATTACHMENTS = List.of(
            number("attachments[].id", "附件的内部编号"),
            text("attachments[].material.code", "是哪一份材料；整个办件的没有").optional(),
            text("attachments[].material.label", "材料名称").optional(),
            text("attachments[].name", "文件名"),
            text("attachments[].mediaType", "类型，由内容决定：PDF、JPEG、PNG、OFD、DOCX"),
            number("attachments[].size", "字节数"),
            text("attachments[].sha256", "内容的 SHA-256，提交方可以比对"),
            text("attachments[].addedAt", "提交时间"));

    static final List<FieldDescriptor> SUPERVISION = Stream.of(
                    List.of(
                            text("asOf", "统计日期"),
                            text("onTime.from", "自这一日"),
                            text("onTime.to", "至这一日"),
                            number("onTime.due", "应办结的件数：此期间作出决定的，和承诺办结日期在此期间、至今没有决定的；撤件的、暂停的不计"),
                            number("onTime.onTime", "其中按时作出决定的件数"),
                            number("onTime.percent", "按时办结率，百分数，舍去一位小数以下")),
                    applyPathPrefix("open.", LAMPS),
                    List.of(
                            text("groups[].department.code", "部门编码；分办之前为事项的主管部门"),
                            text("groups[].department.label", "部门名称"),
                            text("groups[].item.code", "事项编码"),
                            text("groups[].item.label", "事项名称")),
                    applyPathPrefix("groups[].lamps.", LAMPS),
                    List.of(
                            text("oldest[].caseNumber", "收件最早的十件未办结办件"),
                            text("oldest[].item.code", "事项编码"),
                            text("oldest[].item.name", "事项名称"),
                            number("oldest[].state.code", "办件状态代码，见<<states>>"),
                            text("oldest[].state.name", "办件状态"),
                            text("oldest[].state.label", "办件状态名称"),
                            text("oldest[].department.code", "办件所在的部门"),
                            text("oldest[].department.label", "部门名称"),
                            text("oldest[].receivedAt", "收件时间"),
                            number("oldest[].workingDays", "收件以来的工作日，不论是谁的时间"),
                            number("oldest[].used", "办理时限已用的天数，按事项的单位"),
                            text("oldest[].promisedDue", "承诺办结日期").optional(),
                            text("oldest[].lamp.code", "承诺时限的灯号；受理前没有").optional(),
                            text("oldest[].lamp.label", "灯号名称").optional()))
            .flatMap(List::stream)
            .toList();

    static final List<FieldDescriptor> CLOCK = List.of(
            text("caseNumber", "办件编号"),
            text("asOf", "截至哪一日"),
            text("phase.code", "所处阶段"),
            text("phase.label", "所处阶段名称"),
            text("lamp.code", "承诺时限的灯号：`green`、`yellow`、`red`、`paused`、`done`；受理前没有")
                    .optional(),
            text("lamp.label", "灯号名称").optional(),
            flag("statutoryOverrun", "是否超过法定时限"),
            text("unit.code", "办理时限的单位：`workingDays` 工作日，`calendarDays` 自然日"),
            text("unit.label", "单位名称"),
            number("used", "办理时限已用的天数"),
            number("left", "法定时限剩余的天数，超期的为负数；法律未规定时限的没有").optional(),
            text("periods[].kind.code", "期限：`notice`、`correction`、`promised`、`statutory`、`delivery`"),
            text("periods[].kind.label", "期限名称"),
            text("periods[].basis", "依据"),
            text("periods[].dayZero.date", "第0日，从次日起计"),
            text("periods[].dayZero.event", "第0日发生了什么"),
            number("periods[].days", "天数，不含延期"),
            number("periods[].extensionDays", "延期的天数"),
            text("periods[].unit.code", "单位，同 unit"),
            text("periods[].unit.label", "单位名称"),
            text("periods[].due", "到期日；特别程序进行期间没有").optional(),
            flag("periods[].provisional", "到期日是否暂定：所在年份的放假通知还没有录入"),
            text("periods[].note", "暂定的说明").optional(),
            text("periods[].outcome.code", "情况：`running`、`paused`、`overrun`、`onTime`、`late`、`lapsed`、`withdrawn`"),
            text("periods[].outcome.label", "情况名称"),
            text("periods[].endedOn", "完成或者终止的日期").optional(),
            number("periods[].counted", "已经计入的天数"),
            text("periods[].calendar[].date", "从第0日到到期日的每一日；没有到期日的，到 asOf"),
            text("periods[].calendar[].weekday", "星期"),
            flag("periods[].calendar[].counts", "是否计入"),
            number("periods[].calendar[].number", "是计入的第几日").optional(),
            text("periods[].calendar[].reason", "不计入的原因，或者周末计入的原因").optional(),
            number("ledger[].number", "账本中的第几条"),
            text("ledger[].type.code", "记录的种类"),
            text("ledger[].type.label", "种类名称"),
            text("ledger[].date", "事情发生的日期；只冲正、不更正的没有").optional(),
            text("ledger[].recordedAt", "记录的时间"),
            text("ledger[].procedure", "特别程序的名称").optional(),
            text("ledger[].notice", "特别程序告知书的文号").optional(),
            number("ledger[].plannedDays", "告知申请人所需的工作日").optional(),
            number("ledger[].extensionDays", "延期的天数").optional(),
            flag("ledger[].reversed", "是否已被冲正"),
            number("ledger[].reverses", "冲正或者更正的是第几条").optional(),
            text("ledger[].actor", "记录人姓名，仅工作人员可见").optional(),
            text("ledger[].approvedBy", "批准延期的负责人，仅工作人员可见").optional(),
            text("ledger[].reason", "延期的理由，仅工作人员可见").optional(),
            text("ledger[].reversalReason", "冲正的理由，仅工作人员可见").optional(),
            text("alarms[].kind.code", "发生过的预警或者超期"),
            text("alarms[].kind.label", "名称"),
            text("alarms[].on", "发生的日期"),
            text("alarms[].due", "所指的到期日"));

    static final List<FieldDescriptor> CALENDAR_PREVIEW = List.of(
            number("openCases", "核对了多少未办结的办件"),
            number("casesMoved", "其中多少件的日期要变"),
            field("items", JsonFieldType.ARRAY, "按事项的件数"),
            text("items[].item.code", "事项编码").optional(),
            text("items[].item.label", "事项名称").optional(),
            number("items[].casesMoved", "日期要变的件数").optional(),
            field("cases", JsonFieldType.ARRAY, "日期要变的全部办件"),
            text("cases[].caseNumber", "办件编号").optional(),
            text("cases[].item", "事项编码").optional(),
            field("cases[].dates", JsonFieldType.ARRAY, "要变的日期").optional(),
            text(
                            "cases[].dates[].date",
                            "日期的名称：`acceptedOn`、`noticeDue`、`correctionDue`、`promisedDue`、"
                                    + "`statutoryDue`、`plannedEnd`、`deliveryDue`、`nextAlarm`")
                    .optional(),
            text("cases[].dates[].label", "日期的中文名称").optional(),
            text("cases[].dates[].from", "现在的日期").optional(),
            text("cases[].dates[].to", "载入以后的日期").optional(),
            flag("cases[].wasProvisional", "现在是否有日期落在还没有载入的年份").optional(),
            flag("cases[].provisional", "载入以后是否还有").optional(),
            field("contradictions", JsonFieldType.ARRAY, "时限账本与这份日历矛盾的办件；有一件就不能载入"),
            text("contradictions[].caseNumber", "办件编号").optional(),
            text("contradictions[].reason", "矛盾在哪里").optional());

    static final List<FieldDescriptor> CALENDAR_CHANGE = List.of(
            number("id", "日历变更的编号"),
            number("year", "年份"),
            text("notice", "国务院办公厅通知的文号"),
            text("loadedBy", "载入人的账号"),
            text("loadedAt", "载入时间"),
            text("lastCase", "任务和计时器已经改到哪一件（按办件编号）"),
            number("casesMoved", "已经改了多少件"),
            field("casesFailed", JsonFieldType.ARRAY, "没有改成的办件，原因见系统日志"),
            text("finishedAt", "全部改完的时间；还没有这一项，说明正在进行").optional());

    static final List<FieldDescriptor> CALENDAR_YEAR = List.of(
            number("year", "年份"),
            text("notice", "国务院办公厅通知的文号"),
            text("holidays[].name", "节日"),
            text("holidays[].from", "放假第一天"),
            text("holidays[].to", "放假最后一天"),
            field("makeUpWorkdays", JsonFieldType.ARRAY, "调休上班日"),
            field("change", JsonFieldType.OBJECT, "由哪一次日历变更载入；没有这一项，说明是随系统安装的").optional());

    static final List<FieldDescriptor> PROBLEM = List.of(
            text("type", "问题种类，指向本文档的一节"),
            text("title", "问题种类的名称"),
            number("status", "HTTP 状态码"),
            text("detail", "这一次的原因和处理办法"),
            text("instance", "请求的地址"));

    static final List<FieldDescriptor> VIOLATIONS =
            List.of(text("violations[].field", "有问题的字段"), text("violations[].message", "原因和处理办法"));

    private Fields() {}

    private static FieldDescriptor text(String path, String description) {
        return field(path, JsonFieldType.STRING, description);
    }

    private static FieldDescriptor number(String path, String description) {
        return field(path, JsonFieldType.NUMBER, description);
    }

    private static FieldDescriptor flag(String path, String description) {
        return field(path, JsonFieldType.BOOLEAN, description);
    }

    private static FieldDescriptor field(String path, JsonFieldType type, String description) {
        var label =
                switch (type) {
                    case STRING -> "文字";
                    case NUMBER -> "数字";
                    case BOOLEAN -> "是否";
                    case ARRAY -> "数组";
                    case OBJECT -> "对象";
                    default -> "按字段";
                };
        return fieldWithPath(path)
                .type(type)
                .description(description)
                .attributes(key("typeLabel").value(label));
    }
}
