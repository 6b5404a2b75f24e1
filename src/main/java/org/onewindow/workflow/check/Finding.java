package org.onewindow.workflow.check;

/**
 * Something that an administrator has to know, in Chinese.
 *
 * @param subject the case's number, or what else it is about
 */
public record Finding(Kind kind, String subject, String problem, String remedy) {

    /** Whether what is written disagrees, or agrees and waits for somebody. */
    public enum Kind {
        DISAGREEMENT("不一致"),
        /** Work that stopped and can be taken up again, e.g. a job without retries: an incident of the engine. */
        STUCK("待处理");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
