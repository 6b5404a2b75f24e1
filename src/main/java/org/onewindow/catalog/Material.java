package org.onewindow.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A material (申请材料) on an item's list.
 *
 * @param when the condition under which a conditional material is needed
 * @param copies number of copies
 * @param standard what the clerk checks it against (受理标准)
 */
public record Material(
        String code,
        String name,
        Basis basis,
        Necessity necessity,
        Optional<String> when,
        Form form,
        int copies,
        Original original,
        boolean signature,
        boolean seal,
        String standard) {

    public enum Necessity {
        @JsonProperty("required")
        REQUIRED,
        @JsonProperty("conditional")
        CONDITIONAL
    }

    /** 材料形式. */
    public enum Form {
        @JsonProperty("paper")
        PAPER("纸质"),
        @JsonProperty("electronic")
        ELECTRONIC("电子"),
        @JsonProperty("either")
        EITHER("纸质或者电子");

        private final String label;

        Form(String label) {
            this.label = label;
        }
    }

    public enum Original {
        @JsonProperty("original")
        ORIGINAL("原件"),
        @JsonProperty("copy")
        COPY("复印件"),
        @JsonProperty("copyCheckedAgainstOriginal")
        COPY_CHECKED("复印件，核对原件");

        private final String label;

        Original(String label) {
            this.label = label;
        }
    }

    /** Whether the clerk must compare the copy with the original. */
    public boolean needsOriginalCheck() {
        return original == Original.COPY_CHECKED;
    }

    /** What is asked for, in words: e.g. 纸质，原件，1份，签字，盖章. */
    public String requirement() {
        return form.label + "，" + original.label + "，" + copies + "份" + (signature ? "，签字" : "") + (seal ? "，盖章" : "");
    }
}
