package org.onewindow.catalog;

/** The four ways in which handling is made easy (四办). */
public enum FourWay implements Coded {
    IMMEDIATE("immediate", "马上办"),
    ONLINE("online", "网上办"),
    NEARBY("nearby", "就近办"),
    ONCE("once", "一次办");

    private final String code;
    private final String label;

    FourWay(String code, String label) {
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
