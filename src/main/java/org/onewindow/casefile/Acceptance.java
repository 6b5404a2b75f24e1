package org.onewindow.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseFiles.Defect;
import org.onewindow.casefile.CaseMaterial.Check;
import org.onewindow.casefile.CaseMilestone.Type;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front desk (前台受理): checks the materials and says whether the case is accepted (行政许可法 art. 32). */
@Service
@Transactional
public class Acceptance {

    /** The option of situation.form that says that the applicant does not meet a condition, whatever the field. */
    public static final String INELIGIBLE = "ineligible";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CaseFiles files;
    private final CaseRecord record;
    private final OfficeCalendar calendar;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Acceptance(
            JdbcClient jdbc,
            ObjectMapper json,
            CaseFiles files,
            CaseRecord record,
            OfficeCalendar calendar,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = files;
        this.record = record;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes what the clerk ticked.
     *
     * @param checks one for each material of the list, in its order
     */
    public void check(CaseNumber caseNumber, List<Check> checks, String actor) {
        var materials = files.materials(caseNumber);
        if (checks.size() != materials.size()) {
            throw new RefusedInput("materials", "材料清单与办件不一致，请刷新页面后重新核验");
        }
        files.check(caseNumber, checks);
        events.publishEvent(new MaterialsChecked(caseNumber, actor));
    }

    /**
     * Accepts (受理). Refused while a required material is missing or not up to standard, and where the situation itself
     * says that the conditions are not met.
     */
    public void accept(CaseNumber caseNumber, String actor) {
        var file = files.require(caseNumber);
        if (file.situationValues().containsValue(INELIGIBLE)) {
            throw new RefusedInput("outcome", "申请人的情形不符合受理条件，不能受理。请选择“不受理”或者“不予受理”，并写明理由");
        }
        requireComplete(caseNumber, "不能受理", "请补齐后受理，或者选择“补正”一次性告知");
        record.state(caseNumber, CaseState.ACCEPTED);
        record.milestone(file, Type.ACCEPTED, record.today(), actor);
    }

    /**
     * Checks once more what the back office sent back (材料补核); the case stays accepted.
     *
     * @param isPutRight whether the clerk says that nothing is missing any more
     * @throws RefusedInput if that is not so
     */
    public void recheck(CaseNumber caseNumber, List<Check> checks, boolean isPutRight, String actor) {
        check(caseNumber, checks, actor);
        if (isPutRight) {
            requireComplete(caseNumber, "尚未补齐", "请补齐后提交，或者选择“未能补齐”并说明情况");
        }
    }

    private void requireComplete(CaseNumber caseNumber, String refusal, String remedy) {
        var missing = incomplete(caseNumber);
        if (!missing.isEmpty()) {
            throw new RefusedInput(
                    "outcome",
                    "材料不齐全或者不符合要求，" + refusal + "："
                            + missing.stream().map(CaseMaterial::name).collect(Collectors.joining("、")) + "。"
                            + remedy);
        }
    }

    /** Five working days without an answer: accepted from the day of receipt, by law. */
    public void deemAccepted(CaseNumber caseNumber) {
        record.state(caseNumber, CaseState.ACCEPTED);
        record.step(
                caseNumber,
                "task_deemAccepted",
                "视为受理",
                TakenBy.self(CaseStep.SYSTEM),
                "逾期未告知，自收到申请材料之日起视为受理",
                Optional.empty());
        record.milestone(files.require(caseNumber), Type.DEEMED_ACCEPTED, record.today(), CaseStep.SYSTEM);
    }

    /** Tells every defect at once (一次性告知). */
    public void notifyCorrection(CaseNumber caseNumber, String actor) {
        var defects = incomplete(caseNumber).stream()
                .map(m -> new Defect(m.name(), m.shortcoming(), m.standard()))
                .toList();
        if (defects.isEmpty()) {
            throw new RefusedInput("outcome", "材料均已核验为齐全、符合要求，没有需要补正的内容。请受理，或者取消有问题材料的勾选并写明问题");
        }
        jdbc.sql(
                        "insert into correction_notice (case_number, notified_at, notified_by, defects) values (?, ?, ?, ?::jsonb)")
                .params(caseNumber.value(), Timestamp.from(clock.instant()), actor, write(defects))
                .update();
        record.state(caseNumber, CaseState.CORRECTION);
        record.milestone(files.require(caseNumber), Type.CORRECTION_NOTIFIED, record.today(), actor);
    }

    /** The applicant handed in what was missing; a check of its own begins. */
    public void submitCorrection(CaseNumber caseNumber, String actor) {
        jdbc.sql(
                        "update correction_notice set submitted_at = ?, submitted_by = ? where case_number = ? and submitted_at is null")
                .params(Timestamp.from(clock.instant()), actor, caseNumber.value())
                .update();
        record.state(caseNumber, CaseState.RESUBMITTED);
        record.milestone(
                files.require(caseNumber),
                Type.CORRECTION_SUBMITTED,
                calendar.current().countingFrom(LocalDateTime.now(clock)),
                actor);
    }

    /** Not this organ's business (不予受理). */
    public void refuse(CaseNumber caseNumber, String competentOrgan, String actor) {
        files.update(caseNumber, "competent_organ = ?", competentOrgan);
        end(caseNumber, CaseState.REFUSED, Type.NOT_ACCEPTED, actor);
    }

    /** No licence is needed (不受理). */
    public void decline(CaseNumber caseNumber, String actor) {
        end(caseNumber, CaseState.DECLINED, Type.NOT_ACCEPTED, actor);
    }

    /** The applicant takes the application back (撤件). */
    public void withdraw(CaseNumber caseNumber, String actor) {
        end(caseNumber, CaseState.WITHDRAWN, Type.WITHDRAWN, actor);
    }

    /** The item's period for a correction ran out: treated as withdrawn. */
    public void lapse(CaseNumber caseNumber) {
        record.step(caseNumber, "task_lapseCase", "逾期未补正", TakenBy.self(CaseStep.SYSTEM), "视为撤回", Optional.empty());
        end(caseNumber, CaseState.LAPSED, Type.WITHDRAWN, CaseStep.SYSTEM);
    }

    private void end(CaseNumber caseNumber, CaseState state, Type type, String actor) {
        record.end(caseNumber, state);
        record.milestone(files.require(caseNumber), type, record.today(), actor);
    }

    private List<CaseMaterial> incomplete(CaseNumber caseNumber) {
        return files.materials(caseNumber).stream().filter(m -> !m.isComplete()).toList();
    }

    private String write(List<Defect> defects) {
        try {
            return json.writeValueAsString(defects);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
