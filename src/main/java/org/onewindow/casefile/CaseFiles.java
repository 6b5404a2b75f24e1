package org.onewindow.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseMaterial.Check;
import org.onewindow.casefile.ReadOnce.Piece;
import org.onewindow.catalog.Coded;
import org.onewindow.catalog.ServiceItem.ApplicantType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The rows of case files: read once in a transaction, and as it left them. */
@Service
public class CaseFiles {

    private static final String COLUMNS = """
            f.*, p.kind, exists (select from case_party a
                where a.case_number = f.case_number and a.role = 'agent') as has_agent
            """;
    private static final String SELECT = "select " + COLUMNS + """
            from case_file f join case_party p on p.case_number = f.case_number and p.role = 'applicant'
            where f.case_number = """;
    private static final String OF_ROW = """
            from case_party p
            where f.case_number = ? and p.case_number = f.case_number and p.role = 'applicant'
            returning\s""" + COLUMNS;
    private static final String MATERIALS = "select * from case_material where case_number = ? order by position";
    private static final String CHECK = """
            with checked as (
                update case_material m set copies_received = c.copies, original_checked = c.original, up_to_standard = c.good,
                    defect = c.defect
                from unnest(?::int[], ?::boolean[], ?::boolean[], ?::text[]) with ordinality
                    as c (copies, original, good, defect, position)
                where m.case_number = ? and m.position = c.position returning m.*)
            select * from checked order by position""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ReadOnce once;
    private final Piece<CaseFile> file = new Piece<>();
    private final Piece<CaseParty> applicant = new Piece<>();
    private final Piece<List<CaseMaterial>> materials = new Piece<>();
    private final Piece<List<CaseStep>> steps = new Piece<>();

    CaseFiles(JdbcClient jdbc, ObjectMapper json, ReadOnce once) {
        this.jdbc = jdbc;
        this.json = json;
        this.once = once;
    }

    public Optional<CaseFile> find(CaseNumber caseNumber) {
        return Optional.ofNullable(once.read(
                caseNumber, file, () -> select(SELECT + "?", caseNumber.value()).orElse(null)));
    }

    private Optional<CaseFile> select(String statement, Object... params) {
        return jdbc.sql(statement)
                .params(params)
                .query((row, n) -> caseFile(row))
                .optional();
    }

    /** Locks the row of a case that is there; whoever had it before may have changed everything else of the case as well. */
    Optional<CaseFile> lock(CaseNumber caseNumber) {
        once.forgetRead(caseNumber);
        var locked = select(SELECT + "? for no key update of f", caseNumber.value());
        locked.ifPresent(now -> once.held(caseNumber, file, now));
        return locked;
    }

    /**
     * Writes to the row of a case.
     *
     * @param columns with their new values, or question marks for these
     */
    void update(CaseNumber caseNumber, String columns, Object... values) {
        var params = new ArrayList<Object>(Arrays.asList(values));
        params.add(caseNumber.value());
        select("update case_file f set " + columns + " " + OF_ROW, params.toArray())
                .ifPresent(now -> once.held(caseNumber, file, now));
    }

    /** In one statement, by number; without those that do not exist. */
    public Map<CaseNumber, CaseFile> findAll(Collection<CaseNumber> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT + "any (?)")
                .param(caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, n) -> caseFile(row))
                .list()
                .stream()
                .collect(Collectors.toMap(CaseFile::caseNumber, file -> file));
    }

    /** @throws RefusedInput if there is no such case */
    public CaseFile require(CaseNumber caseNumber) {
        return find(caseNumber).orElseThrow(() -> new RefusedInput("没有编号为" + caseNumber + "的办件，请核对编号"));
    }

    /** Who applied, by full name: for papers alone, never for a screen or a list. */
    public CaseParty applicant(CaseNumber caseNumber) {
        return once.read(caseNumber, applicant, () -> selectApplicant(caseNumber));
    }

    private CaseParty selectApplicant(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select p.kind, p.name, p.legal_representative, p.address, a.name as agent
                        from case_party p left join case_party a on a.case_number = p.case_number and a.role = 'agent'
                        where p.case_number = ? and p.role = 'applicant'""")
                .param(caseNumber.value())
                .query((row, n) -> new CaseParty(
                        row.getString("name"),
                        row.getString("kind").equals(ApplicantType.PERSON.code()),
                        Optional.ofNullable(row.getString("legal_representative")),
                        Optional.ofNullable(row.getString("address")),
                        Optional.ofNullable(row.getString("agent"))))
                .single();
    }

    public List<CaseMaterial> materials(CaseNumber caseNumber) {
        return once.read(caseNumber, materials, () -> jdbc.sql(MATERIALS)
                .param(caseNumber.value())
                .query((row, n) -> material(row))
                .list());
    }

    /** Writes what the clerk ticked, one check for each material in their order. */
    void check(CaseNumber caseNumber, List<Check> checks) {
        var checked = jdbc.sql(CHECK)
                .params(
                        checks.stream().map(Check::copiesReceived).toArray(Integer[]::new),
                        checks.stream().map(Check::originalChecked).toArray(Boolean[]::new),
                        checks.stream().map(Check::upToStandard).toArray(Boolean[]::new),
                        checks.stream()
                                .map(check -> check.defect().orElse(null))
                                .toArray(String[]::new),
                        caseNumber.value())
                .query((row, n) -> material(row))
                .list();
        once.held(caseNumber, materials, checked);
    }

    /** The case has a list of materials from now on. */
    void forgetMaterials(CaseNumber caseNumber) {
        once.forget(caseNumber, materials);
    }

    public List<CaseStep> steps(CaseNumber caseNumber) {
        return once.read(caseNumber, steps, () -> jdbc.sql("select * from case_step where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, n) -> step(row))
                .list());
    }

    /** A step was written. */
    void forgetSteps(CaseNumber caseNumber) {
        once.forget(caseNumber, steps);
    }

    /**
     * For whom an account did something of a case.
     *
     * @param at when it was done: the step to which it belongs is written right after it, in the same transaction
     */
    public TakenBy taken(CaseNumber caseNumber, String account, Instant at) {
        return steps(caseNumber).stream()
                .filter(step -> step.actor().equals(account) && !step.at().isBefore(at))
                .findFirst()
                .map(CaseStep::taken)
                .orElseGet(() -> TakenBy.self(account));
    }

    /** The open correction notice: every defect that the applicant was told. */
    public List<Defect> openDefects(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select defects from correction_notice
                        where case_number = ? and submitted_at is null order by id desc limit 1""")
                .param(caseNumber.value())
                .query(String.class)
                .optional()
                .map(text -> read(text, new TypeReference<List<Defect>>() {}))
                .orElse(List.of());
    }

    /** The organ that a refusal (不予受理) named as the competent one. */
    public Optional<String> competentOrgan(CaseNumber caseNumber) {
        return jdbc.sql("select competent_organ from case_file where case_number = ?")
                .param(caseNumber.value())
                .query(String.class)
                .optional();
    }

    /** A defect (补正事项) as the notice has it. */
    public record Defect(String name, String defect, String standard) {}

    private CaseFile caseFile(ResultSet row) throws SQLException {
        return new CaseFile(
                new CaseNumber(row.getString("case_number")),
                row.getString("item_code"),
                row.getString("item_name"),
                row.getLong("item_publication"),
                row.getString("service_window"),
                row.getString("channel"),
                row.getString("district"),
                read(row.getString("situation"), new TypeReference<List<Application.SituationAnswer>>() {}),
                row.getString("applicant"),
                row.getBoolean("has_agent"),
                row.getString("kind"),
                row.getString("received_by"),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("received_on", LocalDate.class),
                CaseState.valueOf(row.getString("state")),
                row.getString("item_department"),
                Optional.ofNullable(row.getString("department")),
                row.getString("pickup_code"),
                Optional.ofNullable(row.getString("decision")).map(code -> Coded.of(CaseFile.Decision.class, code)),
                result(row));
    }

    private static Optional<CaseFile.Result> result(ResultSet row) throws SQLException {
        var number = row.getString("result_number");
        var validUntil = Optional.ofNullable(row.getObject("result_valid_until", LocalDate.class));
        return number == null
                ? Optional.empty()
                : Optional.of(new CaseFile.Result(row.getString("result_name"), number, validUntil));
    }

    private static CaseMaterial material(ResultSet row) throws SQLException {
        return new CaseMaterial(
                row.getInt("position"),
                row.getString("code"),
                row.getString("name"),
                row.getString("requirement"),
                row.getString("standard"),
                row.getInt("copies"),
                row.getBoolean("original_check"),
                row.getInt("copies_received"),
                row.getBoolean("original_checked"),
                row.getBoolean("up_to_standard"),
                Optional.ofNullable(row.getString("defect")));
    }

    private static CaseStep step(ResultSet row) throws SQLException {
        return new CaseStep(
                row.getString("step"),
                row.getString("name"),
                new TakenBy(row.getString("actor"), Optional.ofNullable(row.getString("on_behalf_of"))),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("opinion")),
                row.getTimestamp("at").toInstant());
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable case file", e);
        }
    }
}
