package org.onewindow.issuance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.onewindow.casefile.CaseFile.Decision;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMilestone;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands results over (出件) and closes cases (办结). */
@Service
@Transactional
public class Issuance {

    private static final int MOST_TRIES = 10;

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final Catalog catalog;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Issuance(JdbcClient jdbc, CaseFiles files, Catalog catalog, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.files = files;
        this.catalog = catalog;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes how and to whom the result went.
     *
     * @throws RefusedInput if neither the pick-up code nor the identity number is the one on file
     */
    public void deliver(CaseNumber caseNumber, Delivery delivery) {
        delivery.code().ifPresent(code -> {
            if (!same(code, files.require(caseNumber).pickupCode())) {
                throw new RefusedInput("pickupCode", "取件码不正确，请与收件凭证核对，或者改为核验身份证件");
            }
        });
        delivery.identityNumber().ifPresent(number -> checkIdentity(caseNumber, delivery.manner(), number));
        if (delivery.code().isEmpty() && delivery.identityNumber().isEmpty()) {
            throw new RefusedInput("verifiedBy", "请核对取件码或者领取人的身份证件");
        }
        jdbc.sql("insert into delivery values (?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber.value(),
                        delivery.manner(),
                        delivery.code().isPresent() ? "code" : "identity",
                        delivery.recipient(),
                        delivery.deliveredBy(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Closes a delivered case (办结). */
    public void close(CaseNumber caseNumber, String actor) {
        var file = files.require(caseNumber);
        boolean granted = file.decision().orElseThrow() == Decision.GRANT;
        jdbc.sql("update case_file set state = ?, closed_at = ? where case_number = ?")
                .params(
                        (granted ? CaseState.GRANTED : CaseState.DENIED).name(),
                        Timestamp.from(clock.instant()),
                        caseNumber.value())
                .update();
        events.publishEvent(new CaseMilestone(
                caseNumber,
                catalog.require(file.itemCode(), file.publication()),
                CaseMilestone.Type.DELIVERED,
                LocalDate.now(clock),
                actor));
    }

    /**
     * Whether an applicant's code opens the case. After ten wrong codes in a row the case opens to staff only.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean opens(CaseNumber caseNumber, String code) {
        int tries = jdbc.sql("select failed_code_tries from case_file where case_number = ? for update")
                .param(caseNumber.value())
                .query(Integer.class)
                .optional()
                .orElse(MOST_TRIES);
        if (tries >= MOST_TRIES) {
            return false;
        }
        boolean right = same(code, files.require(caseNumber).pickupCode());
        if (!right || tries > 0) {
            jdbc.sql("update case_file set failed_code_tries = ? where case_number = ?")
                    .params(right ? 0 : tries + 1, caseNumber.value())
                    .update();
        }
        return right;
    }

    private void checkIdentity(CaseNumber caseNumber, String manner, String number) {
        var role = manner.equals("agent") ? "agent" : "applicant";
        boolean known = jdbc.sql("select id_number from case_party where case_number = ? and role = ?")
                .params(caseNumber.value(), role)
                .query(String.class)
                .optional()
                .filter(onFile -> same(number, onFile))
                .isPresent();
        if (!known) {
            throw new RefusedInput(
                    "identityNumber", "证件号码与办件登记的" + (role.equals("agent") ? "代办人" : "申请人") + "不一致，请核对证件或者改用取件码");
        }
    }

    private static boolean same(String given, String onFile) {
        return MessageDigest.isEqual(
                given.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                onFile.getBytes(StandardCharsets.UTF_8));
    }
}
