-- From the department to the issuing zone (证件交接): each paper that came in, was found missing or was handed over later. The
-- last word on a paper counts.
create table result_handover (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    title       text not null,
    number      text not null,
    department  text not null,
    state       text not null check (state in ('received', 'missing', 'handed-over')),
    actor       text not null,
    at          timestamptz not null
);
create index on result_handover (case_number);

create function refuse_another_past() returns trigger language plpgsql as $$
begin
    raise exception 'hand-overs are append-only: what was found later is a row of its own';
end $$;

create trigger result_handover_is_append_only before update or delete or truncate on result_handover
    for each statement execute function refuse_another_past();
