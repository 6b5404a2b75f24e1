package org.onewindow.issuance;

import java.util.stream.Stream;

/** How a result reaches the applicant (送达方式). */
public enum DeliveryManner {
    IN_PERSON("in-person", "申请人领取"),
    /** By somebody whom the applicant gave authority (授权委托书). */
    AGENT("agent", "代领人领取"),
    POST("post", "邮寄送达"),
    /** Downloaded by the applicant, who agreed to it. */
    ELECTRONIC("electronic", "电子送达");

    private final String code;
    private final String label;

    DeliveryManner(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    /** As the 送达回证 has it. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException for a code that there is not */
    public static DeliveryManner of(String code) {
        return Stream.of(values())
                .filter(manner -> manner.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no manner of delivery " + code));
    }
}
