-- The blank forms and samples (空白表格、示例样表) that a version's page names.
create table published_item_document (
    publication bigint not null references published_item,
    name        text not null,
    content     bytea not null,
    primary key (publication, name)
);
create trigger published_item_document_stays before update or delete on published_item_document
    for each row execute function refuse_item_rewrite();
create trigger published_item_document_stays_whole before truncate on published_item_document
    for each statement execute function refuse_item_rewrite();
