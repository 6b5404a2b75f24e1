-- What the clock needs beyond the plain way of a case: special procedures, extensions, corrections of the ledger itself,
-- items that count otherwise or have no statutory limit, and the alarms that went off.
alter table case_clock alter column statutory_days drop not null;
alter table case_clock add column unit text not null default 'workingDays';
alter table case_clock alter column unit drop default;
alter table case_clock add column correction_days integer;

-- The applicant's time for a correction is a rule of the clock: it moves from the case file to where it is counted.
alter table case_clock disable trigger case_clock_is_append_only;
update case_clock c set correction_days = f.correction_days from case_file f where f.case_number = c.case_number;
alter table case_clock enable trigger case_clock_is_append_only;
alter table case_file drop column correction_days;

alter table clock_event
    add column days integer,
    add column procedure text,
    add column notice text,
    add column approved_by text,
    add column reason text,
    add column reverses bigint unique references clock_event,
    add column reversal_reason text,
    add constraint reversal_gives_a_reason check ((reverses is null) = (reversal_reason is null));

-- One alarm for each deadline that a case had: a deadline that moved may be neared or missed again.
create table clock_alarm (
    case_number varchar(21) not null references case_clock,
    alarm       text not null,
    due_on      date not null,
    raised_at   timestamptz not null,
    primary key (case_number, alarm, due_on)
);
create trigger clock_alarm_is_append_only before update or delete or truncate on clock_alarm
    for each statement execute function refuse_change();

-- An extension (延期) waits here for the organ's head; what was approved stands in the ledger.
create table extension_request (
    id           bigint generated always as identity primary key,
    case_number  varchar(21) not null references case_clock,
    days         integer not null check (days > 0),
    reason       text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    approved     boolean
);
create unique index one_open_extension_request on extension_request (case_number) where decided_at is null;
