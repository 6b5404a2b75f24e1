package org.onewindow.casefile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.onewindow.casefile.CaseFile.Decision;
import org.onewindow.casefile.CaseMilestone.Type;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ServiceItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The back office (后台审批): dispatch, opinions, on-site check, decision. */
@Service
@Transactional
public class Approval {

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Catalog catalog;

    Approval(JdbcClient jdbc, CaseFiles files, CaseRecord record, Catalog catalog) {
        this.jdbc = jdbc;
        this.files = files;
        this.record = record;
        this.catalog = catalog;
    }

    /** Gives the case to a department (分办). */
    public void dispatch(CaseNumber caseNumber, String department) {
        files.update(caseNumber, "department = ?, state = 'HANDLING'", department);
    }

    /** Writes a step and the opinion given with it. */
    public void step(
            CaseNumber caseNumber, String step, String name, TakenBy taken, String outcome, Optional<String> opinion) {
        record.step(caseNumber, step, name, taken, outcome, opinion);
    }

    /**
     * The same for a step on the case's own way.
     *
     * @throws RefusedInput while a return waits for the window
     */
    public void stepOnTheWay(
            CaseNumber caseNumber, String step, String name, TakenBy taken, String outcome, Optional<String> opinion) {
        if (!record.stepUnlessReturned(caseNumber, step, name, taken, outcome, opinion)) {
            throw new RefusedInput("办件已退回综窗补核，请等窗口答复后再办理");
        }
    }

    /**
     * Writes an on-site check (现场核查).
     *
     * @throws RefusedInput with fewer than two different inspectors (行政许可法 art. 34) or a date to come
     */
    public void checkOnSite(
            CaseNumber caseNumber, List<String> inspectors, LocalDate checkedOn, boolean conforms, String findings) {
        if (Set.copyOf(inspectors).size() < 2) {
            throw new RefusedInput("inspectorTwo", "现场核查应由两名以上工作人员进行，请选择两名不同的核查人员");
        }
        var receivedOn = files.require(caseNumber)
                .receivedAt()
                .atZone(ZoneId.systemDefault())
                .toLocalDate();
        var today = record.today();
        // A clock that was ahead at the receipt and is right again must not put the check off until that day.
        var earliest = receivedOn.isBefore(today) ? receivedOn : today;
        if (checkedOn.isAfter(today) || checkedOn.isBefore(earliest)) {
            throw new RefusedInput("checkedOn", "核查日期应在收件日期与今天之间，请重新选择");
        }
        jdbc.sql(
                        "insert into on_site_check (case_number, inspectors, checked_on, conforms, findings) values (?, ?, ?, ?, ?)")
                .params(caseNumber.value(), inspectors.toArray(String[]::new), checkedOn, conforms, findings)
                .update();
    }

    /**
     * Keeps handling and deciding apart: neither the deputy who took a step nor the person for whom it was taken decides, be
     * it by themselves or through a deputy.
     *
     * @param otherSteps the back office's steps other than the decision; whoever took one may not decide
     * @throws RefusedInput if the decider handled, inspected or reviewed the case
     */
    public void checkDecider(CaseNumber caseNumber, TakenBy decider, Set<String> otherSteps) {
        if (took(caseNumber, decider.people(), otherSteps::contains) || inspected(caseNumber, decider.people())) {
            throw new RefusedInput("决定人不能是本办件的承办人、核查人员或者审核人（含会办、公示等环节的办理人），请交由其他有决定权的人员办理");
        }
    }

    /**
     * Keeps apart what posts keep apart where a deputy takes a step of a post that is not their own (顶岗).
     *
     * @throws RefusedInput if the deputy took another step of the case, or inspected
     */
    public void checkDeputy(CaseNumber caseNumber, String deputy, String step) {
        var self = Set.of(deputy);
        if (took(caseNumber, self, other -> !other.equals(step)) || inspected(caseNumber, self)) {
            throw new RefusedInput("顶岗人办理过本办件的其他环节，不能再代他人办理其他岗位的环节，请改派给本岗位的其他人员");
        }
    }

    /**
     * Keeps reviewing apart from what a reviewer did on a post that was lent to them (顶岗).
     *
     * @throws RefusedInput if they took another step of the case for somebody else
     */
    public void checkReviewer(CaseNumber caseNumber, TakenBy reviewer, String step) {
        boolean tookForAnother = files.steps(caseNumber).stream()
                .filter(other ->
                        other.taken().onBehalfOf().isPresent() && !other.step().equals(step))
                .anyMatch(other -> !Collections.disjoint(other.taken().people(), reviewer.people()));
        if (tookForAnother) {
            throw new RefusedInput("审核人代他人办理过本办件的其他环节，不能审核，请改派给本岗位的其他人员");
        }
    }

    private boolean took(CaseNumber caseNumber, Set<String> people, Predicate<String> steps) {
        return files.steps(caseNumber).stream()
                .filter(step -> steps.test(step.step()))
                .anyMatch(step -> !Collections.disjoint(step.taken().people(), people));
    }

    private boolean inspected(CaseNumber caseNumber, Set<String> people) {
        return jdbc.sql("select exists (select from on_site_check where case_number = ? and inspectors && ?::text[])")
                .params(caseNumber.value(), people.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Writes the decision and draws the number of the result. */
    public void decide(CaseNumber caseNumber, Decision decision, String actor) {
        var file = files.require(caseNumber);
        var result = catalog.require(file.itemCode(), file.publication()).result();
        boolean granted = decision == Decision.GRANT;
        var today = record.today();
        var stem = granted ? result.number() : result.refusalNumber();
        var number = "%s〔%d〕第%06d号".formatted(stem, today.getYear(), next(stem, today.getYear()));
        files.update(
                caseNumber,
                """
                decision = ?, decided_on = ?, result_name = ?, result_number = ?, result_valid_until = ?, state = 'READY'""",
                decision.code(),
                today,
                granted ? result.name() : result.refusalName(),
                number,
                granted ? validUntil(result, today) : null);
        record.milestone(file, Type.DECIDED, today, actor);
    }

    private static LocalDate validUntil(ServiceItem.Result result, LocalDate from) {
        return result.validYears().isPresent()
                ? from.plusYears(result.validYears().getAsInt()).minusDays(1)
                : null;
    }

    private int next(String stem, int year) {
        return jdbc.sql("""
                        insert into result_number values (?, ?, 1)
                        on conflict (stem, year) do update set last = result_number.last + 1 returning last""").params(stem, year).query(Integer.class).single();
    }
}
