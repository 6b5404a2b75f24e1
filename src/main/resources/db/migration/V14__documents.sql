-- The statutory papers (文书). What a paper says is fixed in the transaction of its step; its file is made right after, from
-- nothing but this row and its template, so that it can be made again byte by byte.
create table document_template (
    hash text primary key,
    body text not null
);

create table document_number (
    stem text not null,
    year integer not null,
    last integer not null,
    primary key (stem, year)
);

create table document (
    id            bigint generated always as identity primary key,
    code          text not null unique,
    case_number   varchar(21) not null references case_file,
    kind          text not null,
    organ         text not null,
    number        text not null,
    version       smallint not null,
    replaces      bigint unique references document,
    issued_at     timestamptz not null,
    issued_by     text not null,
    letter        text,
    valid_until   date,
    facts         text not null,
    facts_hash    text not null,
    template_hash text not null references document_template,
    revoked_at    timestamptz,
    revoked_by    text,
    revoked_for   text,
    file_hash     text,
    file_size     integer,
    make_after    timestamptz not null default now(),
    tries         integer not null default 0,
    problem       text,
    unique (number, version)
);
create index on document (case_number);
create index document_to_make on document (make_after) where file_hash is null;

-- A paper is never rewritten: it is revoked, or a new version takes its place. Its file is entered once.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'an issued document is final: revoke it, or issue a new version';
end $$;

create trigger document_is_final before delete or update of id, code, case_number, kind, organ, number, version, replaces,
    issued_at, issued_by, letter, valid_until, facts, facts_hash, template_hash on document
    for each row execute function refuse_rewriting();
create trigger document_file_is_final before update of file_hash, file_size on document
    for each row when (old.file_hash is not null) execute function refuse_rewriting();
create trigger document_revocation_is_final before update of revoked_at, revoked_by, revoked_for on document
    for each row when (old.revoked_at is not null) execute function refuse_rewriting();
create trigger documents_stay before truncate on document
    for each statement execute function refuse_rewriting();
