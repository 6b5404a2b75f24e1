-- The case file: business facts, written in the transaction of the engine's step.
create sequence case_number_sequence minvalue 1 maxvalue 999999 cycle;

create table case_file (
    case_number       varchar(21) primary key,
    item_code         text not null,
    item_name         text not null,
    item_version      text not null,
    service_window    text not null,
    channel           text not null,
    district          text not null,
    situation         jsonb not null,
    received_by       text not null,
    received_at       timestamptz not null,
    received_on       date not null,
    correction_days   integer,
    state             text not null,
    department        text,
    pickup_code       text not null,
    failed_code_tries integer not null default 0,
    competent_organ   text,
    decision          text,
    decided_on        date,
    result_name       text,
    result_number     text unique,
    result_valid_until date,
    closed_at         timestamptz
);

-- Personal data lives here and nowhere else.
create table case_party (
    case_number          varchar(21) not null references case_file,
    role                 text not null check (role in ('applicant', 'agent')),
    kind                 text not null,
    name                 text not null,
    id_number            text not null,
    legal_representative text,
    contact_name         text,
    phone                text not null,
    address              text,
    primary key (case_number, role)
);

create table case_material (
    case_number      varchar(21) not null references case_file,
    position         smallint not null,
    code             text not null,
    name             text not null,
    requirement      text not null,
    standard         text not null,
    copies           integer not null,
    original_check   boolean not null,
    copies_received  integer not null default 0,
    original_checked boolean not null default false,
    up_to_standard   boolean not null default false,
    defect           text,
    primary key (case_number, position),
    unique (case_number, code)
);

create table correction_notice (
    id           bigint generated always as identity primary key,
    case_number  varchar(21) not null references case_file,
    notified_at  timestamptz not null,
    notified_by  text not null,
    defects      jsonb not null,
    submitted_at timestamptz,
    submitted_by text
);
create index on correction_notice (case_number);

create table case_step (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    step        text not null,
    name        text not null,
    actor       text not null,
    outcome     text,
    opinion     text,
    at          timestamptz not null
);
create index on case_step (case_number);

create table on_site_check (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    inspectors  text[] not null,
    checked_on  date not null,
    conforms    boolean not null,
    findings    text not null,
    constraint at_least_two_inspectors check (cardinality(inspectors) >= 2)
);
create index on on_site_check (case_number);

create table result_number (
    stem text not null,
    year integer not null,
    last integer not null,
    primary key (stem, year)
);

create table delivery (
    case_number  varchar(21) primary key references case_file,
    manner       text not null,
    verified_by  text not null,
    recipient    text not null,
    delivered_by text not null,
    delivered_at timestamptz not null
);

create table registration_key (
    client          text not null,
    idempotency_key text not null,
    request_hash    text not null,
    case_number     varchar(21) references case_file,
    primary key (client, idempotency_key)
);
