package org.onewindow.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds cases among all that there ever were (办件查询), the latest first. */
@Service
public class CaseSearch {

    private static final String SHOWN = "applicant = ?";
    private static final String WILDCARDS = "([\\\\%_])";
    private static final String FOUND = """
            select case_number, item_code, item_name, applicant, received_at, state,
                coalesce(department, item_department) as department from case_file""";
    private static final String OF_APPLICANT = """
            select other.case_number from case_party one join case_party other on other.id_number = one.id_number
                and other.role = 'applicant' and other.case_number <> one.case_number
            where one.case_number = ? and one.role = 'applicant'""";

    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is sought; what is empty does not matter.
     *
     * @param applicant an applicant's name; a person's finds everybody whose masked name is the same, an organisation's the
     *     beginning too
     * @param from the first day of receipt
     * @param to the last day of receipt
     * @param before the last case of the page before
     */
    public record Query(
            Optional<String> applicant,
            Optional<String> item,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<CaseState> state,
            Optional<CaseNumber> before) {}

    /**
     * Whose cases may be found.
     *
     * @param everything of all windows and departments
     * @param windows those that took the case in
     * @param departments those whose the case is, dispatched to them or by its item
     */
    public record Scope(boolean everything, Set<String> windows, Set<String> departments) {}

    /** @param department whose the case is */
    public record Found(
            CaseNumber caseNumber,
            String itemCode,
            String itemName,
            String applicant,
            Instant receivedAt,
            CaseState state,
            String department) {}

    /** @param most cases at most */
    public List<Found> find(Query query, Scope scope, int most) {
        var numbers = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var name : names(query.applicant())) {
            var where = conditions(query, scope);
            name.ifPresent(sought -> where.add(sought.text(), sought.value()));
            numbers.add("(select case_number from case_file" + where.text() + " order by case_number desc limit ?)");
            values.addAll(where.values);
            values.add(most);
        }
        // The numbers come from an index alone; only of those that are shown the rows are read.
        return jdbc.sql(FOUND + " where case_number in (" + String.join(" union ", numbers)
                        + ") order by case_number desc limit ?")
                .params(values)
                .param(most)
                .query((row, n) -> found(row))
                .list();
    }

    /**
     * The other cases of a case's applicant (同一申请人).
     *
     * @param latest those that may be found, the latest first
     * @param others how many there are besides
     */
    public record OfApplicant(List<Found> latest, int others) {}

    /** Goes by the applicant's number, so that two people of one name are not taken for one. @param most cases at most */
    public OfApplicant ofSameApplicant(CaseNumber caseNumber, Scope scope, int most) {
        var where = new Conditions();
        where.add("case_number in (" + OF_APPLICANT + ")", caseNumber.value());
        where.scope(scope);
        var latest = jdbc.sql(FOUND + where.text() + " order by case_number desc limit ?")
                .params(where.values)
                .param(most)
                .query((row, n) -> found(row))
                .list();
        int all = jdbc.sql("select count(*) from (" + OF_APPLICANT + ") as same")
                .param(caseNumber.value())
                .query(Integer.class)
                .single();
        return new OfApplicant(latest, all - latest.size());
    }

    private record Name(String text, String value) {}

    /** A name is sought as it is shown, so that nobody finds out by trying what is masked. */
    private static List<Optional<Name>> names(Optional<String> applicant) {
        if (applicant.isEmpty()) {
            return List.of(Optional.empty());
        }
        var name = applicant.get();
        if (name.contains("*")) {
            return List.of(Optional.of(new Name(SHOWN, name)));
        }
        return List.of(
                Optional.of(new Name(SHOWN, Masking.personName(name))),
                Optional.of(new Name("applicant like ?", name.replaceAll(WILDCARDS, "\\\\$1") + "%")));
    }

    private static Conditions conditions(Query query, Scope scope) {
        var where = new Conditions();
        query.item().ifPresent(item -> where.add("item_code = ?", item));
        query.from().ifPresent(day -> where.add("case_number > ?", CaseNumber.firstOf(day)));
        query.to().ifPresent(day -> where.add("case_number < ?", CaseNumber.firstOf(day.plusDays(1))));
        query.state().ifPresent(state -> where.add("state = ?", state.name()));
        query.before().ifPresent(last -> where.add("case_number < ?", last.value()));
        where.scope(scope);
        return where;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new CaseNumber(row.getString("case_number")),
                row.getString("item_code"),
                row.getString("item_name"),
                row.getString("applicant"),
                row.getTimestamp("received_at").toInstant(),
                CaseState.valueOf(row.getString("state")),
                row.getString("department"));
    }

    /** Only those that are asked for, so that each question gets a plan of its own. */
    private static final class Conditions {

        private static final String OF_WINDOWS = "service_window = any (?)";
        private static final String OF_DEPARTMENTS = "coalesce(department, item_department) = any (?)";

        private final List<String> texts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String text, Object... params) {
            texts.add(text);
            values.addAll(List.of(params));
        }

        void scope(Scope scope) {
            if (scope.everything()) {
                return;
            }
            var windows = scope.windows().toArray(String[]::new);
            var departments = scope.departments().toArray(String[]::new);
            if (windows.length == 0) {
                add(OF_DEPARTMENTS, (Object) departments);
            } else if (departments.length == 0) {
                add(OF_WINDOWS, (Object) windows);
            } else {
                add("(" + OF_WINDOWS + " or " + OF_DEPARTMENTS + ")", windows, departments);
            }
        }

        String text() {
            return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
        }
    }
}
