package org.onewindow.casefile;

import java.util.Optional;

/**
 * A material that a case needs, and what came in.
 *
 * @param position 1-based place in the list
 * @param defect what the clerk found wrong
 */
public record CaseMaterial(
        int position,
        String code,
        String name,
        String requirement,
        String standard,
        int copies,
        boolean needsOriginalCheck,
        int copiesReceived,
        boolean originalChecked,
        boolean upToStandard,
        Optional<String> defect) {

    /** What a clerk ticked for one material. */
    public record Check(int copiesReceived, boolean originalChecked, boolean upToStandard, Optional<String> defect) {}

    public boolean isComplete() {
        return copiesReceived >= copies && (!needsOriginalCheck || originalChecked) && upToStandard;
    }

    /** What is missing, in words for the applicant. */
    public String shortcoming() {
        var text = new StringBuilder();
        if (copiesReceived == 0) {
            text.append("未提交");
        } else if (copiesReceived < copies) {
            text.append("应提交")
                    .append(copies)
                    .append("份，已提交")
                    .append(copiesReceived)
                    .append("份");
        } else if (needsOriginalCheck && !originalChecked) {
            text.append("未出示原件核对");
        } else {
            text.append("不符合要求");
        }
        defect.ifPresent(found -> text.append("：").append(found));
        return text.toString();
    }

    public String status() {
        return isComplete() ? "齐全、符合要求" : shortcoming();
    }
}
