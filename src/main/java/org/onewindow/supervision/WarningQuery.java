package org.onewindow.supervision;

import java.util.List;
import java.util.Optional;
import org.onewindow.catalog.Coded;

/**
 * Which cards are asked for.
 *
 * @param departments whose; empty for those of all
 * @param show by what is to be done
 * @param before the last card of the page before
 */
public record WarningQuery(
        Optional<List<String>> departments, Show show, Optional<WarningCard.Level> level, Optional<Long> before) {

    /** Cards by what is to be done about them. */
    public enum Show implements Coded {
        WAITING("waiting", "待部门处理", "waits"),
        OPEN("open", "待签收", "waits and state = 'OPEN'"),
        ACKNOWLEDGED("acknowledged", "已签收", "state = 'ACKNOWLEDGED'"),
        EXPLAINED("explained", "已说明，待审核", "state = 'EXPLAINED'"),
        SENT_BACK("sent-back", "说明被退回", "waits and state = 'SENT_BACK'"),
        ACCEPTED("accepted", "说明已认可", "state = 'ACCEPTED'"),
        ALL("all", "全部", "true");

        private final String code;
        private final String label;
        private final String condition;

        Show(String code, String label, String condition) {
            this.code = code;
            this.label = label;
            this.condition = condition;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }

        String condition() {
            return condition;
        }
    }
}
