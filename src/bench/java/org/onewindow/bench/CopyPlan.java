package org.onewindow.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.CaseClock;
import org.onewindow.deadline.ClockBook;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ImpossibleClockEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which seed is copied how often, and when the copies were received: finished cases in every week of five years in which the
 * calendar lets the same ledger happen, open ones on the days of their seeds, so that nothing of them is overdue unseen.
 */
final class CopyPlan {

    private static final int YEARS = 5;
    private static final int WEEK = 7;
    /** Days for which clean-up has stood still, so that the benchmark finds something to clean. */
    private static final int UNCLEANED_DAYS = 90;

    /** ISO 7064 MOD 11,10, as {@link CaseNumber} has it. */
    private static final String FUNCTIONS = """
            create schema bench;
            create function bench.case_number(day date, sequence bigint) returns text language plpgsql immutable as $$
            declare
                digits text := '150203' || to_char(day, 'YYYYMMDD') || lpad(sequence::text, 6, '0');
                product int := 10;
                total int;
            begin
                for i in 1..20 loop
                    total := (product + substr(digits, i, 1)::int) % 10;
                    product := (case total when 0 then 10 else total end) * 2 % 11;
                end loop;
                return digits || ((11 - product) % 10);
            end $$;
            create function bench.name(n bigint, is_person boolean) returns text language sql immutable as $$
                select case when is_person
                    then substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧', (sqrt((n * 7919) % 900)::int % 30) + 1, 1)
                        || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志红海燕', ((n * 104729) % 31)::int + 1, 1)
                        || case when n % 4 = 0 then '' else substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志红海燕', ((n * 1299709) % 31)::int + 1, 1) end
                    else '包头市' || substr('鹿城钢源昆仑草原阴山黄河白云青山富强兴盛', ((n * 7919) % 19)::int + 1, 2) || n % 5000
                        || case n % 3 when 0 then '商贸有限公司' when 1 then '餐饮管理有限公司' else '建筑工程有限公司' end
                end $$;
            create table bench.seed (number text primary key, is_person boolean, shown text, is_finished boolean, received date,
                closed date, result_of text);
            create table bench.shift (seed text, days int);
            create table bench.plan (n bigint, seed text, days int, number text, name text, shown text, hex text,
                colleague text, remembered boolean, drawn bigint)""";

    private final JdbcTemplate jdbc;
    private final ClockLedger ledger;
    private final OfficeCalendar calendar;

    private record Seed(String number, LocalDate received, LocalDate closed) {}

    CopyPlan(JdbcTemplate jdbc, ApplicationContext application) {
        this.jdbc = jdbc;
        this.ledger = application.getBean(ClockLedger.class);
        this.calendar = application.getBean(OfficeCalendar.class);
    }

    void write(int finished, int open) {
        jdbc.execute(FUNCTIONS);
        jdbc.execute("""
                insert into bench.seed select f.case_number, p.kind = 'person', case when p.kind = 'person'
                        then left(p.name, 1) || repeat('*', length(p.name) - 1) else p.name end,
                    f.closed_at is not null, substr(f.case_number, 7, 8)::date, f.closed_at::date,
                    split_part(f.result_number, '第', 1)
                from case_file f join case_party p on p.case_number = f.case_number and p.role = 'applicant'""");
        jdbc.query(
                        "select number, received, closed from bench.seed where is_finished",
                        (row, n) -> new Seed(
                                row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .forEach(this::shifts);
        jdbc.execute("""
                insert into bench.plan
                select n, seed, days, bench.case_number(day, 1000 + row_number() over (partition by day order by n)), name,
                    case when is_person then left(name, 1) || repeat('*', length(name) - 1) else name end,
                    lpad(to_hex(n), 12, '0'), (array['', 'x1', 'x2', 'x3'])[n %% 4 + 1],
                    not is_finished or closed + days + ttl + %3$d > current_date,
                    row_number() over (partition by result_of order by n)
                from (select row_number() over (order by day, place) as n, * from (
                        (select seed, days, received + days as day, random() as place from bench.shift
                            join bench.seed on number = seed
                            cross join generate_series(1, %1$d / (select count(*) from bench.shift) + 1) order by place limit %1$d)
                        union all
                        (select number, 0, received, random() as place from bench.seed
                            cross join generate_series(1, %2$d / (select count(*) from bench.seed where not is_finished) + 1)
                            where not is_finished order by place limit %2$d)) copies) numbered
                    join bench.seed on number = seed
                    cross join lateral bench.name(n, is_person) as name
                    cross join (select max(history_ttl_) as ttl from act_re_procdef) definitions
                order by n""".formatted(finished, open, UNCLEANED_DAYS));
        jdbc.execute("analyze bench.plan");
        colleagues();
    }

    /** More people, so that one has not everything in hand. */
    private void colleagues() {
        for (var colleague : List.of("x1", "x2", "x3")) {
            jdbc.update(
                    "insert into act_id_user (id_, rev_, first_, last_) select id_ || ?, rev_, first_, last_ from act_id_user where id_ ~ '^staff[0-9]+$'",
                    colleague);
            jdbc.update(
                    "insert into act_id_membership select user_id_ || ?, group_id_ from act_id_membership where user_id_ ~ '^staff[0-9]+$'",
                    colleague);
        }
    }

    private void shifts(Seed seed) {
        var today = LocalDate.now();
        var book = ledger.book(new CaseNumber(seed.number()));
        var possible = new ArrayList<Object[]>();
        for (int days = -WEEK * 60 * YEARS; seed.closed().plusDays(days).isBefore(today.minusDays(1)); days += WEEK) {
            if (!seed.received().plusDays(days).isBefore(today.minusYears(YEARS)) && isPossible(book, days)) {
                possible.add(new Object[] {seed.number(), days});
            }
        }
        jdbc.batchUpdate("insert into bench.shift values (?, ?)", possible);
    }

    private boolean isPossible(ClockBook book, int days) {
        var events = book.events().stream().map(event -> shifted(event, days)).toList();
        try {
            CaseClock.replay(book.rules(), events, LocalDate.now(), calendar.current());
            return true;
        } catch (ImpossibleClockEvent otherHolidays) {
            return false;
        }
    }

    private static ClockEvent shifted(ClockEvent event, int days) {
        var on = event.on().plusDays(days);
        if (event instanceof ClockEvent.SpecialProcedureStarted started) {
            return new ClockEvent.SpecialProcedureStarted(
                    on, started.procedure(), started.notice(), started.plannedDays());
        }
        if (event instanceof ClockEvent.Extended extended) {
            return new ClockEvent.Extended(on, extended.days(), extended.approvedBy(), extended.reason());
        }
        return new ClockEvent.Plain(event.type(), on);
    }
}
