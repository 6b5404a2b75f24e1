package org.onewindow.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues papers (出具文书): says what they say, numbers and registers them, in the transaction of the step that they belong
 * to. The PDF is made after it; nobody waits for that.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DocumentIssue {

    private final JdbcClient jdbc;
    private final Documents documents;
    private final CaseFiles files;
    private final CommonFacts common;
    private final Seals seals;
    private final Templates templates;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Map<DocumentKind, DocumentContent> contents = new EnumMap<>(DocumentKind.class);

    DocumentIssue(
            JdbcClient jdbc,
            Documents documents,
            CaseFiles files,
            CommonFacts common,
            Seals seals,
            Templates templates,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectMapper json,
            List<DocumentContent> contents) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.files = files;
        this.common = common;
        this.seals = seals;
        this.templates = templates;
        this.clock = clock;
        this.events = events;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        contents.forEach(content -> content.kinds().forEach(kind -> this.contents.put(kind, content)));
    }

    /** Published when there is a PDF to make. */
    record ToBeMade() {}

    private record Correction(IssuedDocument old, String reason) {}

    /**
     * Issues a paper of a case. To be called at the end of the transaction, when everything is written that it may say.
     *
     * @param actor whose step it belongs to
     * @throws RefusedInput if it would lack something that it must say, or the actor's window may not seal it
     */
    public void issue(CaseNumber caseNumber, DocumentKind kind, String actor) {
        issue(files.require(caseNumber), kind, actor);
    }

    void issue(CaseFile file, DocumentKind kind, String actor) {
        register(file, kind, actor, Optional.empty());
    }

    /**
     * Issues a corrected version (更正) with what the case file says now; the old one stays in the register.
     *
     * @param reason why; it stays on record beside the new version
     * @throws RefusedInput if the old one does not hold any more, or the case file has gone on to what a later paper says
     */
    @Transactional
    public void correct(IssuedDocument old, String reason, String actor) {
        if (reason.isBlank()) {
            throw new RefusedInput("reason", "请写明更正的理由");
        }
        if (old.kind().isHandover()) {
            throw new RefusedInput("“" + old.title() + "”记载的是当时的交接，不能更正；有误的，请撤销");
        }
        if (documents.locked(old.id()).state(LocalDate.now(clock)) != IssuedDocument.State.VALID) {
            throw new RefusedInput("只有有效的文书可以更正，请刷新页面");
        }
        if (!documents.correctable(documents.of(old.caseNumber())).contains(old.id())) {
            throw new RefusedInput("此后又出具了“" + old.title() + "”，只能更正最近的一份；这一份有误的，请撤销");
        }
        register(files.require(old.caseNumber()), old.kind(), actor, Optional.of(new Correction(old, reason.strip())));
    }

    /** Draws the next number (文号) of an organ, a kind and the current year, without gaps: it is given back if the step fails. */
    public String nextNumber(DocumentKind kind, CaseFile file) {
        var stem = common.organ(kind, file).mark() + kind.mark();
        int year = LocalDate.now(clock).getYear();
        int next = jdbc.sql("""
                        insert into document_number values (?, ?, 1)
                        on conflict (stem, year) do update set last = document_number.last + 1 returning last""").params(stem, year).query(Integer.class).single();
        return "%s〔%d〕%06d号".formatted(stem, year, next);
    }

    private void register(CaseFile file, DocumentKind kind, String actor, Optional<Correction> correction) {
        var replaced = correction.map(Correction::old);
        var organ = common.organ(kind, file);
        var letter = seals.letter(kind, file, actor);
        var draft = contents.get(kind).draft(kind, file);
        var number = replaced.map(IssuedDocument::number).or(draft::number).orElseGet(() -> nextNumber(kind, file));
        var code = VerificationCode.random();
        var facts = new TreeMap<>(common.of(kind, file, organ));
        facts.putAll(draft.facts());
        facts.put("title", draft.title().orElse(kind.label()));
        facts.put("number", number);
        facts.put("code", code.printed());
        facts.put("version", replaced.map(old -> old.version() + 1).orElse(1));
        refuseIncomplete(kind, facts);
        var sheet = templates.sheet(kind, file);
        templates.fill(sheet, Print.withPlaceholders(facts));
        templates.keep(sheet);
        insert(file, kind, actor, correction, organ.id(), letter, draft, code, facts, sheet.hash());
        events.publishEvent(new ToBeMade());
    }

    private static void refuseIncomplete(DocumentKind kind, Map<String, Object> facts) {
        for (var name : kind.mandatory()) {
            var fact = facts.get(name);
            if (fact == null || fact.toString().isBlank() || fact instanceof List<?> list && list.isEmpty()) {
                throw new IncompleteDocument(kind, name);
            }
        }
    }

    private void insert(
            CaseFile file,
            DocumentKind kind,
            String actor,
            Optional<Correction> correction,
            String organ,
            Optional<String> letter,
            Draft draft,
            VerificationCode code,
            Map<String, Object> facts,
            String template) {
        var text = write(facts);
        jdbc.sql("""
                        insert into document (code, case_number, kind, organ, number, version, replaces, corrected_for,
                            issued_at, issued_by, letter, valid_until, facts, facts_hash, template_hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        code.value(),
                        file.caseNumber().value(),
                        kind.code(),
                        organ,
                        facts.get("number"),
                        facts.get("version"),
                        typed(Types.BIGINT, correction.map(of -> of.old().id())),
                        typed(Types.VARCHAR, correction.map(Correction::reason)),
                        Timestamp.from(clock.instant()),
                        actor,
                        typed(Types.VARCHAR, letter),
                        typed(Types.DATE, draft.validUntil()),
                        text,
                        DigestUtils.sha256Hex(text),
                        template)
                .update();
        documents.changed(file.caseNumber());
    }

    /** Without a type the driver would have the statement parsed anew whenever another of its values is empty. */
    private static SqlParameterValue typed(int type, Optional<?> value) {
        return new SqlParameterValue(type, value.orElse(null));
    }

    private String write(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
