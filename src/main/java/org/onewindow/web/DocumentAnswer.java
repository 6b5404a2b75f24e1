package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.onewindow.web.ItemAnswer.Coded;

/**
 * A paper of a case, as staff and applicant are told of it.
 *
 * @param version 1-based; a correction is the next version under the same number
 * @param verificationCode for the public register
 * @param sha256 of its PDF, hexadecimal; empty until it is made
 * @param href where the PDF is had through the REST interface
 * @param forStaff empty for the applicant
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DocumentAnswer(
        long id,
        Coded kind,
        String title,
        String number,
        int version,
        Coded state,
        String organ,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        String verificationCode,
        Optional<String> sha256,
        String href,
        Optional<ForStaff> forStaff) {

    /**
     * What the applicant is not told.
     *
     * @param issuedBy the name of whoever took the step
     * @param correctedFor why this version took the place of the one before it
     * @param takenAt when the applicant first had it by the applicant's page or the interface
     * @param problem what stands in the way of making the PDF
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ForStaff(
            String issuedBy,
            Optional<String> correctedFor,
            Optional<String> revokedBy,
            Optional<String> revokedFor,
            Optional<OffsetDateTime> takenAt,
            Optional<String> problem) {}
}
