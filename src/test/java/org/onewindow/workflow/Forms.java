package org.onewindow.workflow;

import java.util.HashMap;
import java.util.Map;

/** Forms as people fill them in. Every number is synthetic. */
public final class Forms {

    public static final String PERMIT = "public-health-permit";
    public static final String BUSINESS = "individual-business-registration";

    public static final String APPLICANT_ID = "150203197804121006";
    public static final String AGENT_ID = "150203198506231017";
    public static final String CREDIT_CODE = "91150203MA0N000164";

    private Forms() {}

    /** A hotel in the district, run by a person. */
    public static Map<String, Object> permit() {
        var form = person();
        form.put("premisesName", "昆区如家旅馆");
        form.put("premisesKind", "lodging");
        form.put("premisesArea", 260);
        form.put("usesCentralAirConditioning", "no");
        return form;
    }

    /** A noodle shop in the district. */
    public static Map<String, Object> business() {
        var form = person();
        form.put("businessName", "昆区徐记面馆");
        form.put("familyOperated", "no");
        form.put("businessPremises", "昆都仑区钢铁大街66号");
        form.put("businessScope", "餐饮服务");
        return form;
    }

    /** A person in the district, before any question of an item. */
    public static Map<String, Object> person() {
        var form = new HashMap<String, Object>();
        form.put("applicantType", "person");
        form.put("applicantName", "李建国");
        form.put("idNumber", APPLICANT_ID);
        form.put("contactName", "李建国");
        form.put("contactPhone", "13804721000");
        form.put("district", "shaoxianlu");
        return form;
    }

    /** The same form handed in by an agent. */
    public static Map<String, Object> byAgent(Map<String, Object> form) {
        return with(
                with(with(with(form, "hasAgent", true), "agentName", "王秀兰"), "agentIdNumber", AGENT_ID),
                "agentPhone",
                "13804721037");
    }

    /** The same form of an organisation. */
    public static Map<String, Object> byOrganization(Map<String, Object> form) {
        var changed = with(
                with(with(form, "applicantType", "organization"), "applicantName", "包头市清泉商贸有限公司"),
                "creditCode",
                CREDIT_CODE);
        changed.put("legalRepresentative", "赵志强");
        changed.remove("idNumber");
        return changed;
    }

    public static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    public static Map<String, Object> without(Map<String, Object> form, String field) {
        var changed = new HashMap<>(form);
        changed.remove(field);
        return changed;
    }

    public static Map<String, Object> accept(Hall.ReceivedCase received) {
        return Map.of("materials", received.everything(), "outcome", "accept");
    }

    /** @param defects what is wrong, by material */
    public static Map<String, Object> correct(Hall.ReceivedCase received, Map<String, String> defects) {
        return Map.of("materials", received.everythingBut(defects), "outcome", "correct");
    }

    public static Map<String, Object> reject(Hall.ReceivedCase received, String outcome, String reason) {
        return Map.of("materials", received.everything(), "outcome", outcome, "reason", reason);
    }

    public static Map<String, Object> opinion(String outcome, String opinion) {
        return Map.of("outcome", outcome, "opinion", opinion);
    }

    /** The department's first step, with the originals that the window passed on. */
    public static Map<String, Object> handled(String outcome, String opinion) {
        return with(opinion(outcome, opinion), "originalsReceived", true);
    }

    public static Map<String, Object> onSiteCheck(String one, String two, String checkedOn) {
        return Map.of(
                "inspectorOne", one,
                "inspectorTwo", two,
                "checkedOn", checkedOn,
                "outcome", "conform",
                "opinion", "布局与平面图一致，消毒设施齐全。");
    }

    public static Map<String, Object> pickUpByCode(String code) {
        return Map.of(
                "manner", "in-person",
                "verifiedBy", "code",
                "pickupCode", code,
                "recipientName", "李建国",
                "receiptSigned", true);
    }

    public static Map<String, Object> pickUpByIdentity(String manner, String identityNumber) {
        return Map.of(
                "manner",
                manner,
                "verifiedBy",
                "identity",
                "identityNumber",
                identityNumber,
                "recipientName",
                "李建国",
                "authorityChecked",
                true,
                "receiptSigned",
                true);
    }
}
