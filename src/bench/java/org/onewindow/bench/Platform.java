package org.onewindow.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.springframework.context.ApplicationContext;

/** B1: a health permit (公共场所卫生许可) from the receipt to the delivery, through the services that Tasklist uses. */
final class Platform implements Contender {

    /** Every number is synthetic. */
    private static final Map<String, Object> APPLICATION = Map.of(
            "applicantType", "person",
            "applicantName", "李建国",
            "idNumber", "150203197804121006",
            "contactName", "李建国",
            "contactPhone", "13804721000",
            "district", "shaoxianlu",
            "premisesName", "昆区如家旅馆",
            "premisesKind", "lodging",
            "premisesArea", 260,
            "usesCentralAirConditioning", "no");

    private static final String MATERIALS = Stream.generate(
                    () -> "{\"copiesReceived\":1,\"originalChecked\":true,\"upToStandard\":true}")
            .limit(5)
            .collect(Collectors.joining(",", "[", "]"));

    private final ProcessEngine engine;
    private final CaseFiles files;
    private final String process;
    private final List<Step> steps;

    private record Person(String account, String group) {}

    /** @param form what is sent, by the case's number */
    private record Step(String task, Person person, Function<String, Map<String, Object>> form) {}

    private static final Person CLERK = new Person("zhangmin", "window-social");
    private static final Person HANDLER = new Person("zhaogang", "health-commission-handlers");

    Platform(ApplicationContext application) {
        this.engine = application.getBean(ProcessEngine.class);
        this.files = application.getBean(CaseFiles.class);
        this.process = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("item_public-health-permit")
                .latestVersion()
                .singleResult()
                .getId();
        var inspector = new Person("qianwei", "health-commission-handlers");
        var reviewer = new Person("sunjie", "health-commission-reviewers");
        var decider = new Person("zhoutao", "health-commission-deciders");
        var issuer = new Person("wangfang", "issuance");
        this.steps = List.of(
                new Step(
                        "verify",
                        CLERK,
                        number -> Map.of(
                                "materials", SpinValues.jsonValue(MATERIALS).create(), "outcome", "accept")),
                new Step("handle", HANDLER, number -> opinion("propose-grant")),
                new Step(
                        "check",
                        inspector,
                        number -> Map.of(
                                "inspectorOne",
                                "zhaogang",
                                "inspectorTwo",
                                "qianwei",
                                "checkedOn",
                                LocalDate.now().toString(),
                                "outcome",
                                "conform",
                                "opinion",
                                "布局与平面图一致，消毒设施齐全。")),
                new Step("review", reviewer, number -> opinion("agree")),
                new Step("decide", decider, number -> opinion("grant")),
                new Step("certificate", HANDLER, number -> Map.of("certificateChecked", true)),
                new Step("issue", issuer, this::pickUp));
    }

    private static Map<String, Object> opinion(String outcome) {
        return Map.of("outcome", outcome, "opinion", "材料齐全，符合规定，同意。");
    }

    private Map<String, Object> pickUp(String number) {
        return Map.of(
                "manner",
                "in-person",
                "verifiedBy",
                "code",
                "pickupCode",
                files.require(new CaseNumber(number)).pickupCode(),
                "recipientName",
                "李建国",
                "receiptSigned",
                true);
    }

    @Override
    public String name() {
        return "B1";
    }

    @Override
    public String description() {
        return "一窗: a whole case of 公共场所卫生许可, seven user tasks, authorization on";
    }

    @Override
    public void open(int number) {
        var received = receive();
        steps.stream().limit(number % steps.size()).forEach(step -> complete(step, received, new Timings()));
    }

    @Override
    public void complete(Timings timings) {
        var received = timings.time("start", this::receive);
        steps.forEach(step -> complete(step, received, timings));
    }

    private String receive() {
        return as(CLERK, () -> engine.getFormService()
                .submitStartForm(process, new HashMap<>(APPLICATION))
                .getBusinessKey());
    }

    private void complete(Step step, String number, Timings timings) {
        var person = step.person();
        Task task = timings.time(
                "find",
                () -> as(person, () -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()));
        if (!person.account().equals(task.getAssignee())) {
            timings.time(
                    "claim",
                    () -> as(person, () -> {
                        engine.getTaskService().claim(task.getId(), person.account());
                        return null;
                    }));
        }
        var form = step.form().apply(number);
        timings.time(
                "complete",
                () -> as(person, () -> {
                    engine.getFormService().submitTaskForm(task.getId(), form);
                    return null;
                }));
    }

    private <T> T as(Person person, Supplier<T> action) {
        engine.getIdentityService().setAuthentication(person.account(), List.of(person.group()));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Override
    public void close() {
        // the application is closed by whoever started it
    }
}
