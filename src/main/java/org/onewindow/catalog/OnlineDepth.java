package org.onewindow.catalog;

/** How far a case gets online (网办深度). */
public enum OnlineDepth implements Coded {
    ENQUIRY("1", "网上咨询"),
    COLLECTION("2", "网上收件"),
    PRELIMINARY_REVIEW("3", "网上预审"),
    ACCEPTANCE("4", "网上受理"),
    HANDLING("5", "网上办理"),
    RESULT("6", "网上反馈结果"),
    ELECTRONIC_LICENCE("7", "电子证照反馈"),
    UNLISTED("8", "其他");

    private final String code;
    private final String label;

    OnlineDepth(String code, String label) {
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

    /** Whether a case of the item can be handled online (网上可办): the organ accepts it there, or does more. */
    public boolean isOnline() {
        return compareTo(ACCEPTANCE) >= 0 && this != UNLISTED;
    }
}
