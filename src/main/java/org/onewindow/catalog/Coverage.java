package org.onewindow.catalog;

/** How far from home an applicant may apply (通办范围). */
public enum Coverage implements Coded {
    NATION("1", "全国通办"),
    PROVINCES("2", "跨省通办"),
    CITIES("3", "跨市通办"),
    COUNTIES("4", "跨县通办");

    private final String code;
    private final String label;

    Coverage(String code, String label) {
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
