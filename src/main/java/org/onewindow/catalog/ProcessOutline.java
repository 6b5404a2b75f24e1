package org.onewindow.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The way of a case as the guide shows it (办理流程).
 *
 * @param archetype the pattern that process.bpmn follows
 * @param steps the steps in words
 * @param handledBy who begins in the back office; empty for the department that answers for the item
 */
public record ProcessOutline(
        Archetype archetype, @AtLeastOne List<String> steps, Optional<HandledBy> handledBy) {

    /** Who handles a case first (承办部门); routing.dmn goes by it. */
    public enum HandledBy implements Coded {
        DEPARTMENT("department", "责任部门"),
        DISTRICT("district", "所在街镇");

        private final String code;
        private final String label;

        HandledBy(String code, String label) {
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
