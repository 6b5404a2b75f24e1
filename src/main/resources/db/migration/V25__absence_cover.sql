-- Who is away and who stands in (外出与顶岗). What was entered never changes: it is revoked, and entered anew.
create table absence (
    id         bigint generated always as identity primary key,
    person     text not null,
    from_day   date not null,
    to_day     date not null,
    items      text[] not null,
    deputy     text not null,
    any_post   boolean not null,
    reason     text not null,
    entered_by text not null,
    entered_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz,
    constraint ends_after_it_begins check (to_day >= from_day),
    constraint nobody_stands_in_for_themselves check (deputy <> person),
    constraint revoked_by_somebody check ((revoked_by is null) = (revoked_at is null))
);
comment on column absence.items is 'codes of the items that are covered; empty for all';
comment on column absence.any_post is 'the deputy was named by whoever leads the unit, and need not have the same post';
create index absence_person on absence (person, to_day);
create index absence_deputy on absence (deputy, to_day);
create index absence_to_day on absence (to_day);

create function refuse_another_absence() returns trigger language plpgsql as $$
begin
    raise exception 'absences are append-only: one is revoked once, and entered anew';
end $$;

create trigger absence_is_append_only before delete or update of id, person, from_day, to_day, items, deputy, any_post, reason,
    entered_by, entered_at on absence for each row execute function refuse_another_absence();
create trigger absence_is_revoked_once before update of revoked_by, revoked_at on absence
    for each row when (old.revoked_at is not null) execute function refuse_another_absence();
create trigger absences_stay before truncate on absence
    for each statement execute function refuse_another_absence();

-- Whom a task was given to other than by claiming it (改派、转顶岗、交还). The last word on a task says whether its assignee has it
-- as somebody's deputy.
create table task_move (
    id           bigint generated always as identity primary key,
    task         varchar(64) not null,
    name         text not null,
    case_number  varchar(21) not null references case_file,
    kind         text not null check (kind in ('REASSIGNED', 'COVERED', 'RETURNED')),
    from_account text,
    to_account   text,
    moved_by     text not null,
    absence      bigint references absence,
    reason       text,
    at           timestamptz not null,
    constraint cover_has_its_absence check ((kind = 'REASSIGNED') = (absence is null)),
    constraint reassignment_has_its_reason check ((kind = 'REASSIGNED') = (reason is not null)),
    constraint only_what_comes_back_may_be_nobodys check (to_account is not null or kind = 'RETURNED')
);
create index task_move_task on task_move (task, id);
create index task_move_case on task_move (case_number);
create index task_move_absence on task_move (absence) where absence is not null;

create function refuse_another_move() returns trigger language plpgsql as $$
begin
    raise exception 'moves of tasks are append-only: what is given back is a row of its own';
end $$;

create trigger task_move_is_append_only before update or delete or truncate on task_move
    for each statement execute function refuse_another_move();

-- A deputy's step is also that of the person who is away.
alter table case_step add column on_behalf_of text;

alter table extension_request add column on_behalf_of text;
