package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.supervision.CaseLists;
import org.onewindow.supervision.CaseQuery;
import org.onewindow.supervision.ListedCase;
import org.onewindow.supervision.Listing;
import org.onewindow.supervision.Period;
import org.onewindow.supervision.Scope;
import org.onewindow.workflow.BusyWeeks;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Role × figure: 效能监督 and administrators see everything, the head of a department its own, everybody else nothing. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "spring.application.name=figures")
class SupervisionPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final Pattern NUMBER = Pattern.compile("\\b150203\\d{15}\\b");
    private static final int MOST = 50;

    private static final Map<String, Scope> ALLOWED = Map.of(
            "fengxue",
            Scope.EVERYTHING,
            "admin",
            Scope.EVERYTHING,
            "guowei",
            Scope.of(Set.of("health-commission")),
            "mali",
            Scope.of(Set.of("market-supervision")));

    @Autowired
    private Hall hall;

    @Autowired
    private CaseLists lists;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @BeforeAll
    void weeksOfWork() {
        new BusyWeeks(hall, TODAY).work(100, LocalDate.of(2026, 2, 2));
    }

    static List<String> accounts() throws IOException {
        return Stream.concat(
                        Pattern.compile("\\{ id: (\\w+),")
                                .matcher(Files.readString(Path.of("config/demo/staff.yaml")))
                                .results()
                                .map(found -> found.group(1)),
                        Stream.of("admin"))
                .filter(account -> !account.equals("baotou")) // a platform, which has no workplace
                .toList();
    }

    private static Stream<String> pages() {
        return Stream.concat(
                Stream.of(
                        "/supervision",
                        "/supervision/lamps",
                        "/supervision/figures.xlsx",
                        "/supervision/cases.xlsx?list=red"),
                Stream.of(Listing.values()).map(listing -> "/supervision/cases?list=" + listing.code()));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void whoSeesWhichFigure(String account) {
        var visitor = Visitor.loggedIn(port, account, application(account));
        var scope = Optional.ofNullable(ALLOWED.get(account));
        pages().forEach(path -> assertThat(visitor.getPage(path).statusCode())
                .as("%s opens %s", account, path)
                .isEqualTo(scope.isPresent() ? 200 : 403));
        assertThat(visitor.get("/supervision/scope").statusCode()).isEqualTo(scope.isPresent() ? 200 : 403);
        scope.ifPresent(allowed -> assertOwnOnly(visitor, allowed));
    }

    private static String application(String account) {
        return Set.of("fengxue", "heming", "admin").contains(account) ? "cockpit" : "tasklist";
    }

    private void assertOwnOnly(Visitor visitor, Scope scope) {
        for (var listing : Listing.values()) {
            var shown = numbers(visitor.getPage("/supervision/cases?list=" + listing.code()));
            var expected = lists.find(query(listing), scope, MOST).stream()
                    .map(ListedCase::caseNumber)
                    .map(CaseNumber::value)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(shown).as(listing.label()).isEqualTo(expected);
            assertThat(shown).allSatisfy(number -> assertThat(
                            scope.everything() || scope.departments().contains(owner(number)))
                    .isTrue());
        }
        if (!scope.everything()) {
            var dashboard = visitor.getPage("/supervision").body();
            var other = scope.departments().contains("health-commission") ? "昆都仑区市场监督管理局" : "昆都仑区卫生健康委员会";
            assertThat(dashboard).doesNotContain(other);
            assertThat(numbers(visitor.getPage("/supervision/cases?list=received&department=civil-affairs")))
                    .isEmpty();
        }
    }

    private static TreeSet<String> numbers(HttpResponse<String> page) {
        return NUMBER.matcher(page.body())
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String owner(String number) {
        return jdbc.sql("select coalesce(department, item_department) from case_file where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private static CaseQuery query(Listing listing) {
        return new CaseQuery(
                listing, Period.yearTo(TODAY), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void nobodyLooksWithoutLogin() {
        pages().forEach(path -> assertThat(Visitor.anonymous(port).getPage(path).statusCode())
                .as(path)
                .isEqualTo(401));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /supervision",
        "PUT, /supervision/cases",
        "DELETE, /supervision/cases",
        "GET, /supervision/no-such"
    })
    void nothingElseIsOffered(String method, String path) {
        var answer = Visitor.loggedIn(port, "fengxue", "cockpit").send(method, path, null, new byte[0]);
        assertThat(answer.statusCode()).isIn(403, 404, 405);
    }

    @ParameterizedTest
    @CsvSource({
        "/supervision?from=2026-03-02&to=2026-03-01, 截止日期不能早于起始日期",
        "/supervision?from=yesterday, 应为日期",
        "/supervision?week=1, 没有这个查询条件",
        "/supervision/cases?list=blue, 没有这个值",
        "/supervision/cases?page=2, 请从第一页重新翻页",
        "/supervision/cases.xlsx?list=blue, 没有这个值"
    })
    void whatCannotBeAskedIsExplained(String path, String words) {
        var answer = Visitor.loggedIn(port, "fengxue", "cockpit").getPage(path);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
    }

    /** An administrator keeps the system; what a case's file holds is not for that. */
    @Test
    void theCasesOfAListOpenForThoseWhoMayReadThem() {
        var list = "/supervision/cases?list=open";
        assertThat(Visitor.loggedIn(port, "admin", "cockpit").getPage(list).body())
                .doesNotContain("href=\"/cases/");
        var supervisor = Visitor.loggedIn(port, "fengxue", "cockpit");
        var link = Pattern.compile("href=\"(/cases/\\d+)\"")
                .matcher(supervisor.getPage(list).body());
        assertThat(link.find()).isTrue();
        assertThat(supervisor.getPage(link.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void anApplicantIsNowhereNamed() {
        var supervisor = Visitor.loggedIn(port, "fengxue", "cockpit");
        pages().filter(path -> !path.contains(".xlsx"))
                .forEach(path -> assertThat(supervisor.getPage(path).body()).doesNotContain("李建国", "李**"));
    }

    @Test
    void theWorkbooksHoldWhatTheScreenShows() throws IOException {
        var supervisor = Visitor.loggedIn(port, "fengxue", "cockpit");
        try (var book = open(supervisor, "/supervision/cases.xlsx?list=open")) {
            var rows = book.getSheetAt(0);
            assertThat(rows.getRow(1).getCell(0).getStringCellValue()).isEqualTo("办件编号");
            assertThat(rows.getLastRowNum() - 1)
                    .isEqualTo(lists.find(query(Listing.OPEN), Scope.EVERYTHING, 10_000)
                            .size());
        }
        try (var book = open(supervisor, "/supervision/figures.xlsx")) {
            assertThat(book).extracting(Sheet::getSheetName).containsExactly("合计", "按事项", "按部门", "按窗口", "近26周");
            Row all = book.getSheet("合计").getRow(2);
            assertThat((int) all.getCell(1).getNumericCellValue())
                    .isEqualTo(lists.find(query(Listing.OPEN), Scope.EVERYTHING, 10_000)
                            .size());
        }
    }

    private static XSSFWorkbook open(Visitor visitor, String path) throws IOException {
        var answer = visitor.download(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
    }

    @Test
    void chartsComeFromOurOwnPath() {
        var supervisor = Visitor.loggedIn(port, "fengxue", "cockpit");
        var page = supervisor.getPage("/supervision");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';");
        assertThat(page.body()).doesNotContainPattern("<script(?! type=\"module\" src=\"/site/)");
        assertThat(supervisor.get("/site/charts/chart.umd.min.js").body().getBytes(StandardCharsets.UTF_8).length)
                .isGreaterThan(100_000);
    }
}
