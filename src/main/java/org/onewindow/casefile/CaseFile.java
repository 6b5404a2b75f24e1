package org.onewindow.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.catalog.Coded;

/**
 * A case as its file has it, without personal data but for the masked name.
 *
 * @param publication the version of the item under which it was received; 0 from before versions were kept
 * @param itemDepartment the department that answers for the item (责任部门)
 * @param department the one that the case was dispatched to
 * @param receivedOn the day from which the periods run
 */
public record CaseFile(
        CaseNumber caseNumber,
        String itemCode,
        String itemName,
        long publication,
        String window,
        String channel,
        String district,
        List<Application.SituationAnswer> situation,
        String applicantName,
        boolean hasAgent,
        String applicantType,
        String receivedBy,
        Instant receivedAt,
        LocalDate receivedOn,
        CaseState state,
        String itemDepartment,
        Optional<String> department,
        String pickupCode,
        Optional<Decision> decision,
        Optional<Result> result) {

    /** What the organ decided (决定). */
    public enum Decision implements Coded {
        GRANT("grant", "准予"),
        DENY("deny", "不予");

        private final String code;
        private final String label;

        Decision(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** @param validUntil last day of validity; empty for a result without an end */
    public record Result(String name, String number, Optional<LocalDate> validUntil) {}

    /** The department whose the case is. */
    public String owner() {
        return department.orElse(itemDepartment);
    }

    /** The situation in one line, e.g. 场所类别：住宿场所；营业面积（平方米）：120. */
    public String situationText() {
        return situation.stream().map(a -> a.label() + "：" + a.text()).collect(Collectors.joining("；"));
    }

    /** The answers by field. */
    public Map<String, Object> situationValues() {
        return situation.stream()
                .collect(Collectors.toMap(Application.SituationAnswer::key, Application.SituationAnswer::value));
    }
}
