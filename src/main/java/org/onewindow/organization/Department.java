package org.onewindow.organization;

import java.util.List;
import java.util.Optional;

/**
 * A department (部门) with approvers in the back office.
 *
 * @param id the stem of its staff groups, e.g. {@code health-commission}
 * @param name as it stands on papers and seals
 * @param mark what the numbers of its papers begin with (机关代字), e.g. 昆卫
 * @param email where messages to it go; optional
 */
public record Department(String id, String name, String mark, Optional<String> email) {

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

    /** The organ's head (机关负责人): grants extensions and hears of overruns. */
    public String heads() {
        return id + "-heads";
    }

    /** Those who work on cases, the head not among them. */
    public List<String> approvers() {
        return List.of(handlers(), reviewers(), deciders());
    }

    /** All staff groups of the department. */
    public List<String> groups() {
        return List.of(handlers(), reviewers(), deciders(), heads());
    }
}
