-- The engine refuses to start on a database with another history level than its own: from full to case-file, for good.
update act_ge_property set value_ = '10' where name_ = 'historyLevel';
