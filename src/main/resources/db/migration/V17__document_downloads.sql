-- Who took a paper's PDF away (下载记录). For an electronic delivery it is the confirmation.
create table document_download (
    id       bigint generated always as identity primary key,
    document bigint not null references document,
    account  text, -- nobody's: the applicant, by pick-up code
    at       timestamptz not null
);
create index on document_download (document);

create function refuse_download_rewrite() returns trigger language plpgsql as $$
begin
    raise exception 'who took a document away stays on record';
end $$;
create trigger document_download_stays before update or delete or truncate on document_download
    for each statement execute function refuse_download_rewrite();
