package org.onewindow.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.onewindow.catalog.ServiceItem.ApplicantType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows an applicant's full name and numbers (查看个人信息) to somebody who has a reason, and keeps who it was (个人信息保护法
 * art. 51).
 */
@Service
public class Unmasking {

    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Unmasking(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An applicant, or whoever acts for one, as the application names them.
     *
     * @param role 申请人 or 代办人
     * @param idNumber 公民身份号码 or 统一社会信用代码
     */
    public record Person(
            String role,
            String name,
            String idNumberName,
            String idNumber,
            Optional<String> legalRepresentative,
            Optional<String> contact,
            String phone,
            Optional<String> address) {}

    /**
     * @param reason what it is needed for, 2 to 200 characters
     * @return the applicant first
     * @throws RefusedInput without a reason; then nothing is shown
     */
    @Transactional
    public List<Person> reveal(CaseNumber caseNumber, String account, String reason) {
        int length = reason.strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw new RefusedInput("reason", "请写明查看个人信息的理由，2至200个字");
        }
        jdbc.sql("insert into unmasking (case_number, account, reason, at) values (?, ?, ?, ?)")
                .params(caseNumber.value(), account, reason.strip(), Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select * from case_party where case_number = ? order by role = 'applicant' desc")
                .param(caseNumber.value())
                .query((row, n) -> new Person(
                        row.getString("role").equals("applicant") ? "申请人" : "代办人",
                        row.getString("name"),
                        row.getString("kind").equals(ApplicantType.PERSON.code()) ? "公民身份号码" : "统一社会信用代码",
                        row.getString("id_number"),
                        Optional.ofNullable(row.getString("legal_representative")),
                        Optional.ofNullable(row.getString("contact_name")),
                        row.getString("phone"),
                        Optional.ofNullable(row.getString("address"))))
                .list();
    }
}
