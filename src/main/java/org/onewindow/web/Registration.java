package org.onewindow.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;

/**
 * What a client sends to register a case. Any part may be missing: the item's form says what it needs.
 *
 * @param district code of the 街镇 where the matter is handled
 * @param situation answers to the item's own questions, by field
 */
record Registration(
        String item,
        Applicant applicant,
        Contact contact,
        String district,
        Agent agent,
        Map<String, Object> situation) {

    record Applicant(String type, String name, String idNumber, String creditCode, String legalRepresentative) {}

    record Contact(String name, String phone, String address) {}

    record Agent(String name, String idNumber, String phone) {}

    /** Where each field of the bureau's form stands in the body. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("item", "item"),
            Map.entry("applicantType", "applicant.type"),
            Map.entry("applicantName", "applicant.name"),
            Map.entry("idNumber", "applicant.idNumber"),
            Map.entry("creditCode", "applicant.creditCode"),
            Map.entry("legalRepresentative", "applicant.legalRepresentative"),
            Map.entry("contactName", "contact.name"),
            Map.entry("contactPhone", "contact.phone"),
            Map.entry("address", "contact.address"),
            Map.entry("district", "district"),
            Map.entry("hasAgent", "agent"),
            Map.entry("agentName", "agent.name"),
            Map.entry("agentIdNumber", "agent.idNumber"),
            Map.entry("agentPhone", "agent.phone"));

    /**
     * The answers as the item's start form names them.
     *
     * @throws RefusedInput if the situation holds anything but plain answers to the item's own questions
     */
    Map<String, Object> form() {
        var form = new HashMap<String, Object>();
        if (situation != null) {
            checkSituation();
            form.putAll(situation);
        }
        if (applicant != null) {
            form.put("applicantType", applicant.type());
            form.put("applicantName", applicant.name());
            form.put("idNumber", applicant.idNumber());
            form.put("creditCode", applicant.creditCode());
            form.put("legalRepresentative", applicant.legalRepresentative());
        }
        if (contact != null) {
            form.put("contactName", contact.name());
            form.put("contactPhone", contact.phone());
            form.put("address", contact.address());
        }
        form.put("district", district);
        if (agent != null) {
            form.put("hasAgent", true);
            form.put("agentName", agent.name());
            form.put("agentIdNumber", agent.idNumber());
            form.put("agentPhone", agent.phone());
        }
        form.values().removeIf(value -> value == null);
        return form;
    }

    private void checkSituation() {
        var violations = new ArrayList<Violation>();
        situation.forEach((field, answer) -> {
            if (PLACES.containsKey(field)) {
                violations.add(
                        new Violation("situation." + field, "这一项应填写在 " + PLACES.get(field) + "，不能放在 situation 里"));
            } else if (answer instanceof Map || answer instanceof List) {
                violations.add(new Violation("situation." + field, "应为文字、数字或者是否，不能是对象或者数组"));
            }
        });
        if (!violations.isEmpty()) {
            throw new RefusedInput(violations);
        }
    }

    /** The refusal with the body's names for the fields. */
    static RefusedInput inTermsOfTheBody(RefusedInput refused) {
        return new RefusedInput(refused.violations().stream()
                .map(violation ->
                        new Violation(violation.field().isEmpty() ? "" : place(violation.field()), violation.message()))
                .toList());
    }

    private static String place(String field) {
        return PLACES.getOrDefault(field, "situation." + field);
    }
}
