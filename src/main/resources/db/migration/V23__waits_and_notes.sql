-- Where cases wait (等待): one row for each task that ended and for each case that was decided, written in its transaction. The
-- rows are counted together from time to time, so that a page asks some hundred rows whatever there was in the years.
create table step_wait (
    definition text not null,
    activity   text not null,
    month      date not null,
    days       integer not null check (days >= 0),
    broken     boolean not null
);
create index step_wait_definition on step_wait (definition);

create table step_wait_count (
    definition text not null,
    activity   text not null,
    month      date not null,
    days       integer not null,
    waits      bigint not null,
    broken     bigint not null,
    primary key (definition, activity, month, days)
);

-- What ended before is counted beside the hall's work: the steps up to this one, case after case.
create table step_wait_completion (
    last_case text not null,
    last_step bigint not null
);
insert into step_wait_completion select '', coalesce(max(id), 0) from case_step;

-- What supervisors and heads say to a case (批注) and to those who have it in hand (催办): nothing is changed or removed.
create table case_remark (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    text        text not null,
    author      text not null,
    at          timestamptz not null
);
create index on case_remark (case_number);

create table case_reminder (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    task        text not null,
    step        text not null,
    person      text,
    groups      text[] not null,
    text        text not null,
    author      text not null,
    at          timestamptz not null,
    on_day      date not null,
    unique (task, on_day)
);
create index on case_reminder (case_number);

create function refuse_unsaying() returns trigger language plpgsql as $$
begin
    raise exception 'what was said to a case stays on record: say what is right in a note of its own';
end $$;
create trigger case_remark_is_append_only before update or delete or truncate on case_remark
    for each statement execute function refuse_unsaying();
create trigger case_reminder_is_append_only before update or delete or truncate on case_reminder
    for each statement execute function refuse_unsaying();
