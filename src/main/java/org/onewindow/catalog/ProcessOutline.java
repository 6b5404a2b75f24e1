package org.onewindow.catalog;

import java.util.List;

/**
 * The way of a case as the guide shows it (办理流程).
 *
 * @param archetype the pattern that process.bpmn follows
 * @param steps the steps in words
 */
public record ProcessOutline(
        Archetype archetype, @AtLeastOne List<String> steps) {

    /** The patterns of processes (流程类型). */
    public enum Archetype implements Coded {
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

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
