-- Why a version took the place of the one before it: on record like the reason of a revocation, and as final.
alter table document add column corrected_for text;
alter table document add check (replaces is not null or corrected_for is null);

drop trigger document_is_final on document;
create trigger document_is_final before delete or update of id, code, case_number, kind, organ, number, version, replaces,
    corrected_for, issued_at, issued_by, letter, valid_until, facts, facts_hash, template_hash on document
    for each row execute function refuse_rewriting();
