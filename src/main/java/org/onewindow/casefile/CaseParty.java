package org.onewindow.casefile;

import java.util.Optional;

/**
 * Who applied (申请人), without numbers.
 *
 * @param name in full
 * @param legalRepresentative 法定代表人（负责人）, of an organisation
 * @param agent the name of whoever acts for the applicant (代办人)
 */
public record CaseParty(
        String name,
        boolean isPerson,
        Optional<String> legalRepresentative,
        Optional<String> address,
        Optional<String> agent) {}
