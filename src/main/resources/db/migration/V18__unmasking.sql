-- Who looked at an applicant's full name and numbers (查看个人信息), and what for.
create table unmasking (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    account     text not null,
    reason      text not null,
    at          timestamptz not null
);
create index on unmasking (case_number);

create function refuse_unmasking_rewrite() returns trigger language plpgsql as $$
begin
    raise exception 'who looked at personal data stays on record';
end $$;
create trigger unmasking_stays before update or delete or truncate on unmasking
    for each statement execute function refuse_unmasking_rewrite();
