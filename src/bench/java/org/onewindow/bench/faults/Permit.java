package org.onewindow.bench.faults;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.OneWindow;
import org.onewindow.bench.faults.Crowd.Acknowledged;

/** One case of 公共场所卫生许可 on its way. Whoever got no answer looks again and goes on from what is there. */
final class Permit {

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

    private static final String MATERIALS = Stream.generate(() -> "{\"copiesReceived\":1,\"originalChecked\":true,\"upToStandard\":true}")
            .limit(5)
            .collect(Collectors.joining(",", "[", "]"));

    /** Fields that are lists, as JSON. */
    private static final Set<String> LISTS = Set.of("materials", "papers");

    /** A step and who takes it. */
    record Step(String task, String account, Map<String, Object> form) {}

    static final List<Step> STEPS = List.of(
            new Step("task_verifyMaterials", "zhangmin", Map.of("materials", MATERIALS, "outcome", "accept")),
            new Step("task_handle", "zhaogang", Map.of("outcome", "propose-grant", "opinion", "材料齐全，符合规定，同意。", "originalsReceived", true)),
            new Step("task_checkOnSite", "qianwei", Map.of("inspectorOne", "zhaogang", "inspectorTwo", "qianwei", "outcome", "conform", "opinion", "布局与平面图一致，消毒设施齐全。")),
            new Step("task_review", "sunjie", opinion("agree")),
            new Step("task_decide", "zhoutao", opinion("grant")),
            new Step("task_makeCertificate", "zhaogang", Map.of("certificateChecked", true)),
            new Step("task_receiveResult", "wangfang", Map.of("papers", "[{\"received\":true},{\"received\":true}]", "outcome", "receive")),
            new Step("task_issueResult", "wangfang", Map.of("manner", "in-person", "verifiedBy", "identity", "identityNumber", "150203197804121006", "recipientName", "李建国", "receiptSigned", true)));

    /** Whose clerk also scans something. */
    private static final Set<String> WITH_SCANS = Set.of("task_handle", "task_makeCertificate");

    private final Crowd crowd;
    private String number;
    private int next;
    private boolean isInDoubt;
    private volatile long wentOn = System.nanoTime();

    Permit(Crowd crowd) {
        this.crowd = crowd;
    }

    private static Map<String, Object> opinion(String outcome) {
        return Map.of("outcome", outcome, "opinion", "材料齐全，符合规定，同意。");
    }

    @Override
    public String toString() {
        return (number == null ? "a receipt" : number) + " before " + (isDone() ? "nothing" : STEPS.get(next).task());
    }

    boolean isDone() {
        return next == STEPS.size();
    }

    /** Whether it was begun, or a step of it was done or found done, after a moment. */
    boolean hasGoneOnSince(long moment) {
        return wentOn >= moment;
    }

    /** Tries the next step once. @param clerks by account */
    void goOn(Map<String, Clerk> clerks, Random random) throws InterruptedException {
        if (number == null) {
            receive(clerks.get("zhangmin"));
            return;
        }
        var step = STEPS.get(next);
        var clerk = clerks.get(step.account());
        var tasks = clerk.call("GET", "task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + step.task(), null)
                .filter(Clerk.Answer::isDone);
        if (tasks.isEmpty()) {
            return;
        }
        if (tasks.get().json().isEmpty()) {
            notThere(step);
            return;
        }
        var task = tasks.get().json().get(0);
        var id = task.get("id").asText();
        if (!clerk.account().equals(task.path("assignee").asText())
                && clerk.call("POST", "task/" + id + "/claim", Map.of("userId", clerk.account())).filter(Clerk.Answer::isDone).isEmpty()) {
            return;
        }
        if (WITH_SCANS.contains(step.task()) && random.nextBoolean()) {
            crowd.scan(number, clerk, random);
        }
        long began = System.nanoTime();
        isInDoubt = true;
        var answer = clerk.call("POST", "task/" + id + "/submit-form", Map.of("variables", variables(formOf(step))));
        if (answer.filter(Clerk.Answer::isDone).isPresent()) {
            crowd.acknowledge(new Acknowledged(number, step.task()), began);
            advance();
        } else {
            crowd.refused(answer);
        }
    }

    private void receive(Clerk clerk) throws InterruptedException {
        long began = System.nanoTime();
        var answer = clerk.call("POST", "process-definition/key/item_public-health-permit/submit-form", Map.of("variables", variables(APPLICATION)));
        if (answer.filter(Clerk.Answer::isDone).isPresent()) {
            number = answer.get().json().get("businessKey").asText();
            wentOn = System.nanoTime();
            crowd.acknowledge(new Acknowledged(number, Acknowledged.RECEIPT), began);
        } else {
            crowd.refused(answer);
        }
    }

    /** The step is gone: carried out, if its own answer did not come; or else something is wrong. */
    private void notThere(Step step) {
        if (isInDoubt) {
            crowd.carriedOutUnheard();
            advance();
        } else {
            crowd.missing(number, step.task());
        }
    }

    private void advance() {
        isInDoubt = false;
        next++;
        wentOn = System.nanoTime();
    }

    /** The on-site check is of the day itself, which may begin during a run. */
    private static Map<String, Object> formOf(Step step) {
        var form = new HashMap<>(step.form());
        if (form.containsKey("inspectorOne")) {
            form.put("checkedOn", LocalDate.now(OneWindow.ZONE).toString());
        }
        return form;
    }

    private static Map<String, Object> variables(Map<String, Object> form) {
        var variables = new HashMap<String, Object>();
        form.forEach((key, value) -> variables.put(key, LISTS.contains(key) ? Map.of("value", value, "type", "Json") : Map.of("value", value)));
        return variables;
    }
}
