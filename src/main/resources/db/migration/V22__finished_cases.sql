-- What supervision counts of finished cases (办结件): one row each, written in the transaction of the step that finishes it. Cases
-- from before this table get theirs in the background, because working days are counted by the calendar, not by the database.
create table finished_case (
    case_number    varchar(21) primary key references case_file,
    finished_on    date not null,
    item_code      text not null,
    department     text not null,
    service_window text not null,
    outcome        text not null,
    corrected      boolean not null,
    on_time        boolean,
    working_days   integer,
    constraint decided_or_not check ((outcome in ('GRANTED', 'DENIED')) = (on_time is not null)
        and (on_time is null) = (working_days is null))
);
create index finished_case_day on finished_case (finished_on, case_number)
    include (item_code, department, service_window, outcome, corrected, on_time, working_days);

-- The same of past days, counted together: every night, in one go, so that no step ever waits for another's count. What is
-- finished after the last of these days is counted from the cases themselves.
create table finished_tally (
    day            date not null,
    item_code      text not null,
    department     text not null,
    service_window text not null,
    outcome        text not null,
    corrected      boolean not null,
    on_time        boolean,
    working_days   integer,
    cases          integer not null
);
create index finished_tally_day on finished_tally (day)
    include (item_code, department, service_window, outcome, corrected, on_time, working_days, cases);

create table finished_tallied (
    one     boolean primary key default true check (one),
    through date not null
);
insert into finished_tallied (through) values ('2000-01-01');

-- Open cases are counted by window too, and listed by what runs out first. What was due is counted from finished cases now.
drop index case_file_open;
create index case_file_open on case_file (case_number)
    include (item_code, service_window, department, item_department) where closed_at is null;
drop index clock_forecast_promised;
create index clock_forecast_due on clock_forecast (coalesce(promised_due, 'infinity'), case_number)
    include (since, lapses_on, lamp, yellow_from, promised_due) where not is_over;

-- Receipts by week, and the list behind them.
create index case_file_received on case_file (received_on, case_number)
    include (item_code, service_window, department, item_department);
