-- Every completion of a task looks for its subtasks, for which the engine has no index: at a million open tasks that
-- search is all that the server does. Hardly any task has a parent, so the index stays tiny.
create index ix_act_ru_task_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null;
