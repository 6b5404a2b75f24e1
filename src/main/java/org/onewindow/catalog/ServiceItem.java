package org.onewindow.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A service item (政务服务事项): its page of the manual.
 *
 * @param code the internal id, also the stem of its models' ids
 * @param department the department that answers for it
 */
public record ServiceItem(
        String code,
        String name,
        String version,
        Kind kind,
        String department,
        String windowClass,
        List<ApplicantType> serviceObjects,
        List<Basis> basis,
        Limits limits,
        Result result,
        List<Material> materials) {

    /** 办件类型. */
    public enum Kind {
        /** 即办件: decided in one sitting. */
        @JsonProperty("instant")
        INSTANT,
        /** 承诺件: decided within a promised time. */
        @JsonProperty("promised")
        PROMISED
    }

    /** Who may apply (服务对象). */
    public enum ApplicantType {
        @JsonProperty("person")
        PERSON("person", "自然人"),
        @JsonProperty("organization")
        ORGANIZATION("organization", "法人或者其他组织");

        private final String code;
        private final String label;

        ApplicantType(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        public static ApplicantType of(String code) {
            return PERSON.code.equals(code) ? PERSON : ORGANIZATION;
        }
    }

    /**
     * Time limits.
     *
     * @param statutoryDays in {@code unit}; empty where the law sets none
     * @param promisedDays in {@code unit}
     * @param unit {@code workingDays}, also where the item does not say, or {@code calendarDays}
     * @param clockStart {@code acceptance} or {@code receipt}
     * @param extensionDays the most that one extension may add, in {@code unit}
     * @param correctionDays the applicant's time for a correction, in working days; empty where the item sets none
     */
    public record Limits(
            OptionalInt statutoryDays,
            int promisedDays,
            Optional<String> unit,
            String clockStart,
            int extensionDays,
            OptionalInt correctionDays) {}

    /**
     * What the applicant takes home.
     *
     * @param number the stem of its number, e.g. 昆卫公证字
     * @param validYears years of validity; empty for a result without an end
     */
    public record Result(
            String name, String number, OptionalInt validYears, String refusalName, String refusalNumber) {}

    public Optional<Material> material(String code) {
        return materials.stream().filter(m -> m.code().equals(code)).findFirst();
    }
}
