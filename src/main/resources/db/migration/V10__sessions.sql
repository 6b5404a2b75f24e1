-- Who is logged in, on whichever node (会话): whoever logged in on one that is lost goes on at another. The tables are
-- those of Spring Session. Unlogged: a session is not worth a write to the log at every click, nor a place in a backup;
-- after a crash of the database itself everybody logs in again. No index on the expiry, which every click moves: with one,
-- each of these updates would write to all indexes, and the clean-up reads a few hundred rows without it.
create unlogged table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);

create unlogged table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
