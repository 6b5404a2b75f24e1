package org.onewindow.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A service item (政务服务事项): its page of the manual and its guide (办事指南).
 *
 * @param code the internal id, also the stem of its models' ids
 * @param implementationCode 实施编码, 31 characters
 * @param handlingCode 业务办理项编码, 33 characters
 * @param validFrom the first day on which new cases are taken
 * @param validTo the last such day; empty for an item without an end
 * @param department the department that answers for it
 * @param conditions when an application is accepted (受理条件)
 * @param fees empty where nothing is charged
 * @param visits how often the applicant must come in person (到现场次数)
 */
public record ServiceItem(
        String code,
        String name,
        String version,
        ItemType type,
        Optional<String> implementationCode,
        Optional<String> handlingCode,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Kind kind,
        String department,
        String windowClass,
        @AtLeastOne List<ApplicantType> serviceObjects,
        @AtLeastOne List<Basis> basis,
        @AtLeastOne List<String> conditions,
        Limits limits,
        @MayBeMissing List<Fee> fees,
        ProcessOutline process,
        Result result,
        int visits,
        Optional<Coverage> coverage,
        OnlineDepth onlineDepth,
        List<FourWay> fourWays,
        Contact contact,
        @MayBeMissing List<Faq> faq,
        @AtLeastOne List<Material> materials) {

    /** Whether new cases are taken on a day. */
    public boolean isOnOffer(LocalDate day) {
        return availability(day) == Availability.ON_OFFER;
    }

    public Availability availability(LocalDate day) {
        if (day.isBefore(validFrom)) {
            return Availability.NOT_YET;
        }
        return validTo.filter(last -> last.isBefore(day)).isPresent() ? Availability.ENDED : Availability.ON_OFFER;
    }

    /** Whether one can apply today (收件状态). */
    public enum Availability implements Coded {
        NOT_YET("notYet", "尚未启用"),
        ON_OFFER("onOffer", "正在收件"),
        ENDED("ended", "已停止收件");

        private final String code;
        private final String label;

        Availability(String code, String label) {
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

    /** 办件类型. */
    public enum Kind implements Coded {
        /** Decided in one sitting. */
        INSTANT("instant", "即办件"),
        /** Decided within a promised time. */
        PROMISED("promised", "承诺件");

        private final String code;
        private final String label;

        Kind(String code, String label) {
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

    /** Who may apply (服务对象). */
    public enum ApplicantType implements Coded {
        PERSON("person", "自然人"),
        ORGANIZATION("organization", "法人或者其他组织");

        private final String code;
        private final String label;

        ApplicantType(String code, String label) {
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
            String name,
            String number,
            OptionalInt validYears,
            String refusalName,
            String refusalNumber,
            Optional<ResultKind> kind) {}

    /** 结果类型. */
    public enum ResultKind implements Coded {
        CERTIFICATE("certificate", "证照"),
        DOCUMENT("document", "批文"),
        RECEIPT("receipt", "回执");

        private final String code;
        private final String label;

        ResultKind(String code, String label) {
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

    /** What it rests on, as a paper cites it. */
    public String basisText() {
        return basis.stream().map(Basis::cited).collect(Collectors.joining("、"));
    }

    public Optional<Material> material(String code) {
        return materials.stream().filter(m -> m.code().equals(code)).findFirst();
    }
}
