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
        var where = new Conditions();
        query.applicant().ifPresent(where::applicant);
        query.item().ifPresent(item -> where.add("item_code = ?", item));
        query.from().ifPresent(day -> where.add("case_number > ?", CaseNumber.firstOf(day)));
        query.to().ifPresent(day -> where.add("case_number < ?", CaseNumber.firstOf(day.plusDays(1))));
        query.state().ifPresent(state -> where.add("state = ?", state.name()));
        query.before().ifPresent(last -> where.add("case_number < ?", last.value()));
        where.scope(scope);
        return jdbc.sql("select case_number, item_code, item_name, applicant, received_at, state,"
                        + " coalesce(department, item_department) as department from case_file" + where.text()
                        + " order by case_number desc limit ?")
                .params(where.values)
                .param(most)
                .query((row, n) -> found(row))
                .list();
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

        private static final String WILDCARDS = "([\\\\%_])";

        private final List<String> texts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String text, Object... params) {
            texts.add(text);
            values.addAll(List.of(params));
        }

        /** A name is sought as it is shown, so that nobody finds out by trying what is masked. */
        void applicant(String name) {
            if (name.contains("*")) {
                add("applicant = ?", name);
            } else {
                add(
                        "(applicant = ? or applicant like ?)",
                        Masking.personName(name),
                        name.replaceAll(WILDCARDS, "\\\\$1") + "%");
            }
        }

        void scope(Scope scope) {
            if (!scope.everything()) {
                add(
                        "(service_window = any (?) or coalesce(department, item_department) = any (?))",
                        scope.windows().toArray(String[]::new),
                        scope.departments().toArray(String[]::new));
            }
        }

        String text() {
            return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
        }
    }
}
