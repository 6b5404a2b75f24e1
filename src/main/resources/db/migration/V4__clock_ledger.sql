-- The clock ledger (时限账本): nothing is ever changed or removed.
create table case_clock (
    case_number    varchar(21) primary key references case_file,
    statutory_days integer not null,
    promised_days  integer not null,
    clock_start    text not null,
    extension_days integer not null
);

create table clock_event (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_clock,
    type        text not null,
    on_date     date not null,
    recorded_at timestamptz not null default now(),
    recorded_by text not null
);
create index on clock_event (case_number, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the clock ledger is append-only: correct a mistake by a reversing entry';
end $$;

create trigger clock_event_is_append_only before update or delete or truncate on clock_event
    for each statement execute function refuse_change();
create trigger case_clock_is_append_only before update or delete or truncate on case_clock
    for each statement execute function refuse_change();
