package org.onewindow.issuance;

import org.onewindow.catalog.Coded;

/** How a result reaches the applicant (送达方式). */
public enum DeliveryManner implements Coded {
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

    @Override
    public String code() {
        return code;
    }

    /** As the 送达回证 has it. */
    @Override
    public String label() {
        return label;
    }
}
