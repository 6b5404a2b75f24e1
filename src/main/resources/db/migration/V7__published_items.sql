-- Every version of every item that was ever published (事项版本). A case keeps the one under which it was received.
create table published_item (
    id           bigint generated always as identity primary key,
    code         text not null,
    folder       text not null,
    digest       text not null,
    page         text not null,
    situation    text not null,
    materials    text not null,
    process      text not null,
    published_by text not null,
    published_at timestamptz not null
);
create index published_item_versions on published_item (code, id desc);

create function refuse_item_rewrite() returns trigger language plpgsql as $$
begin
    raise exception 'a published item stays on record: publish a new version';
end $$;
create trigger published_item_stays before update or delete on published_item
    for each row execute function refuse_item_rewrite();
create trigger published_item_stays_whole before truncate on published_item
    for each statement execute function refuse_item_rewrite();

-- The engine's deployments of a version, and the forms that they hold.
create table item_deployment (
    deployment_id varchar(64) primary key,
    publication   bigint not null references published_item,
    forms         text[] not null,
    forms_digest  text not null
);
create index item_deployment_publication on item_deployment (publication);

-- Empty for cases from before items were published: they go by the version in force.
alter table case_file add column item_publication bigint references published_item;
