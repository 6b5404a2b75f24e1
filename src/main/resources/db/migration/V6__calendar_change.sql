-- A year of the working-day calendar as an administrator loaded it: the latest row of a year overrides the file of
-- config/calendar. The row is also the record of what the change did to the open cases, and how far it got.
create table calendar_change (
    id           bigint generated always as identity primary key,
    year         integer not null,
    notice       text not null,
    content      text not null,
    loaded_by    text not null,
    loaded_at    timestamptz not null,
    last_case    varchar(21) not null default '',
    cases_moved  integer not null default 0,
    cases_failed text[] not null default '{}',
    finished_at  timestamptz
);
create unique index one_unfinished_calendar_change on calendar_change ((true)) where finished_at is null;

create function refuse_calendar_rewrite() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'a calendar change stays on record: load a corrected year';
    end if;
    if old.finished_at is not null
            or (old.year, old.notice, old.content, old.loaded_by, old.loaded_at)
                is distinct from (new.year, new.notice, new.content, new.loaded_by, new.loaded_at) then
        raise exception 'a calendar change stays on record: load a corrected year';
    end if;
    return new;
end $$;
create trigger calendar_change_stays before update or delete on calendar_change
    for each row execute function refuse_calendar_rewrite();
create trigger calendar_change_stays_whole before truncate on calendar_change
    for each statement execute function refuse_calendar_rewrite();

-- The open cases are few among all that there ever were.
create index case_file_open on case_file (case_number) where closed_at is null;
