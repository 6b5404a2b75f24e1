package org.onewindow.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.OneWindow;

/** A whole case: a health permit (公共场所卫生许可) from the receipt to the delivery, at one kind of counter or another. */
final class HealthPermit {

    static final String PROCESS = "item_public-health-permit";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Everybody applies for one permit: whoever had thousands would be offered them all at the issuing window. */
    private static final AtomicInteger APPLICANTS = new AtomicInteger();

    private static final Map<String, Object> APPLICATION = Map.of(
            "applicantType", "person",
            "applicantName", "李建国",
            "contactName", "李建国",
            "contactPhone", "13804721000",
            "district", "shaoxianlu",
            "premisesName", "昆区如家旅馆",
            "premisesKind", "lodging",
            "premisesArea", 260,
            "usesCentralAirConditioning", "no");

    private static final Json MATERIALS = new Json(Stream.generate(
                    () -> "{\"copiesReceived\":1,\"originalChecked\":true,\"upToStandard\":true}")
            .limit(5)
            .collect(Collectors.joining(",", "[", "]")));

    private static final Person CLERK = new Person("zhangmin", "window-social");
    private static final Person HANDLER = new Person("zhaogang", "health-commission-handlers");
    private static final Person INSPECTOR = new Person("qianwei", "health-commission-handlers");
    private static final Person REVIEWER = new Person("sunjie", "health-commission-reviewers");
    private static final Person DECIDER = new Person("zhoutao", "health-commission-deciders");
    private static final Person ISSUER = new Person("wangfang", "issuance");

    private static final List<Step> STEPS = List.of(
            new Step(CLERK, Map.of("materials", MATERIALS, "outcome", "accept")),
            new Step(HANDLER, Map.of("outcome", "propose-grant", "opinion", "材料齐全，符合规定，同意。", "originalsReceived", true)),
            new Step(INSPECTOR, Map.of("inspectorOne", "zhaogang", "inspectorTwo", "qianwei", "outcome", "conform", "opinion", "布局与平面图一致，消毒设施齐全。")),
            new Step(REVIEWER, opinion("agree")),
            new Step(DECIDER, opinion("grant")),
            new Step(HANDLER, Map.of("certificateChecked", true)),
            new Step(ISSUER, Map.of("papers", new Json("[{\"received\":true},{\"received\":true}]"), "outcome", "receive")),
            new Step(ISSUER, Map.of("manner", "in-person", "verifiedBy", "identity", "recipientName", "李建国", "receiptSigned", true)));

    private final Counter counter;

    HealthPermit(Counter counter) {
        this.counter = counter;
    }

    record Person(String account, String group) {}

    /** The rows of a table in a form. */
    record Json(String text) {}

    /** @param assignee null while nobody has claimed it */
    record Found(String task, String assignee) {}

    /** Where people do their work; forms have texts, numbers, truths and {@link Json}. */
    interface Counter {

        /** @return the case's number */
        String receive(Person person, Map<String, Object> form);

        Found find(Person person, String number);

        void claim(Person person, String task);

        void submit(Person person, String task, Map<String, Object> form);
    }

    private record Step(Person person, Map<String, Object> form) {}

    private static Map<String, Object> opinion(String outcome) {
        return Map.of("outcome", outcome, "opinion", "材料齐全，符合规定，同意。");
    }

    /** Starts a case and leaves it at one of its steps. */
    void open(int number) {
        var identity = identityNumber();
        var received = counter.receive(CLERK, with(APPLICATION, "idNumber", identity));
        STEPS.stream().limit(number % STEPS.size()).forEach(step -> complete(step, received, identity, new Timings()));
    }

    /** @return the case's number */
    String complete(Timings timings) {
        var identity = identityNumber();
        var received = timings.time("start", () -> counter.receive(CLERK, with(APPLICATION, "idNumber", identity)));
        STEPS.forEach(step -> complete(step, received, identity, timings));
        return received;
    }

    private void complete(Step step, String number, String identity, Timings timings) {
        var person = step.person();
        var found = timings.time("find", () -> counter.find(person, number));
        if (!person.account().equals(found.assignee())) {
            timings.time("claim", () -> counter.claim(person, found.task()));
        }
        timings.time("complete", () -> counter.submit(person, found.task(), formOf(step, identity)));
    }

    private static Map<String, Object> formOf(Step step, String identity) {
        if (step.form().containsKey("verifiedBy")) {
            return with(step.form(), "identityNumber", identity);
        }
        // The on-site check is of the day itself, which may begin during a run.
        return step.person().equals(INSPECTOR) ? with(step.form(), "checkedOn", LocalDate.now(OneWindow.ZONE).toString()) : step.form();
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    /** Synthetic, as every number here, with the check character of GB 11643. */
    private static String identityNumber() {
        int n = APPLICANTS.incrementAndGet();
        var born = LocalDate.of(1960, 1, 1).plusDays(n / 1000 % 15_000);
        var digits = "150203" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(n % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
