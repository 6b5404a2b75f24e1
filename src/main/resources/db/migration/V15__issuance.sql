-- How a result is delivered: a parcel's address is personal data, and stands here and nowhere else.
alter table delivery add column phone text, add column address text, add column carrier text,
    add column tracking_number text,
    add constraint a_parcel_has_an_address check ((manner = 'post') = (num_nonnulls(phone, address, carrier, tracking_number) = 4)
        and (manner = 'post' or num_nonnulls(phone, address, carrier, tracking_number) = 0));

-- Which other results of an applicant are ready.
create index case_party_applicant on case_party (id_number) where role = 'applicant';

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

-- Where each original is that an applicant handed in (材料原件的去向): the last word counts here, too.
create table material_custody (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    material    text not null,
    copies      integer not null,
    whereabouts text not null check (whereabouts in ('window', 'department', 'applicant', 'file')),
    actor       text not null,
    at          timestamptz not null
);
create index on material_custody (case_number);

create trigger material_custody_is_append_only before update or delete or truncate on material_custody
    for each statement execute function refuse_another_past();
