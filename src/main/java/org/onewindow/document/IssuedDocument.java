package org.onewindow.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.catalog.Coded;

/**
 * A paper that was issued.
 *
 * @param code the verification code (验证码), 20 characters
 * @param organ the department that answers for it
 * @param version 1-based; a correction is the next version under the same number
 * @param holder the applicant's name, masked for a person
 * @param correctedFor why this version took the place of the one before it
 * @param validUntil the last day of validity; empty for a paper without an end
 * @param fileHash SHA-256 of the PDF, hexadecimal; empty until it is made
 * @param problem what stands in the way of making the PDF
 */
public record IssuedDocument(
        long id,
        VerificationCode code,
        CaseNumber caseNumber,
        DocumentKind kind,
        String title,
        String organ,
        String organName,
        String number,
        int version,
        String holder,
        Instant issuedAt,
        LocalDate issuedOn,
        String issuedBy,
        Optional<String> correctedFor,
        Optional<LocalDate> validUntil,
        Optional<Instant> revokedAt,
        Optional<String> revokedBy,
        Optional<String> revokedFor,
        boolean replaced,
        Optional<String> fileHash,
        Optional<String> problem) {

    /** Whether it still holds (文书状态). */
    public enum State implements Coded {
        VALID("valid", "有效"),
        REVOKED("revoked", "已撤销"),
        CORRECTED("corrected", "已更正"),
        EXPIRED("expired", "已过期");

        private final String code;
        private final String label;

        State(String code, String label) {
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

    public State state(LocalDate today) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        if (replaced) {
            return State.CORRECTED;
        }
        return validUntil.filter(last -> last.isBefore(today)).isPresent() ? State.EXPIRED : State.VALID;
    }

    /** What the file is called when it is saved. */
    public String fileName() {
        return title + " " + number + (version > 1 ? "（第" + version + "版）" : "") + ".pdf";
    }
}
