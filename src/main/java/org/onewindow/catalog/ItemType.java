package org.onewindow.catalog;

/** What kind of government act an item is (事项类型). */
public enum ItemType implements Coded {
    LICENCE("01", "行政许可"),
    PAYMENT("05", "行政给付"),
    CONFIRMATION("07", "行政确认"),
    REWARD("08", "行政奖励"),
    RULING("09", "行政裁决"),
    UNLISTED("10", "其他行政权力"),
    PUBLIC_SERVICE("20", "公共服务");

    private final String code;
    private final String label;

    ItemType(String code, String label) {
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
