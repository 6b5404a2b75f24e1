package org.onewindow.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.ReadOnce;
import org.onewindow.casefile.ReadOnce.Piece;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Coded;
import org.onewindow.storage.FileReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of the papers that were issued (文书登记). */
@Service
public class Documents implements FileReferences {

    private static final String SELECT = """
            select d.*, f.title, f.organ as organ_name, f.holder, f."issuedOn" as issued_on,
                exists (select from document later where later.replaces = d.id) as replaced
            from document d cross join lateral
                jsonb_to_record(d.facts::jsonb) as f (title text, organ text, holder text, "issuedOn" text)
            where\s""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReadOnce once;
    private final Piece<List<IssuedDocument>> ofCase = new Piece<>();

    Documents(JdbcClient jdbc, Clock clock, ReadOnce once) {
        this.jdbc = jdbc;
        this.once = once;
        this.clock = clock;
    }

    /** The papers of a case in the order in which they were issued. */
    public List<IssuedDocument> of(CaseNumber caseNumber) {
        return once.read(caseNumber, ofCase, () -> jdbc.sql(SELECT + "d.case_number = ? order by d.id")
                .param(caseNumber.value())
                .query((row, n) -> document(row))
                .list());
    }

    /** A paper of a case was issued, locked or revoked. */
    void changed(CaseNumber caseNumber) {
        once.forget(caseNumber, ofCase);
    }

    public Optional<IssuedDocument> find(long id) {
        return jdbc.sql(SELECT + "d.id = ?")
                .param(id)
                .query((row, n) -> document(row))
                .optional();
    }

    public Optional<IssuedDocument> find(VerificationCode code) {
        return jdbc.sql(SELECT + "d.code = ?")
                .param(code.value())
                .query((row, n) -> document(row))
                .optional();
    }

    /** A paper as it is, and as nobody else corrects or revokes it before the transaction ends. */
    IssuedDocument locked(long id) {
        jdbc.sql("select id from document where id = ? for update")
                .param(id)
                .query(Long.class)
                .single();
        var locked = find(id).orElseThrow();
        once.forgetRead(locked.caseNumber());
        return locked;
    }

    /** A kind's paper that is in force, the latest if there are several. */
    public Optional<IssuedDocument> current(CaseNumber caseNumber, DocumentKind kind) {
        return jdbc.sql(SELECT + """
                        d.case_number = ? and d.kind = ? and d.revoked_at is null
                        and not exists (select from document later where later.replaces = d.id)
                        order by d.id desc limit 1""")
                .params(caseNumber.value(), kind.code())
                .query((row, n) -> document(row))
                .optional();
    }

    /**
     * Revokes a paper (撤销): it stays in the register, and whoever checks it is told.
     *
     * @throws RefusedInput if it does not hold any more
     */
    @Transactional
    public void revoke(long id, String reason, String actor) {
        if (reason.isBlank()) {
            throw new RefusedInput("reason", "请写明撤销的理由");
        }
        jdbc.sql("""
                        update document d set revoked_at = ?, revoked_by = ?, revoked_for = ? where id = ? and revoked_at is null
                        and not exists (select from document later where later.replaces = d.id)
                        returning case_number""")
                .params(Timestamp.from(clock.instant()), actor, reason.strip(), id)
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .optional()
                .ifPresentOrElse(this::changed, () -> {
                    throw new RefusedInput("这份文书已经撤销或者已被更正，不能再次撤销，请刷新页面");
                });
    }

    /**
     * The papers that a correction can take the place of: of each kind the latest, if it holds. No hand-over.
     *
     * @param papers of one case, in the order in which they were issued
     */
    public Set<Long> correctable(List<IssuedDocument> papers) {
        var today = LocalDate.now(clock);
        var latest = new EnumMap<DocumentKind, IssuedDocument>(DocumentKind.class);
        papers.stream()
                .filter(paper -> !paper.kind().isHandover() && paper.state(today) == IssuedDocument.State.VALID)
                .forEach(paper -> latest.put(paper.kind(), paper));
        return latest.values().stream().map(IssuedDocument::id).collect(Collectors.toSet());
    }

    /** Puts on record that somebody took a PDF away. @param account empty for the applicant */
    @Transactional
    public void taken(IssuedDocument document, Optional<String> account) {
        jdbc.sql("insert into document_download (document, account, at) values (?, ?, ?)")
                .params(document.id(), account.orElse(null), Timestamp.from(clock.instant()))
                .update();
    }

    /** When the applicant first took each paper of a case away, by the paper's id. */
    public Map<Long, Instant> takenByApplicant(CaseNumber caseNumber) {
        var taken = new HashMap<Long, Instant>();
        jdbc.sql("""
                        select t.document, min(t.at) as at from document_download t join document d on d.id = t.document
                        where d.case_number = ? and t.account is null group by t.document""").param(caseNumber.value()).query(row -> {
            taken.put(row.getLong("document"), row.getTimestamp("at").toInstant());
        });
        return taken;
    }

    @Override
    public Set<String> referenced(Collection<String> hashes) {
        return jdbc.sql("select file_hash from document where file_hash = any (?)")
                .param(hashes.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    private static IssuedDocument document(ResultSet row) throws SQLException {
        return new IssuedDocument(
                row.getLong("id"),
                new VerificationCode(row.getString("code")),
                new CaseNumber(row.getString("case_number")),
                Coded.of(DocumentKind.class, row.getString("kind")),
                row.getString("title"),
                row.getString("organ"),
                row.getString("organ_name"),
                row.getString("number"),
                row.getInt("version"),
                row.getString("holder"),
                row.getTimestamp("issued_at").toInstant(),
                LocalDate.parse(row.getString("issued_on")),
                row.getString("issued_by"),
                Optional.ofNullable(row.getString("corrected_for")),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("revoked_by")),
                Optional.ofNullable(row.getString("revoked_for")),
                row.getBoolean("replaced"),
                Optional.ofNullable(row.getString("file_hash")),
                Optional.ofNullable(row.getString("problem")));
    }
}
