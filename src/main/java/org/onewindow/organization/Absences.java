package org.onewindow.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onewindow.organization.Absence.Plan;
import org.onewindow.organization.Absence.Revocation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of absences. Who may stand in for whom by their posts, the module knows that knows the accounts. */
@Service
@Transactional
public class Absences {

    private static final int LONGEST_DAYS = 366;
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;
    private static final int PAST_SHOWN_DAYS = 30;
    private static final int LONGEST_OUTAGE_DAYS = 60;

    private static final String MEETS = "revoked_at is null and from_day <= ? and to_day >= ? and ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AwayToday away;

    Absences(JdbcClient jdbc, Clock clock, AwayToday away) {
        this.away = away;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Enters an absence.
     *
     * @throws RefusedAbsence if its days are impossible, it overlaps another, or the deputy would need one as well
     */
    public Absence enter(Plan plan, String by) {
        check(plan);
        // Entered one after another: two at once could each be the other's chain.
        jdbc.sql("lock table absence in share row exclusive mode").update();
        checkOthers(plan);
        away.changing();
        return jdbc.sql("""
                        insert into absence (person, from_day, to_day, items, deputy, any_post, reason, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning *""")
                .params(
                        plan.person(),
                        plan.from(),
                        plan.to(),
                        plan.items().toArray(String[]::new),
                        plan.deputy(),
                        plan.anyPost(),
                        plan.reason(),
                        by,
                        Timestamp.from(clock.instant()))
                .query((row, n) -> absence(row))
                .single();
    }

    private void check(Plan plan) {
        if (plan.from().isBefore(day())) {
            throw new RefusedAbsence("外出的第一天不能早于今天");
        }
        if (plan.to().isBefore(plan.from())) {
            throw new RefusedAbsence("外出的最后一天不能早于第一天");
        }
        if (plan.to().isAfter(plan.from().plusDays(LONGEST_DAYS - 1))) {
            throw new RefusedAbsence("一次登记的外出不超过一年");
        }
        if (plan.reason().length() < SHORTEST_REASON || plan.reason().length() > LONGEST_REASON) {
            throw new RefusedAbsence("请写明外出事由，" + SHORTEST_REASON + "至" + LONGEST_REASON + "个字");
        }
        if (plan.deputy().equals(plan.person())) {
            throw new RefusedAbsence("顶岗人不能是外出人本人");
        }
    }

    private void checkOthers(Plan plan) {
        meeting(plan, "person = ?", plan.person()).stream()
                .filter(other -> other.plan().items().isEmpty()
                        || plan.items().isEmpty()
                        || other.plan().items().stream().anyMatch(plan.items()::contains))
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedAbsence("已经登记了" + days(other) + "的外出，与这次的日期和事项重叠，请先撤销原来的登记");
                });
        meeting(plan, "person = ?", plan.deputy()).stream().findFirst().ifPresent(other -> {
            throw new RefusedAbsence("顶岗人自己" + days(other) + "外出，不能顶岗，请另选顶岗人或者分段登记");
        });
        meeting(plan, "deputy = ?", plan.person()).stream().findFirst().ifPresent(other -> {
            throw new RefusedAbsence("外出人" + days(other) + "正为他人顶岗，请先撤销那次登记，另行指定顶岗人");
        });
    }

    private List<Absence> meeting(Plan plan, String whose, String account) {
        return jdbc.sql("select * from absence where " + MEETS + whose + " order by from_day, id")
                .params(plan.to(), plan.from(), account)
                .query((row, n) -> absence(row))
                .list();
    }

    private static String days(Absence other) {
        return "于" + other.plan().from() + "至" + other.plan().to();
    }

    /** @throws RefusedAbsence if it is over */
    public Absence revoke(long id, String by) {
        away.changing();
        return jdbc.sql("""
                        update absence set revoked_by = ?, revoked_at = ?
                        where id = ? and revoked_at is null and to_day >= ? returning *""")
                .params(by, Timestamp.from(clock.instant()), id, day())
                .query((row, n) -> absence(row))
                .optional()
                .orElseThrow(() -> new RefusedAbsence("这次外出已经结束或者已经撤销，请刷新页面"));
    }

    @Transactional(readOnly = true)
    public Optional<Absence> find(long id) {
        return jdbc.sql("select * from absence where id = ?")
                .param(id)
                .query((row, n) -> absence(row))
                .optional();
    }

    /** Somebody's that are in force today. */
    @Transactional(readOnly = true)
    public List<Absence> today(String person) {
        return away.read(day(), this::today).stream()
                .filter(absence -> absence.plan().person().equals(person))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean isOn(Absence absence) {
        return absence.isOn(day());
    }

    @Transactional(readOnly = true)
    public boolean isOver(Absence absence) {
        return absence.isOver(day());
    }

    /** All that ended or were revoked of late: longer than no node was running. */
    @Transactional(readOnly = true)
    public List<Absence> over() {
        return jdbc.sql(
                        "select * from absence where to_day >= ? and (to_day < ? or revoked_at is not null) order by id")
                .params(day().minusDays(LONGEST_OUTAGE_DAYS), day())
                .query((row, n) -> absence(row))
                .list();
    }

    /** All that are in force today. */
    @Transactional(readOnly = true)
    public List<Absence> today() {
        return jdbc.sql("select * from absence where " + MEETS + "true order by id")
                .params(day(), day())
                .query((row, n) -> absence(row))
                .list();
    }

    /** Those of some people, and those in which somebody stands in; without what ended more than a month ago. The latest first. */
    @Transactional(readOnly = true)
    public List<Absence> of(Collection<String> people, String deputy) {
        return jdbc.sql("""
                        select * from absence where (person = any (?) or deputy = ?) and to_day >= ?
                        order by from_day desc, id desc""")
                .params(people.toArray(String[]::new), deputy, day().minusDays(PAST_SHOWN_DAYS))
                .query((row, n) -> absence(row))
                .list();
    }

    private LocalDate day() {
        return LocalDate.now(clock);
    }

    private static Absence absence(ResultSet row) throws SQLException {
        var plan = new Plan(
                row.getString("person"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                Set.of((String[]) row.getArray("items").getArray()),
                row.getString("deputy"),
                row.getBoolean("any_post"),
                row.getString("reason"));
        var revoked = Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant);
        var by = row.getString("revoked_by");
        return new Absence(
                row.getLong("id"),
                plan,
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                revoked.map(at -> new Revocation(by, at)));
    }
}
