package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.Lamp;
import org.onewindow.supervision.CaseLists;
import org.onewindow.supervision.CaseQuery;
import org.onewindow.supervision.Figures;
import org.onewindow.supervision.ListedCase;
import org.onewindow.supervision.Scope;
import org.onewindow.supervision.Supervision;
import org.onewindow.workflow.CasesInHand;
import org.onewindow.workflow.CasesInHand.InHand;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures and their lists as workbooks (导出), for the same people as on the screen. */
@Controller
class SupervisionExport {

    /** More than anybody reads; the note at the end says that there are more. */
    static final int MOST = 20_000;

    private static final int AT_ONCE = 1000;
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SupervisionAccess access;
    private final SupervisionNames names;
    private final Supervision supervision;
    private final CaseLists lists;
    private final CasesInHand tasks;
    private final Clock clock;

    SupervisionExport(
            SupervisionAccess access,
            SupervisionNames names,
            Supervision supervision,
            CaseLists lists,
            CasesInHand tasks,
            Clock clock) {
        this.access = access;
        this.names = names;
        this.supervision = supervision;
        this.lists = lists;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping("/supervision/figures.xlsx")
    void figures(
            @AuthenticationPrincipal Account account,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        var scope = access.require(account);
        var today = LocalDate.now(clock);
        var figures = supervision.figures(scope, SupervisionFilter.period(sent, today));
        try (var sheets = new Spreadsheet()) {
            var about = "%s　在办截至%s，办结自%s至%s"
                    .formatted(
                            access.name(account),
                            figures.asOf(),
                            figures.period().from(),
                            figures.period().to());
            groups(sheets, "合计", about, List.of(figures.all()), code -> "合计");
            groups(sheets, "按事项", about, figures.items(), names::item);
            groups(sheets, "按部门", about, figures.departments(), names::department);
            groups(sheets, "按窗口", about, figures.windows(), names::window);
            weeks(sheets, about, figures.weeks());
            send(response, sheets, "时限监督 " + today);
        }
    }

    private static void groups(
            Spreadsheet sheets, String title, String about, List<Figures.Group> groups, Function<String, String> name) {
        sheets.sheet(
                title,
                about,
                "名称",
                "在办",
                "未受理",
                Lamp.GREEN.label(),
                Lamp.YELLOW.label(),
                Lamp.RED.label(),
                "暂停",
                "待出件",
                "今日到期",
                "下一工作日到期",
                "办结",
                "作出决定",
                "按时办结",
                "超期办结",
                "超期未办结",
                "按时办结率%",
                "平均工作日",
                "九成办结于（工作日）",
                "经过补正",
                "补正率%",
                "退回综窗",
                "受理准确率%",
                "退件",
                "退件率%",
                "不予许可",
                "不予许可率%",
                "撤件");
        for (var group : groups) {
            var open = group.open();
            var done = group.finished();
            sheets.row(
                    name.apply(group.code()),
                    open.total(),
                    open.unaccepted(),
                    open.of(Lamp.GREEN),
                    open.of(Lamp.YELLOW),
                    open.of(Lamp.RED),
                    open.of(Lamp.PAUSED),
                    open.of(Lamp.DONE),
                    open.dueToday(),
                    open.dueNext(),
                    done.total(),
                    done.decided(),
                    done.onTime(),
                    done.late(),
                    open.missed(),
                    group.onTime().share().known().orElse(null),
                    done.averageDays().orElse(null),
                    done.ninetiethDays().isPresent() ? done.ninetiethDays().getAsInt() : null,
                    done.corrected(),
                    done.correctedShare().known().orElse(null),
                    done.sentBack(),
                    done.accurateShare().known().orElse(null),
                    done.returned(),
                    done.returnedShare().known().orElse(null),
                    done.denied(),
                    done.deniedShare().known().orElse(null),
                    done.withdrawn());
        }
    }

    private static void weeks(Spreadsheet sheets, String about, List<Figures.Week> weeks) {
        sheets.sheet("近26周", about, "周（周一起）", "收件", "办结", "作出决定", "按时办结", "按时率%");
        weeks.forEach(week -> sheets.row(
                week.monday(),
                week.received(),
                week.finished(),
                week.decided(),
                week.onTime(),
                week.share().known().orElse(null)));
    }

    @GetMapping("/supervision/cases.xlsx")
    void cases(
            @AuthenticationPrincipal Account account,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        var scope = access.require(account);
        var query = SupervisionFilter.cases(sent, LocalDate.now(clock));
        try (var sheets = new Spreadsheet()) {
            sheets.sheet(
                    "清单",
                    query.listing().label() + "　" + access.name(account) + "　导出于" + LocalDate.now(clock),
                    "办件编号",
                    "事项",
                    "部门",
                    "窗口",
                    "收件日期",
                    "状态",
                    "承诺日期",
                    "灯号",
                    "在谁手里",
                    "超期工作日",
                    "决定日期",
                    "用时（工作日）",
                    "按时");
            write(sheets, query, scope);
            send(response, sheets, query.listing().label() + " " + LocalDate.now(clock));
        }
    }

    private void write(Spreadsheet sheets, CaseQuery query, Scope scope) {
        int written = 0;
        var page = lists.find(query, scope, AT_ONCE);
        while (!page.isEmpty()) {
            var inHand = query.listing().isOpen() ? tasks.inHand(numbers(page)) : Map.<CaseNumber, List<InHand>>of();
            page.forEach(one -> row(sheets, one, inHand.getOrDefault(one.caseNumber(), List.of())));
            written += page.size();
            var next = query.after(page.get(page.size() - 1).caseNumber());
            page = page.size() < AT_ONCE ? List.of() : lists.find(next, scope, AT_ONCE);
            if (written >= MOST && !page.isEmpty()) {
                sheets.row("清单还有更多办件，这里只有前" + MOST + "件。请缩短时段，或者按事项、部门、窗口分别导出。");
                return;
            }
        }
    }

    private static List<CaseNumber> numbers(List<ListedCase> cases) {
        return cases.stream().map(ListedCase::caseNumber).toList();
    }

    private void row(Spreadsheet sheets, ListedCase one, List<InHand> inHand) {
        sheets.row(
                one.caseNumber().value(),
                one.itemName(),
                names.department(one.department()),
                names.window(one.window()),
                one.receivedOn(),
                one.state().label(),
                one.promisedDue().orElse(null),
                one.lamp().map(Lamp::label).orElse("未受理"),
                inHand.stream().map(held -> held.holder() + " " + held.step()).collect(Collectors.joining("；")),
                one.delay().isPresent() ? one.delay().getAsInt() : null,
                one.decidedOn().orElse(null),
                one.workingDays().isPresent() ? one.workingDays().getAsInt() : null,
                one.onTime().map(onTime -> onTime ? "按时" : "超期").orElse(null));
    }

    private static void send(HttpServletResponse response, Spreadsheet sheets, String name) throws IOException {
        response.setContentType(TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        sheets.write(response.getOutputStream());
    }
}
