package org.onewindow.workflow;

import static org.onewindow.workflow.Forms.BUSINESS;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.pickUpByCode;
import static org.onewindow.workflow.Forms.reject;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.onewindow.workflow.Hall.ReceivedCase;

/** Weeks of a hall's work: permits and businesses that go every way and stop everywhere, always the same ones. */
public final class BusyWeeks {

    private static final Map<String, String> DEFECT = Map.of("floor-plan", "缺少卫生设施图");

    private static final int RECENT = 14;

    private final Hall hall;
    private final PermitWay way;
    private final LocalDate last;
    private final Random random = new Random(20260302);
    private final List<ReceivedCase> cases = new ArrayList<>();
    private LocalDate day;

    /** @param last the day on which everybody stops */
    public BusyWeeks(Hall hall, LocalDate last) {
        this.hall = hall;
        this.way = new PermitWay(hall);
        this.last = last;
    }

    /** @param first the day of the first receipts */
    public List<ReceivedCase> work(int number, LocalDate first) {
        int days = (int) first.datesUntil(last.plusDays(1)).count();
        for (int i = 0; i < number; i++) {
            // Every other case is a recent one, so that some fall due soon.
            day = working(i % 2 == 0 ? first.plusDays(random.nextInt(days)) : last.minusDays(random.nextInt(RECENT)));
            hall.openOn(day + "T09:30");
            if (random.nextInt(4) == 0) {
                business();
            } else {
                permit();
            }
        }
        hall.at(last + "T15:00");
        cases.forEach(hall::runDueTimers);
        return List.copyOf(cases);
    }

    private static LocalDate working(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** Some days pass. @return whether there is still time to work */
    private boolean pass(ReceivedCase received) {
        for (int left = random.nextInt(4); left > 0; left--) {
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        if (day.isAfter(last)) {
            return false;
        }
        hall.at(day + "T10:00");
        hall.runDueTimers(received);
        return random.nextInt(8) > 0; // now and then nobody goes on
    }

    private void business() {
        var shop = hall.as("liuyang").receive(BUSINESS, Forms.business());
        cases.add(shop);
        if (random.nextInt(10) == 0) {
            hall.as("liuyang").submit(shop, "task_verifyMaterials", reject(shop, "withdraw", "另选经营场所"));
            return;
        }
        if (!pass(shop)) {
            return;
        }
        hall.as("liuyang").submit(shop, "task_verifyMaterials", accept(shop));
        if (pass(shop)) {
            var outcome = random.nextInt(8) == 0 ? "deny" : "grant";
            hall.as("liuyang").submit(shop, "task_decideAtWindow", opinion(outcome, "已审查。"));
            if (outcome.equals("grant") && pass(shop)) {
                hall.as("liuyang")
                        .submit(
                                shop,
                                "task_issueResult",
                                pickUpByCode(shop.file().pickupCode()));
            }
        }
    }

    private void permit() {
        var permit = way.received();
        cases.add(permit);
        switch (random.nextInt(12)) {
            case 0 -> verified(permit, reject(permit, "decline", "私人住宅不属于公共场所"));
            case 1 -> verified(permit, Forms.with(reject(permit, "refuse", "不属本机关职权。"), "competentOrgan", "区住建局"));
            case 2 -> verified(permit, reject(permit, "withdraw", "申请人改变经营计划"));
            case 3, 4 -> correction(permit);
            default -> {
                if (pass(permit)) {
                    way.accepts(permit);
                    accepted(permit);
                }
            }
        }
    }

    private void verified(ReceivedCase permit, Map<String, Object> form) {
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", form);
    }

    private void correction(ReceivedCase permit) {
        verified(permit, correct(permit, DEFECT));
        if (pass(permit)) {
            var outcome = random.nextInt(4) == 0 ? "withdraw" : "submitted";
            hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", outcome, "reason", "不再办理"));
            if (outcome.equals("submitted") && pass(permit)) {
                way.accepts(permit);
                accepted(permit);
            }
        }
    }

    /** The back office finds an error of the acceptance; now and then the window has not answered yet. */
    private boolean sentBack(ReceivedCase permit) {
        way.returnsToWindow(permit);
        boolean isAnswered = cases.size() % 3 > 0;
        if (isAnswered) {
            way.rechecks(permit, "corrected");
        }
        return isAnswered;
    }

    private void accepted(ReceivedCase permit) {
        if (random.nextInt(6) == 0) {
            way.startsSpecialProcedure(permit, "专家评审", 5);
            if (!pass(permit)) {
                return;
            }
            way.endsSpecialProcedure(permit);
        }
        if (cases.size() % 5 == 0 && !sentBack(permit)) {
            return;
        }
        var steps = List.<Consumer<ReceivedCase>>of(
                way::handles,
                way::checks,
                one -> way.reviews(one, "agree"),
                one -> way.decides(one, random.nextInt(7) == 0 ? "deny" : "grant"),
                way::makesCertificate,
                way::receivesResult,
                way::issues);
        for (var step : steps) {
            if (!pass(permit)) {
                return;
            }
            step.accept(permit);
            if (permit.file()
                    .decision()
                    .filter(one -> one.code().equals("deny"))
                    .isPresent()) {
                return;
            }
        }
    }
}
