package org.onewindow.factory;

import java.util.ArrayList;
import java.util.List;

/** The ways in which an item's process may go (流程模式). */
enum Archetype {
    INSTANT("instant", "即办"),
    PROMISED("promised", "承诺"),
    ON_SITE("on-site", "现场核查"),
    PUBLICATION("publication", "公示"),
    LEVELS("levels", "多级"),
    JOINT("joint", "联办");

    private final String code;
    private final String label;

    Archetype(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    static Archetype of(String code) {
        return List.of(values()).stream()
                .filter(archetype -> archetype.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Whether other departments have steps of their own. */
    boolean hasPartners() {
        return this == LEVELS || this == JOINT;
    }

    /** The steps by name, as the guide shows them (办理流程). */
    List<String> steps(List<Partner> partners) {
        var steps = new ArrayList<>(List.of("收件", "核验材料", "分办"));
        switch (this) {
            case INSTANT -> steps.add("窗口办理");
            case PROMISED -> steps.addAll(List.of("承办", "审核", "决定", "制证"));
            case ON_SITE -> steps.addAll(List.of("承办", "现场核查", "审核", "决定", "制证"));
            case PUBLICATION -> steps.addAll(List.of("承办", "审核", "公示", "公示结果", "决定", "制证"));
            case LEVELS -> {
                partners.forEach(partner -> steps.add(partner.step()));
                steps.addAll(List.of("区级确认", "制证"));
            }
            case JOINT -> {
                steps.add("承办");
                partners.forEach(partner -> steps.add(partner.step()));
                steps.addAll(List.of("汇总意见", "决定", "制证"));
            }
        }
        steps.add("出件");
        return steps;
    }

    /**
     * Another department with a step of its own.
     *
     * @param step what the step is called, e.g. 街道审核
     * @param department the stem of its staff groups
     */
    record Partner(String step, String department) {

        /** The street office (所在街镇) that the case was dispatched to. */
        static final String DISTRICT = "${department}";

        boolean isDistrict() {
            return department.equals(DISTRICT);
        }
    }
}
