package org.onewindow.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onewindow.casefile.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of attachments and of who looked at them. */
@Component
class AttachmentRows {

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Attachment> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from attachment where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, n) -> attachment(row))
                .list();
    }

    Optional<Attachment> find(CaseNumber caseNumber, long id) {
        return jdbc.sql("select * from attachment where case_number = ? and id = ?")
                .params(caseNumber.value(), id)
                .query((row, n) -> attachment(row))
                .optional();
    }

    /** One writer a case until the transaction ends, so that none passes the limit beside another. */
    void lock(CaseNumber caseNumber) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("attachments " + caseNumber)
                .query((row, n) -> true)
                .list();
    }

    Attachment add(
            CaseNumber caseNumber,
            Optional<String> material,
            String name,
            FileType type,
            long size,
            String sha256,
            Optional<String> by,
            Instant at) {
        return jdbc.sql("""
                        insert into attachment (case_number, material, name, type, size, sha256, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning *""")
                .params(
                        caseNumber.value(),
                        material.orElse(null),
                        name,
                        type.name(),
                        size,
                        sha256,
                        by.orElse(null),
                        Timestamp.from(at))
                .query((row, n) -> attachment(row))
                .single();
    }

    /** @return whether it was there, and not removed before */
    boolean remove(CaseNumber caseNumber, long id, String by, Instant at) {
        return jdbc.sql("""
                        update attachment set removed_by = ?, removed_at = ?
                        where case_number = ? and id = ? and removed_at is null""")
                        .params(by, Timestamp.from(at), caseNumber.value(), id)
                        .update()
                == 1;
    }

    void access(Attachment attachment, String way, String account, Instant at) {
        jdbc.sql("insert into attachment_access (attachment, case_number, way, account, at) values (?, ?, ?, ?, ?)")
                .params(attachment.id(), attachment.caseNumber().value(), way, account, Timestamp.from(at))
                .update();
    }

    /** Those of some hashes of which an attachment is there, or was removed after a moment. */
    Set<String> referenced(Collection<String> hashes, Instant since) {
        return jdbc.sql("""
                        select distinct sha256 from attachment
                        where sha256 = any (?) and (removed_at is null or removed_at > ?)""")
                .params(hashes.toArray(String[]::new), Timestamp.from(since))
                .query(String.class)
                .set();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        var removedAt = Optional.ofNullable(row.getTimestamp("removed_at")).map(Timestamp::toInstant);
        var removedBy = row.getString("removed_by");
        return new Attachment(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                Optional.ofNullable(row.getString("material")),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("sha256"),
                Optional.ofNullable(row.getString("added_by")),
                row.getTimestamp("added_at").toInstant(),
                removedAt.map(at -> new Attachment.Removal(removedBy, at)));
    }
}
