-- Messages that were sent long ago are deleted, the oldest first.
create index message_sent on message (sent_at) where sent_at is not null;
