package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.Tables;
import org.onewindow.workflow.clock.Measures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what through HTTP: what is not allowed is refused and changes nothing. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    /**
     * {@code +} done; {@code r} reached and refused by a rule with 400, nothing changed; {@code .} refused with 401 or 403, or
     * not found like an id that does not exist, or an empty list; nothing changed; {@code ?} an administrator's tool, not tried.
     */
    private static final String MATRIX = """
            action                    | anonymous social commerce issuing dispatch handler reviewer decider head market supervisor designer partner admin
            start the permit          |     .       +       .        .       .        .       .        .     .     .        .         .        .      r
            start the registration    |     .       .       +        .       .        .       .        .     .     .        .         .        .      r
            read verification         |     .       +       .        .       .        .       .        .     .     .        +         .        .      +
            read verification form    |     .       +       .        .       .        .       .        .     .     .        +         .        .      +
            claim verification        |     .       +       .        .       .        .       .        .     .     .        .         .        .      +
            do verification           |     .       +       .        .       .        .       .        .     .     .        .         .        .      r
            read handling             |     .       .       .        .       .        +       .        .     .     .        +         .        .      +
            read handling form        |     .       .       .        .       .        +       .        .     .     .        +         .        .      +
            claim handling            |     .       .       .        .       .        +       .        .     .     .        .         .        .      +
            do handling               |     .       .       .        .       .        +       .        .     .     .        .         .        .      r
            read issuance             |     .       .       .        +       .        .       .        .     .     .        +         .        .      +
            read issuance form        |     .       .       .        +       .        .       .        .     .     .        +         .        .      +
            claim issuance            |     .       .       .        +       .        .       .        .     .     .        .         .        .      +
            do issuance               |     .       .       .        +       .        .       .        .     .     .        .         .        .      r
            pause the case            |     .       .       .        .       .        +       r        r     .     r        .         .        .      r
            ask for an extension      |     .       .       .        .       .        +       r        r     .     r        .         .        .      r
            return to the window      |     .       .       .        .       .        +       r        r     .     r        .         .        .      r
            consult a department      |     .       .       .        .       .        +       r        r     .     r        .         .        .      r
            read extension            |     .       .       .        .       .        .       .        .     +     .        +         .        .      +
            read extension form       |     .       .       .        .       .        .       .        .     +     .        +         .        .      +
            claim extension           |     .       .       .        .       .        .       .        .     +     .        .         .        .      +
            do extension              |     .       .       .        .       .        .       .        .     +     .        .         .        .      r
            start without the form    |     .       .       .        .       .        .       .        .     .     .        .         .        .      r
            complete without the form |     .       .       .        .       .        .       .        .     .     .        .         .        .      r
            write a task's variable   |     .       .       .        .       .        .       .        .     .     .        .         .        .      ?
            hand a task to another    |     .       .       .        .       .        .       .        .     .     .        .         .        .      +
            skip steps of an instance |     .       .       .        .       .        .       .        .     .     .        .         .        .      ?
            send a message            |     .       .       .        .       .        .       .        .     .     .        .         .        .      ?
            deploy a model            |     .       .       .        .       .        .       .        .     .     .        .         .        .      +
            create an authorization   |     .       .       .        .       .        .       .        .     .     .        .         .        .      +
            create a filter           |     .       .       .        .       .        .       .        .     .     .        .         .        .      +
            create a user             |     .       .       .        .       .        .       .        .     .     .        .         .        .      +
            join the administrators   |     .       .       .        .       .        .       .        .     .     .        .         .        .      ?
            change another's password |     .       .       .        .       .        .       .        .     .     .        .         .        .      ?
            delete an instance        |     .       .       .        .       .        .       .        .     .     .        .         .        .      ?
            run a timer               |     .       .       .        .       .        .       .        .     .     .        .         .        .      ?
            list instances in Cockpit |     .       .       .        .       .        .       .        .     .     .        +         .        .      +
            enter the admin app       |     .       .       .        .       .        .       .        .     .     .        .         .        .      +
            see the attachments       |     .       +       .        +       +        +       +        +     +     .        +         .        .      .
            add an attachment         |     .       +       .        +       +        +       +        +     +     .        .         .        .      .
            look at an attachment     |     .       +       .        +       +        +       +        +     +     .        +         .        .      .
            have an attachment        |     .       +       .        +       +        +       +        +     +     .        +         .        .      .
            remove an attachment      |     .       +       .        +       +        +       +        +     +     .        .         .        .      .
            list them by interface    |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            add one by interface      |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            write to an attachment    |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            open a guide              |     +       +       +        +       +        +       +        +     +     +        +         +        +      +
            ask for the materials     |     +       +       +        +       +        +       +        +     +     +        +         +        +      +
            see the reform's figures  |     +       +       +        +       +        +       +        +     +     +        +         +        +      +
            write to a guide          |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            have an unnamed file      |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            write to a blank form     |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            see whether it is well    |     +       +       +        +       +        +       +        +     +     +        +         +        +      +
            see what is not well      |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            write to a probe          |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            check a paper of handling |     +       +       +        +       +        +       +        +     +     +        +         +        +      +
            open the applicant's page |     +       +       +        +       +        +       +        +     +     +        +         +        +      +
            write to the register     |     .       .       .        .       .        .       .        .     .     .        .         .        .      .
            see papers of handling    |     .       +       .        +       +        +       +        +     +     .        +         .        .      .
            open a paper of handling  |     .       +       .        +       +        +       +        +     +     .        +         .        .      .
            """;

    private static final Map<String, String> ACCOUNTS = Map.ofEntries(
            Map.entry("social", "zhangmin"),
            Map.entry("commerce", "liuyang"),
            Map.entry("issuing", "wangfang"),
            Map.entry("dispatch", "sunli"),
            Map.entry("handler", "zhaogang"),
            Map.entry("reviewer", "sunjie"),
            Map.entry("decider", "zhoutao"),
            Map.entry("head", "guowei"),
            Map.entry("market", "wujing"),
            Map.entry("supervisor", "fengxue"),
            Map.entry("designer", "heming"),
            Map.entry("partner", "baotou"),
            Map.entry("admin", "admin"));

    /** What an approver with a step in hand starts beside the case. */
    private static final Set<String> MEASURES =
            Set.of("pause the case", "ask for an extension", "return to the window", "consult a department");

    private static final String NO_CASE = "150203202001010000011";
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    @Autowired
    private Hall hall;

    @Autowired
    private Tables tables;

    @Autowired
    private Documents documents;

    @Autowired
    private Attachments attachments;

    @LocalServerPort
    private int port;

    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Map<String, Hall.ReceivedCase> cases = new HashMap<>();
    private PermitWay way;
    private int deeds;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    static Stream<Arguments> cells() {
        var lines = MATRIX.lines().map(line -> line.split("\\|")).toList();
        var roles = lines.get(0)[1].trim().split(" +");
        return lines.stream().skip(1).flatMap(line -> {
            var marks = line[1].trim().split(" +");
            assertThat(marks).as(line[0]).hasSameSizeAs(roles);
            return IntStream.range(0, roles.length)
                    .filter(i -> !marks[i].equals("?"))
                    .mapToObj(i -> Arguments.of(roles[i], line[0].trim(), marks[i]));
        });
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("cells")
    void mayOnlyWhatTheMatrixAllows(String role, String action, String expected) {
        var visitor = visitors.computeIfAbsent(role, this::enter);
        var prepared = prepare(action, role, expected);
        var before = tables.contents();
        var answer = act(visitor, action, prepared);
        var what = role + ": " + action + " → " + answer.statusCode() + " " + answer.body();
        switch (expected) {
            case "+" -> {
                assertThat(answer.statusCode()).as(what).isBetween(200, 302);
                assertThat(answer.body()).as(what).isNotEqualTo("[]");
                cases.clear();
            }
            case "r" -> {
                assertThat(answer.statusCode()).as(what).isEqualTo(400);
                assertThat(answer.body()).as(what).matches("(?s).*\\p{IsHan}.*");
                assertThat(tables.contents()).as(what).isEqualTo(before);
            }
            default -> {
                if (answer.statusCode() == 404) {
                    var unknown = act(visitor, action, new Target(UNKNOWN, UNKNOWN, UNKNOWN, Map.of(), NO_CASE, 0));
                    assertThat(unknown.statusCode()).as("like an unknown id").isEqualTo(404);
                    assertThat(answer.body().replace(prepared.task(), UNKNOWN)).isEqualTo(unknown.body());
                } else if (answer.statusCode() == 200) {
                    assertThat(answer.body()).as(what).isEqualTo("[]");
                } else {
                    assertThat(answer.statusCode()).as(what).isIn(401, 403);
                }
                assertThat(tables.contents()).as(what).isEqualTo(before);
            }
        }
    }

    /** Whoever may not enter an application goes on without a login. */
    private Visitor enter(String role) {
        return switch (role) {
            case "anonymous" -> Visitor.anonymous(port);
            case "supervisor", "designer" -> Visitor.loggedIn(port, ACCOUNTS.get(role), "cockpit");
            case "partner" -> {
                var visitor = Visitor.anonymous(port);
                assertThat(visitor.login(ACCOUNTS.get(role), "tasklist").statusCode())
                        .isIn(401, 403);
                yield visitor;
            }
            default -> Visitor.loggedIn(port, ACCOUNTS.get(role));
        };
    }

    private record Target(
            String task, String instance, String job, Map<String, Object> form, String number, long attachment) {}

    private Target prepare(String action, String role, String expected) {
        boolean isMeasure = MEASURES.contains(action);
        var stage = isMeasure
                ? "handling"
                : Stream.of("issuance", "handling", "extension")
                        .filter(action::contains)
                        .findFirst()
                        .orElse("verification");
        // The clerk who received a case has its verification already; another one is claimed by whom it is due to.
        var file = cases.computeIfAbsent(stage, this::caseAt);
        var task = hall.openTasks(file).stream()
                .filter(open -> !stage.equals("extension")
                        || open.getTaskDefinitionKey().equals("task_approveExtension"))
                .findFirst()
                .orElseThrow();
        if (action.startsWith("do ") && !expected.equals(".") || isMeasure && expected.equals("+")) {
            hall.engine().getTaskService().setAssignee(task.getId(), ACCOUNTS.get(role));
        } else if (action.startsWith("claim ") && !expected.equals(".")) {
            hall.engine().getTaskService().setAssignee(task.getId(), null);
        }
        var form = stage.equals("issuance")
                ? Forms.pickUpByCode(file.file().pickupCode())
                : stage.equals("handling")
                        ? Forms.handled("propose-grant", "拟同意。")
                        : stage.equals("extension") ? Forms.opinion("approve", "同意。") : Forms.accept(file);
        if (isMeasure) {
            form = Map.of("case", file.number().value());
        }
        var job = hall.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .list();
        return new Target(
                task.getId(),
                task.getProcessInstanceId(),
                job.isEmpty() ? UNKNOWN : job.get(0).getId(),
                form,
                file.number().value(),
                action.contains("attachment") ? attachment(file) : 0);
    }

    private long attachment(Hall.ReceivedCase file) {
        var sent = List.of(Samples.upload("a.pdf", Samples.pdf("there")));
        return attachments
                .add(file.number(), Optional.empty(), sent, Optional.empty())
                .get(0)
                .id();
    }

    private Hall.ReceivedCase caseAt(String stage) {
        return switch (stage) {
            case "verification" -> way.received();
            case "handling" -> way.accepted();
            case "extension" -> {
                var permit = way.accepted();
                way.asksForExtension(permit, 5);
                yield permit;
            }
            default -> way.readyForIssuance();
        };
    }

    private HttpResponse<String> act(Visitor visitor, String action, Target target) {
        var task = "task/" + target.task();
        deeds++;
        if (action.matches("(read|claim|do) .*")) {
            return switch (action.substring(0, action.indexOf(' '))) {
                case "read" -> visitor.engine("GET", task + (action.endsWith("form") ? "/form-variables" : ""), null);
                case "claim" -> visitor.engine("POST", task + "/claim", Map.of("userId", "zhangmin"));
                default -> visitor.submit(task, target.form());
            };
        }
        return switch (action) {
            case "start the permit" -> visitor.submit("process-definition/key/item_" + Forms.PERMIT, Forms.permit());
            case "start the registration" ->
                visitor.submit("process-definition/key/item_" + Forms.BUSINESS, Forms.business());
            case "pause the case" ->
                visitor.submit(
                        "process-definition/key/" + Measures.SPECIAL_PROCEDURE,
                        Forms.with(Forms.with(target.form(), "procedure", "听证"), "plannedDays", 5));
            case "ask for an extension" ->
                visitor.submit(
                        "process-definition/key/" + Measures.EXTENSION,
                        Forms.with(Forms.with(target.form(), "days", 5), "reason", "情况复杂。"));
            case "return to the window" ->
                visitor.submit(
                        "process-definition/key/" + Measures.ACCEPTANCE_RETURN,
                        Forms.with(Forms.with(target.form(), "error", "materials-missing"), "reason", "缺少检测报告。"));
            case "consult a department" ->
                visitor.submit(
                        "process-definition/key/" + Measures.CONSULTATION,
                        Forms.with(
                                Forms.with(Forms.with(target.form(), "department", "housing-construction"), "days", 3),
                                "question",
                                "是否符合规划？"));
            case "start without the form" ->
                visitor.engine("POST", "process-definition/key/item_" + Forms.PERMIT + "/start", Map.of());
            case "complete without the form" -> visitor.engine("POST", task + "/complete", Map.of());
            case "write a task's variable" ->
                visitor.engine(
                        "POST",
                        task + "/variables",
                        Map.of("modifications", Visitor.variables(Map.of("outcome", "accept"))));
            case "hand a task to another" -> visitor.engine("POST", task + "/assignee", Map.of("userId", "zhangmin"));
            case "skip steps of an instance" ->
                visitor.engine(
                        "POST",
                        "process-instance/" + target.instance() + "/modification",
                        Map.of(
                                "instructions",
                                List.of(Map.of("type", "cancel", "activityId", "task_verifyMaterials"))));
            case "send a message" ->
                visitor.engine(
                        "POST", "message", Map.of("messageName", "withdrawn", "processInstanceId", target.instance()));
            case "deploy a model" -> deploy(visitor);
            case "create an authorization" ->
                visitor.engine(
                        "POST",
                        "authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("ALL"),
                                "groupId",
                                "g" + deeds,
                                "resourceType",
                                8,
                                "resourceId",
                                "*"));
            case "create a filter" ->
                visitor.engine(
                        "POST",
                        "filter/create",
                        Map.of("resourceType", "Task", "name", "f" + deeds, "query", Map.of(), "properties", Map.of()));
            case "create a user" ->
                visitor.engine(
                        "POST",
                        "user/create",
                        Map.of(
                                "profile", Map.of("id", "u" + deeds, "firstName", "a", "lastName", "b"),
                                "credentials", Map.of("password", "Long-Enough-1234")));
            case "join the administrators" -> visitor.engine("PUT", "group/camunda-admin/members/zhangmin", Map.of());
            case "change another's password" ->
                visitor.engine("PUT", "user/qianwei/credentials", Map.of("password", "Long-Enough-1234"));
            case "delete an instance" -> visitor.engine("DELETE", "process-instance/" + target.instance(), null);
            case "run a timer" -> visitor.engine("POST", "job/" + target.job() + "/execute", Map.of());
            case "list instances in Cockpit" ->
                visitor.send(
                        "POST",
                        "/camunda/api/cockpit/plugin/base/default/process-instance",
                        "application/json",
                        Visitor.json(new LinkedHashMap<>()));
            case "enter the admin app" -> enterAdmin(visitor);
            case "see the attachments" -> visitor.get(attachments(target));
            case "add an attachment" ->
                visitor.sendFile(
                        attachments(target),
                        Map.of("_csrf", visitor.takeCaseToken()),
                        "b.pdf",
                        Samples.pdf("added" + deeds));
            case "look at an attachment" -> visitor.get(attachments(target) + "/" + target.attachment() + "/view");
            case "have an attachment" -> visitor.get(attachments(target) + "/" + target.attachment() + "/file");
            case "remove an attachment" ->
                visitor.sendForm(
                        attachments(target) + "/" + target.attachment() + "/removals",
                        ("_csrf=" + Visitor.encoded(visitor.takeCaseToken())).getBytes(StandardCharsets.UTF_8));
            case "list them by interface" -> visitor.get("/api" + attachments(target));
            case "add one by interface" ->
                visitor.sendFile("/api" + attachments(target), Map.of(), "b.pdf", Samples.pdf("sent"));
            case "write to an attachment" ->
                visitor.send(
                        "PUT", attachments(target) + "/" + target.attachment() + "/file", "text/plain", new byte[1]);
            case "open a guide" -> visitor.get("/items/" + Forms.PERMIT + "?hasAgent=true");
            case "ask for the materials" -> visitor.get("/api/items/" + Forms.PERMIT + "/materials?hasAgent=true");
            case "see the reform's figures" -> visitor.get("/api/catalog/indicators");
            case "write to a guide" -> visitor.send("POST", "/items/" + Forms.PERMIT, "text/plain", new byte[0]);
            case "have an unnamed file" -> visitor.get("/items/" + Forms.PERMIT + "/files/item.yaml");
            case "write to a blank form" ->
                visitor.send("POST", "/items/" + Forms.PERMIT + "/files/form.pdf", "text/plain", new byte[0]);
            case "check a paper of handling" ->
                visitor.get("/verify/" + paper(target).code().value());
            case "open the applicant's page" -> visitor.get("/progress");
            case "write to the register" -> visitor.send("PUT", "/verify/" + UNKNOWN, "text/plain", new byte[0]);
            case "see papers of handling" -> visitor.get("/cases/" + target.number() + "/documents");
            case "open a paper of handling" ->
                visitor.get("/cases/" + target.number() + "/documents/"
                        + paper(target).id() + ".pdf");
            case "see whether it is well" -> visitor.get("/health/readiness");
            case "see what is not well" -> visitor.get("/health/db");
            case "write to a probe" -> visitor.send("POST", "/health/readiness", "text/plain", new byte[0]);
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static String attachments(Target target) {
        return "/cases/" + target.number() + "/attachments";
    }

    /** The last that was issued in a case. */
    private IssuedDocument paper(Target target) {
        return documents.of(new CaseNumber(target.number())).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private HttpResponse<String> enterAdmin(Visitor visitor) {
        var account = visitors.entrySet().stream()
                .filter(entry -> entry.getValue() == visitor)
                .map(entry -> ACCOUNTS.getOrDefault(entry.getKey(), "nobody"))
                .findFirst()
                .orElseThrow();
        return Visitor.anonymous(port).login(account, "admin");
    }

    private HttpResponse<String> deploy(Visitor visitor) {
        var parts = Arrays.asList(
                "--x",
                "Content-Disposition: form-data; name=\"deployment-name\"",
                "",
                "forged" + deeds,
                "--x",
                "Content-Disposition: form-data; name=\"data\"; filename=\"note.txt\"",
                "",
                "nothing to run",
                "--x--",
                "");
        return visitor.send(
                "POST",
                Visitor.ENGINE + "deployment/create",
                "multipart/form-data; boundary=x",
                String.join("\r\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
