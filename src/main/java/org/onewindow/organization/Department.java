package org.onewindow.organization;

/**
 * A department (部门) with approvers in the back office.
 *
 * @param id the stem of its staff groups, e.g. {@code health-commission}
 */
public record Department(String id, String name) {

    /** Those who handle (承办). */
    public String handlers() {
        return id + "-handlers";
    }

    /** Those who review (审核). */
    public String reviewers() {
        return id + "-reviewers";
    }

    /** Those who decide (决定). */
    public String deciders() {
        return id + "-deciders";
    }
}
