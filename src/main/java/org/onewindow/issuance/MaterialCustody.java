package org.onewindow.issuance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMilestone;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.MaterialsChecked;
import org.onewindow.casefile.ReadOnce;
import org.onewindow.casefile.ReadOnce.Piece;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.Coded;
import org.onewindow.catalog.Material;
import org.onewindow.document.Officials;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has the originals that an applicant handed in (材料原件的去向), from the receipt to their return or their filing. */
@Service
@Transactional
public class MaterialCustody {

    private final JdbcClient jdbc;
    private final ReadOnce once;
    private final CaseFiles files;
    private final Catalog catalog;
    private final Officials officials;
    private final ResultHandover handover;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Piece<List<Original>> originals = new Piece<>();

    MaterialCustody(
            JdbcClient jdbc,
            ReadOnce once,
            CaseFiles files,
            Catalog catalog,
            Officials officials,
            ResultHandover handover,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.once = once;
        this.files = files;
        this.catalog = catalog;
        this.officials = officials;
        this.handover = handover;
        this.clock = clock;
        this.events = events;
    }

    /** Who has an original. */
    public enum Whereabouts implements Coded {
        WINDOW("window", "受理窗口"),
        DEPARTMENT("department", "部门已接收"),
        APPLICANT("applicant", "退还申请人"),
        FILE("file", "留存归档");

        private final String code;
        private final String label;

        Whereabouts(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }

        boolean isFinal() {
            return this == APPLICANT || this == FILE;
        }
    }

    /** An original that was handed in. */
    public record Original(String code, String name, int copies, Whereabouts whereabouts) {}

    /** Published when originals changed hands and there is a slip to issue, in the step's transaction. */
    record OriginalsPassedOn(CaseNumber caseNumber, String actor) {}

    /** The originals of a case, in the order of its list, each where it is now. */
    @Transactional(readOnly = true)
    public List<Original> of(CaseNumber caseNumber) {
        return once.read(caseNumber, originals, () -> select(caseNumber));
    }

    private List<Original> select(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select m.code, m.name, c.copies, c.whereabouts from case_material m
                            join lateral (select * from material_custody c where c.case_number = m.case_number
                                and c.material = m.code order by c.id desc limit 1) c on true
                        where m.case_number = ? order by m.position""")
                .param(caseNumber.value())
                .query((row, n) -> new Original(
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("copies"),
                        Coded.of(Whereabouts.class, row.getString("whereabouts"))))
                .list();
    }

    /** The originals that somebody still has to give back or to file. */
    @Transactional(readOnly = true)
    public List<Original> held(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .filter(original -> !original.whereabouts().isFinal())
                .toList();
    }

    /** What the department has not confirmed yet. */
    @Transactional(readOnly = true)
    public List<Original> atWindow(CaseNumber caseNumber) {
        return of(caseNumber).stream().filter(isAt(Whereabouts.WINDOW)).toList();
    }

    private static Predicate<Original> isAt(Whereabouts whereabouts) {
        return original -> original.whereabouts() == whereabouts;
    }

    /** What the clerk counts stays with whoever counts: the window, or the department where it accepts by itself. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void takeIn(MaterialsChecked checked) {
        var file = files.require(checked.caseNumber());
        var item = catalog.require(file.itemCode(), file.publication());
        var known = of(file.caseNumber());
        var taker = officials.actsAt(file.window(), checked.actor()) ? Whereabouts.WINDOW : Whereabouts.DEPARTMENT;
        var counted = files.materials(file.caseNumber()).stream()
                .filter(material -> item.material(material.code())
                        .filter(MaterialCustody::isHandedIn)
                        .isPresent())
                .map(material -> new Original(material.code(), material.name(), material.copiesReceived(), taker))
                .filter(original -> original.copies() != copies(known, original.code()))
                .toList();
        write(file.caseNumber(), counted.stream().filter(o -> o.copies() > 0).toList(), taker, checked.actor());
        write(
                file.caseNumber(),
                counted.stream().filter(o -> o.copies() == 0).toList(),
                Whereabouts.APPLICANT,
                checked.actor());
    }

    private static int copies(List<Original> known, String code) {
        return known.stream()
                .filter(original -> original.code().equals(code))
                .mapToInt(Original::copies)
                .sum();
    }

    /** A copy is compared with its original on the spot, and the original goes back at once. */
    private static boolean isHandedIn(Material material) {
        return material.original() == Material.Original.ORIGINAL && material.form() != Material.Form.ELECTRONIC;
    }

    /** The department confirms that it has what the window passed on. */
    public void receive(CaseNumber caseNumber, String actor) {
        var passedOn = atWindow(caseNumber);
        if (!passedOn.isEmpty()) {
            write(caseNumber, passedOn, Whereabouts.DEPARTMENT, actor);
            events.publishEvent(new OriginalsPassedOn(caseNumber, actor));
        }
    }

    /**
     * Says of each original whether it goes back with the result or stays on file (出件). One that the window passed on and no
     * department confirmed cannot stay: nobody knows where it is.
     *
     * @param returned the codes of those that go back
     */
    public void settle(CaseNumber caseNumber, Collection<String> returned, String actor) {
        boolean isPassedOn = handover.isDue(caseNumber);
        var held = held(caseNumber);
        var back = held.stream()
                .filter(original -> returned.contains(original.code()))
                .toList();
        write(caseNumber, back, Whereabouts.APPLICANT, actor);
        var kept = held.stream()
                .filter(original -> !back.contains(original))
                .filter(original -> original.whereabouts() == Whereabouts.DEPARTMENT || !isPassedOn)
                .toList();
        write(caseNumber, kept, Whereabouts.FILE, actor);
        if (!back.isEmpty()) {
            events.publishEvent(new OriginalsPassedOn(caseNumber, actor));
        }
    }

    /** @throws RefusedInput while somebody still has an original */
    @Transactional(readOnly = true)
    public void requireSettled(CaseNumber caseNumber) {
        var open = held(caseNumber).stream().map(Original::name).toList();
        if (!open.isEmpty()) {
            throw new RefusedInput(
                    "originalsReturned",
                    "材料原件“" + String.join("”“", open) + "”由窗口移交部门后没有确认接收，下落不明，不能办结。请与部门核实，找到后勾选退还申请人");
        }
    }

    /** A case that is not accepted leaves nothing behind: the materials go back with the notice. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(CaseMilestone milestone) {
        switch (milestone.type()) {
            case NOT_ACCEPTED, WITHDRAWN -> {
                var held = held(milestone.caseNumber());
                if (!held.isEmpty()) {
                    write(milestone.caseNumber(), held, Whereabouts.APPLICANT, milestone.actor());
                    events.publishEvent(new OriginalsPassedOn(milestone.caseNumber(), milestone.actor()));
                }
            }
            default -> {
                // the materials stay where they are
            }
        }
    }

    /**
     * The last time that originals changed hands.
     *
     * @param takenIn how they had been taken in at the window; empty where the department did
     */
    record Move(Whereabouts to, Optional<Taking> takenIn, String actor, Instant at) {}

    record Taking(String by, Instant at) {}

    @Transactional(readOnly = true)
    Move lastMove(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select c.whereabouts, c.actor, c.at, w.actor as taken_in_by, w.at as taken_in_at
                        from material_custody c left join lateral (select actor, at from material_custody w
                            where w.case_number = c.case_number and w.whereabouts = 'window' order by w.id desc limit 1) w on true
                        where c.case_number = ? order by c.id desc limit 1""")
                .param(caseNumber.value())
                .query((row, n) -> new Move(
                        Coded.of(Whereabouts.class, row.getString("whereabouts")),
                        takenIn(row),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .single();
    }

    private static Optional<Taking> takenIn(ResultSet row) throws SQLException {
        var by = row.getString("taken_in_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Taking(by, row.getTimestamp("taken_in_at").toInstant()));
    }

    private void write(CaseNumber caseNumber, List<Original> passed, Whereabouts whereabouts, String actor) {
        if (passed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into material_custody (case_number, material, copies, whereabouts, actor, at)
                        select ?, o.material, o.copies, ?, ?, ?
                        from unnest(?::text[], ?::int[]) with ordinality as o (material, copies, position) order by o.position""")
                .params(
                        caseNumber.value(),
                        whereabouts.code,
                        actor,
                        Timestamp.from(clock.instant()),
                        passed.stream().map(Original::code).toArray(String[]::new),
                        passed.stream().map(Original::copies).toArray(Integer[]::new))
                .update();
        once.forget(caseNumber, originals);
    }
}
