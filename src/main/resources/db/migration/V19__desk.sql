-- What was typed into a task's form and not yet submitted (草稿).
create table task_draft (
    task     varchar(64) not null,
    account  text not null,
    content  jsonb not null,
    saved_at timestamptz not null,
    primary key (task, account)
);

-- Who has a task open. Worth nothing after a minute, so nothing is lost with it.
create unlogged table task_presence (
    task    varchar(64) not null,
    account text not null,
    seen_at timestamptz not null,
    primary key (task, account)
);

-- Phrases for opinions (常用语), of a person or of a department or window.
create table phrase (
    id    bigint generated always as identity primary key,
    owner text not null,
    text  text not null,
    unique (owner, text)
);
