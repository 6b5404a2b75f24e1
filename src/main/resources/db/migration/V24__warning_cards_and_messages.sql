-- Warning cards (警示牌): a promise that nears is a yellow card, one that was broken a red one, a broken statutory period a card of
-- its own. Each period of a case brings each level once, whichever node sees it first; what a card says never changes.
create table warning_card (
    id          bigint generated always as identity primary key,
    case_number varchar(21) not null references case_file,
    level       text not null check (level in ('YELLOW', 'RED', 'STATUTORY')),
    due_on      date not null,
    turned_on   date not null,
    department  text not null,
    item_code   text not null,
    item_name   text not null,
    holders     text[] not null,
    grounds     text not null,
    measure     text unique,
    raised_at   timestamptz not null,
    answer_due  date,
    state       text not null default 'OPEN'
        check (state in ('OPEN', 'ACKNOWLEDGED', 'EXPLAINED', 'SENT_BACK', 'ACCEPTED')),
    waits       boolean generated always as
        (state in ('OPEN', 'SENT_BACK') or state = 'ACKNOWLEDGED' and level <> 'YELLOW') stored,
    unique (case_number, level, due_on),
    constraint statutory_is_answered_in_time check ((answer_due is not null) = (level = 'STATUTORY'))
);
create index warning_card_department on warning_card (department, id);
-- What waits for a department: counted each time that its head looks at Tasklist.
create index warning_card_waiting on warning_card (department) include (level, answer_due) where waits;
create index warning_card_to_be_judged on warning_card (id) where state = 'EXPLAINED';
create index warning_card_raised on warning_card (raised_at) include (level);

-- What was done about a card (签收、说明、认可、退回). Its last word is the card's state.
create table warning_card_event (
    id       bigint generated always as identity primary key,
    card     bigint not null references warning_card,
    state    text not null check (state in ('ACKNOWLEDGED', 'EXPLAINED', 'SENT_BACK', 'ACCEPTED')),
    handling text check (handling in ('URGED', 'JUSTIFIED')),
    text     text,
    actor    text not null,
    at       timestamptz not null,
    constraint words_where_words_are_due check (
        (handling is null or state = 'EXPLAINED') and (text is not null) = (state in ('EXPLAINED', 'SENT_BACK')))
);
create index on warning_card_event (card, id);

create function refuse_another_card() returns trigger language plpgsql as $$
begin
    raise exception 'warning cards are append-only: what is done about one is a row of its own';
end $$;

create trigger warning_card_is_append_only before delete or update of id, case_number, level, due_on, turned_on, department,
    item_code, item_name, holders, grounds, measure, raised_at, answer_due on warning_card
    for each row execute function refuse_another_card();
create trigger warning_cards_stay before truncate on warning_card
    for each statement execute function refuse_another_card();
create trigger warning_card_event_is_append_only before update or delete or truncate on warning_card_event
    for each statement execute function refuse_another_card();

-- The bureau's digest (每日简报), once a working day.
create table daily_digest (
    day     date primary key,
    made_at timestamptz not null
);

-- The outbox (发件箱): written with the step, sent afterwards, one row for each way out.
create table message (
    id             bigint generated always as identity primary key,
    key            uuid not null unique default gen_random_uuid(),
    channel        text not null,
    kind           text not null,
    addressee_type text not null,
    addressee      text not null,
    subject        text not null,
    body           text not null,
    html           text not null,
    created_at     timestamptz not null,
    waits_since    timestamptz not null,
    next_try       timestamptz not null,
    tries          integer not null default 0,
    problem        text,
    sent_at        timestamptz,
    given_up_at    timestamptz
);
create index message_to_send on message (next_try, id) where sent_at is null and given_up_at is null;
create index message_given_up on message (id) where given_up_at is not null;
