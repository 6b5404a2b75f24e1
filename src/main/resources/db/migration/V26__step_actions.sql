-- What is done to a case beside its way (环节操作). All of it is on record for good: what comes of something is a row of its own.

-- 撤件: the applicant's signed paper is an attachment of the case.
create table withdrawal (
    case_number varchar(21) primary key references case_file,
    attachment  bigint not null references attachment,
    reason      text not null,
    actor       text not null,
    at          timestamptz not null
);

-- 退回综窗: what the back office found to be an error of the acceptance. Whose error it is said to be stands beside.
create table acceptance_return (
    id             bigint generated always as identity primary key,
    case_number    varchar(21) not null references case_file,
    error          text not null,
    reason         text not null,
    service_window text not null,
    accepted_by    text, -- nobody, where the law did (视为受理)
    department     text not null,
    actor          text not null,
    at             timestamptz not null
);
create index on acceptance_return (case_number);

create table acceptance_return_answer (
    acceptance_return bigint primary key references acceptance_return,
    outcome           text not null check (outcome in ('corrected', 'unresolved', 'upheld', 'withdrawn')),
    explanation       text not null,
    actor             text not null,
    at                timestamptz not null
);

-- 会办: what another department is asked, and its opinion.
create table consultation (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    department  text not null,
    question    text not null,
    due_on      date not null,
    asked_by    text not null,
    asked_at    timestamptz not null
);
create index on consultation (case_number);

create table consultation_answer (
    consultation bigint primary key references consultation,
    outcome      text not null check (outcome in ('agree', 'agree-with-conditions', 'disagree', 'cancelled', 'withdrawn')),
    opinion      text not null,
    actor        text not null,
    at           timestamptz not null
);

create function refuse_other_step_action() returns trigger language plpgsql as $$
begin
    raise exception 'step actions are append-only: what comes of one is a row of its own';
end $$;

create trigger withdrawal_is_append_only before update or delete or truncate on withdrawal
    for each statement execute function refuse_other_step_action();
create trigger acceptance_return_is_append_only before update or delete or truncate on acceptance_return
    for each statement execute function refuse_other_step_action();
create trigger acceptance_return_answer_is_append_only before update or delete or truncate on acceptance_return_answer
    for each statement execute function refuse_other_step_action();
create trigger consultation_is_append_only before update or delete or truncate on consultation
    for each statement execute function refuse_other_step_action();
create trigger consultation_answer_is_append_only before update or delete or truncate on consultation_answer
    for each statement execute function refuse_other_step_action();

-- Whether a finished case had been sent back to its window (受理准确率). None was before there were returns.
alter table finished_case add column sent_back boolean not null default false;
alter table finished_tally add column sent_back boolean not null default false;
drop index finished_case_day;
create index finished_case_day on finished_case (finished_on, case_number)
    include (item_code, department, service_window, outcome, corrected, sent_back, on_time, working_days);
drop index finished_tally_day;
create index finished_tally_day on finished_tally (day)
    include (item_code, department, service_window, outcome, corrected, sent_back, on_time, working_days, cases);
