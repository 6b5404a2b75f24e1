package org.onewindow.workflow;

import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.onSiteCheck;
import static org.onewindow.workflow.Forms.opinion;

import java.util.Map;
import org.onewindow.workflow.clock.Measures;

/** The steps of a health permit's way, each by the demo's people. */
public final class PermitWay {

    private final Hall hall;

    public PermitWay(Hall hall) {
        this.hall = hall;
    }

    public Hall.ReceivedCase received() {
        return hall.as("zhangmin").receive(Forms.PERMIT, Forms.permit());
    }

    public Hall.ReceivedCase accepted() {
        var permit = received();
        accepts(permit);
        return permit;
    }

    /** Accepted, handled and checked on site. */
    public Hall.ReceivedCase checked() {
        var permit = accepted();
        handles(permit);
        checks(permit);
        return permit;
    }

    /** Everything up to the decider's desk. */
    public Hall.ReceivedCase reviewed() {
        var permit = checked();
        reviews(permit, "agree");
        return permit;
    }

    /** Decided in favour and the certificate made; on its way to the issuing zone. */
    public Hall.ReceivedCase handedOver() {
        var permit = reviewed();
        decides(permit, "grant");
        makesCertificate(permit);
        return permit;
    }

    /** Decided in favour, the certificate made and in the issuing zone's hands. */
    public Hall.ReceivedCase readyForIssuance() {
        var permit = handedOver();
        receivesResult(permit);
        return permit;
    }

    /** A case that was taken in, up to the issuing zone's desk. */
    public void toIssuance(Hall.ReceivedCase permit) {
        accepts(permit);
        handles(permit);
        checks(permit);
        reviews(permit, "agree");
        decides(permit, "grant");
        makesCertificate(permit);
        receivesResult(permit);
    }

    public void accepts(Hall.ReceivedCase permit) {
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", accept(permit));
    }

    public void handles(Hall.ReceivedCase permit) {
        hall.as("zhaogang").submit(permit, "task_handle", handled("propose-grant", "材料齐全，拟同意，报请现场审核。"));
    }

    public void checks(Hall.ReceivedCase permit) {
        hall.as("qianwei")
                .submit(
                        permit,
                        "task_checkOnSite",
                        onSiteCheck("zhaogang", "qianwei", hall.today().toString()));
    }

    public void reviews(Hall.ReceivedCase permit, String outcome) {
        hall.as("sunjie").submit(permit, "task_review", opinion(outcome, "审核意见如下。"));
    }

    public void decides(Hall.ReceivedCase permit, String outcome) {
        hall.as("zhoutao").submit(permit, "task_decide", opinion(outcome, "依据公共场所卫生管理条例第四条、第八条。"));
    }

    public void makesCertificate(Hall.ReceivedCase permit) {
        hall.as("zhaogang").submit(permit, "task_makeCertificate", Map.of("certificateChecked", true));
    }

    public void receivesResult(Hall.ReceivedCase permit) {
        hall.as("wangfang").receivesResult(permit);
    }

    public void issues(Hall.ReceivedCase permit) {
        hall.as("wangfang")
                .submit(
                        permit,
                        "task_issueResult",
                        Forms.pickUpByCode(permit.file().pickupCode()));
    }

    /** The handler takes the case in hand and starts a special procedure. */
    public void startsSpecialProcedure(Hall.ReceivedCase permit, String procedure, int plannedDays) {
        hall.as("zhaogang").claim(permit, permit.task().getTaskDefinitionKey());
        hall.as("zhaogang")
                .start(
                        Measures.SPECIAL_PROCEDURE,
                        Map.of("case", permit.number().value(), "procedure", procedure, "plannedDays", plannedDays));
    }

    public void endsSpecialProcedure(Hall.ReceivedCase permit) {
        hall.as("zhaogang").submit(permit, "task_endSpecialProcedure", Map.of("opinion", "专家评审通过。", "ended", true));
    }

    public void asksForExtension(Hall.ReceivedCase permit, int days) {
        hall.as("zhaogang").claim(permit, permit.task().getTaskDefinitionKey());
        hall.as("zhaogang")
                .start(
                        Measures.EXTENSION,
                        Map.of("case", permit.number().value(), "days", days, "reason", "情况复杂，需补充核查。"));
    }

    public void answersExtension(Hall.ReceivedCase permit, String outcome) {
        hall.as("guowei").submit(permit, "task_approveExtension", opinion(outcome, "意见如下。"));
    }

    /** The handler takes the case in hand and returns it to the window. */
    public void returnsToWindow(Hall.ReceivedCase permit) {
        hall.as("zhaogang").claim(permit, "task_handle");
        hall.as("zhaogang")
                .start(
                        Measures.ACCEPTANCE_RETURN,
                        Map.of(
                                "case",
                                permit.number().value(),
                                "error",
                                "not-to-standard",
                                "reason",
                                "平面图没有标明卫生设施的位置。"));
    }

    /** The window answers what was returned to it. */
    public void rechecks(Hall.ReceivedCase permit, String outcome) {
        hall.as("zhangmin")
                .submit(
                        permit,
                        "task_recheckAcceptance",
                        Map.of("outcome", outcome, "opinion", "已与申请人核实。", "materials", permit.everything()));
    }

    /** Whoever has the case in hand asks another department. */
    public void asks(Hall.ReceivedCase permit, String approver, String department, int days) {
        hall.as(approver)
                .start(
                        Measures.CONSULTATION,
                        Map.of(
                                "case",
                                permit.number().value(),
                                "department",
                                department,
                                "days",
                                days,
                                "question",
                                "该场所是否有未办结的经营违法案件？"));
    }
}
