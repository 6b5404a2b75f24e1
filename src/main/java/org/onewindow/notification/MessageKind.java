package org.onewindow.notification;

/** What a message is about. */
public enum MessageKind {
    CARD("card", "警示牌"),
    EXPLANATION_SENT_BACK("explanation-sent-back", "说明退回"),
    REMINDER("reminder", "催办"),
    DIGEST("digest", "每日简报");

    private final String code;
    private final String label;

    MessageKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
