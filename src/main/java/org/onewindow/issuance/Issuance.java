package org.onewindow.issuance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFile.Decision;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMilestone;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseRecord;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.PhoneNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.onewindow.issuance.Delivery.Addressee;
import org.onewindow.issuance.Delivery.Parcel;
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
    /** More results than anybody takes home at once. */
    private static final int MOST_AT_ONCE = 30;

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Catalog catalog;
    private final MaterialCustody custody;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Issuance(
            JdbcClient jdbc,
            CaseFiles files,
            CaseRecord record,
            Catalog catalog,
            MaterialCustody custody,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.files = files;
        this.record = record;
        this.catalog = catalog;
        this.custody = custody;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes how and to whom the result went.
     *
     * @throws RefusedInput if neither the pick-up code nor the identity number of a recipient is the one on file, or a parcel
     *     has nowhere to go
     */
    public void deliver(CaseNumber caseNumber, Delivery delivery) {
        var handed =
                switch (delivery.manner()) {
                    case IN_PERSON, AGENT -> handOver(caseNumber, delivery);
                    case POST -> post(caseNumber, delivery.parcel().orElseThrow());
                    case ELECTRONIC ->
                        new Handed("download", files.applicant(caseNumber).name(), Optional.empty(), Optional.empty());
                };
        jdbc.sql("""
                        insert into delivery (case_number, manner, verified_by, recipient, delivered_by, delivered_at, phone,
                            address, carrier, tracking_number)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber.value(),
                        delivery.manner().code(),
                        handed.verifiedBy(),
                        handed.recipient(),
                        delivery.deliveredBy(),
                        Timestamp.from(clock.instant()),
                        handed.to().map(Addressee::phone).orElse(null),
                        handed.to().map(Addressee::address).orElse(null),
                        handed.parcel().map(Parcel::carrier).orElse(null),
                        handed.parcel().map(Parcel::trackingNumber).orElse(null))
                .update();
    }

    /** @param verifiedBy who makes sure that it is the right one: the clerk by code or identity, the carrier, the download */
    private record Handed(String verifiedBy, String recipient, Optional<Addressee> to, Optional<Parcel> parcel) {}

    private Handed handOver(CaseNumber caseNumber, Delivery delivery) {
        delivery.code().ifPresent(code -> {
            if (!same(code, files.require(caseNumber).pickupCode())) {
                throw new RefusedInput("pickupCode", "取件码不正确，请与收件凭证核对，或者改为核验身份证件");
            }
        });
        delivery.identityNumber().ifPresent(number -> checkIdentity(caseNumber, delivery.manner(), number));
        if (delivery.code().isEmpty() && delivery.identityNumber().isEmpty()) {
            throw new RefusedInput("verifiedBy", "请核对取件码或者领取人的身份证件");
        }
        return new Handed(
                delivery.code().isPresent() ? "code" : "identity",
                delivery.recipient().orElseThrow(),
                Optional.empty(),
                Optional.empty());
    }

    private Handed post(CaseNumber caseNumber, Parcel parcel) {
        var to = parcel.addressee()
                .or(() -> onFile(caseNumber))
                .orElseThrow(() -> new RefusedInput("postTo", "办件没有登记地址，请选择“另行填写”，填写收件人、电话和地址"));
        if (!PhoneNumber.isValid(to.phone())) {
            throw new RefusedInput("postPhone", "收件人电话" + PhoneNumber.RULE);
        }
        return new Handed("carrier", to.name(), Optional.of(to), Optional.of(parcel));
    }

    private Optional<Addressee> onFile(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select coalesce(contact_name, name) as name, phone, address from case_party
                        where case_number = ? and role = 'applicant' and address is not null""").param(caseNumber.value()).query(Addressee.class).optional();
    }

    /** What a parcel's label says (寄件面单): where it was sent, or where the case file says as long as it was not. */
    @Transactional(readOnly = true)
    public Optional<Label> label(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select recipient, phone, address, carrier, tracking_number from delivery
                        where case_number = ? and manner = 'post'""")
                .param(caseNumber.value())
                .query((row, n) -> new Label(
                        new Addressee(row.getString("recipient"), row.getString("phone"), row.getString("address")),
                        row.getString("carrier"),
                        row.getString("tracking_number")))
                .optional()
                .or(() -> onFile(caseNumber).map(to -> new Label(to, "", "")));
    }

    /** @param carrier empty before the parcel has been sent, like {@code trackingNumber} */
    public record Label(Addressee to, String carrier, String trackingNumber) {}

    /** The other cases of an applicant whose results are ready, the oldest first. */
    @Transactional(readOnly = true)
    public List<CaseFile> readyBesides(CaseNumber caseNumber) {
        var numbers = jdbc.sql("""
                        select f.case_number from case_party p
                            join case_party o on o.id_number = p.id_number and o.role = 'applicant'
                                and o.case_number <> p.case_number
                            join case_file f on f.case_number = o.case_number and f.state = 'READY'
                        where p.case_number = ? and p.role = 'applicant' order by f.case_number limit ?""")
                .params(caseNumber.value(), MOST_AT_ONCE)
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .list();
        return files.findAll(numbers).values().stream()
                .sorted(Comparator.comparing(file -> file.caseNumber().value()))
                .toList();
    }

    /**
     * Closes a delivered case (办结).
     *
     * @throws RefusedInput while an original of the applicant's is unaccounted for
     */
    public void close(CaseNumber caseNumber, String actor) {
        custody.requireSettled(caseNumber);
        var file = files.require(caseNumber);
        boolean granted = file.decision().orElseThrow() == Decision.GRANT;
        record.end(caseNumber, granted ? CaseState.GRANTED : CaseState.DENIED);
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

    private void checkIdentity(CaseNumber caseNumber, DeliveryManner manner, String number) {
        var role = manner == DeliveryManner.AGENT ? "agent" : "applicant";
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
