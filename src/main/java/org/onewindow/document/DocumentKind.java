package org.onewindow.document;

import java.util.List;
import java.util.Optional;
import org.onewindow.catalog.Coded;
import org.onewindow.organization.AuthorizationScope;

/** The papers of a case (文书), with what the law makes each of them say. */
public enum DocumentKind implements Coded {
    RECEIPT("receipt", "收件凭证", "收", null, "materials", "time", "clerk"),
    /** 行政许可法 art. 32: sealed and dated. */
    ACCEPTANCE("acceptance", "受理通知书", "受", AuthorizationScope.ACCEPT, "promisedDue", "tracking"),
    /** Art. 32: every defect, once. */
    CORRECTION("correction", "一次性补正告知书", "补", AuthorizationScope.ACCEPT, "defects"),
    /** Art. 32: names the competent organ. */
    NOT_COMPETENT("not-competent", "不予受理通知书", "不受", AuthorizationScope.ACCEPT, "competentOrgan", "reason", "remedies"),
    /** Art. 32: no licence is needed. */
    NOT_NEEDED("not-needed", "不受理告知书", "告", AuthorizationScope.ACCEPT, "reason"),
    /** Art. 45: the time needed. */
    SPECIAL_PROCEDURE("special-procedure", "特别程序期限告知书", "特", AuthorizationScope.HANDLE, "procedure", "plannedDays"),
    /** Art. 42: the reason. */
    EXTENSION("extension", "延期通知书", "延", AuthorizationScope.HANDLE, "reason", "days", "approvedBy"),
    GRANT("grant", "准予行政许可决定书", "准", AuthorizationScope.HANDLE, "basis", "resultName"),
    /** Art. 38: reasons and remedies. Named and numbered by the item. */
    DENIAL("denial", "不予行政许可决定书", "不", AuthorizationScope.HANDLE, "reason", "remedies"),
    /** What the applicant takes home (结果). Named and numbered by the item. */
    RESULT("result", "办理结果", "证", AuthorizationScope.HANDLE, "basis"),
    DELIVERY("delivery", "送达回证", "达", null, "papers", "recipient", "manner", "time"),
    MATERIAL_HANDOVER("material-handover", "材料交接单", "材", null, "materials", "handedOverBy", "to", "time"),
    RESULT_HANDOVER("result-handover", "证件交接单", "交", null, "papers", "handedOverBy", "receivedBy", "time");

    private final String code;
    private final String title;
    private final String mark;
    private final AuthorizationScope scope;
    private final List<String> mandatory;

    DocumentKind(String code, String title, String mark, AuthorizationScope scope, String... mandatory) {
        this.code = code;
        this.title = title;
        this.mark = mark;
        this.scope = scope;
        this.mandatory = List.of(mandatory);
    }

    /** Also the name of its template in {@code forms/documents}. */
    @Override
    public String code() {
        return code;
    }

    /** Its name where the item does not give it another. */
    @Override
    public String label() {
        return title;
    }

    /** What its numbers have after the organ's mark, e.g. the 受 of 昆卫受〔2026〕000123号. */
    String mark() {
        return mark;
    }

    /** What a window must be entrusted with to seal it for the department; empty for the bureau's own papers. */
    public Optional<AuthorizationScope> scope() {
        return Optional.ofNullable(scope);
    }

    /** Whether the offices sign it among themselves: it is not for the applicant, and says what was so at its time. */
    public boolean isHandover() {
        return this == MATERIAL_HANDOVER || this == RESULT_HANDOVER;
    }

    /** The facts without which it must not go out. */
    List<String> mandatory() {
        return mandatory;
    }

    /** Whether it goes to the applicant by delivery (送达), with a receipt; until then it waits at the counter. */
    public boolean isDelivered() {
        return this == GRANT || this == DENIAL || this == RESULT;
    }
}
