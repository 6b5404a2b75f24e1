-- Files that belong to cases (附件). Their contents are in the file store, by hash; a removed one keeps its row.
create table attachment (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    material    text, -- of the case's list; without one, of the case as a whole
    name        text not null,
    type        text not null,
    size        bigint not null,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_by    text, -- nobody's account: the applicant, by pick-up code
    added_at    timestamptz not null,
    removed_by  text,
    removed_at  timestamptz,
    foreign key (case_number, material) references case_material (case_number, code),
    check ((removed_by is null) = (removed_at is null))
);
create index attachment_case on attachment (case_number);
create index attachment_sha256 on attachment (sha256);
-- The same file twice in one place is one attachment.
create unique index attachment_once on attachment (case_number, coalesce(material, ''), sha256) where removed_at is null;

-- Who looked at a file or took it away.
create table attachment_access (
    id          bigint generated always as identity primary key,
    attachment  bigint not null references attachment,
    case_number varchar(21) not null references case_file,
    way         text not null check (way in ('view', 'download')),
    account     text not null,
    at          timestamptz not null
);
create index attachment_access_case on attachment_access (case_number);

create function refuse_attachment_rewrite() returns trigger language plpgsql as $$
begin
    raise exception 'what happened to an attachment stays on record';
end $$;
create trigger attachment_access_stays before update or delete or truncate on attachment_access
    for each statement execute function refuse_attachment_rewrite();
create trigger attachment_stays before delete or truncate on attachment
    for each statement execute function refuse_attachment_rewrite();
