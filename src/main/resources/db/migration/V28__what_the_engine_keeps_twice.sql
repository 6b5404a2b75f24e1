-- The engine has an index for everything that a task, a variable or a job can have, and writes an entry for each, also of what
-- the rows here never or seldom have (tenants, CMMN, batches, variables of tasks). Now only rows that have it are entered; a
-- foreign key or a query by a value uses such an index as before. Names stay the engine's.
drop index act_idx_task_case_def_id, act_idx_task_case_exec, act_idx_task_owner, act_idx_task_tenant_id, act_idx_task_assignee;
create index act_idx_task_case_def_id on act_ru_task (case_def_id_) where case_def_id_ is not null;
create index act_idx_task_case_exec on act_ru_task (case_execution_id_) where case_execution_id_ is not null;
create index act_idx_task_owner on act_ru_task (owner_) where owner_ is not null;
create index act_idx_task_tenant_id on act_ru_task (tenant_id_) where tenant_id_ is not null;
create index act_idx_task_assignee on act_ru_task (assignee_) where assignee_ is not null;
-- Lists are of somebody's tasks; who limits them to a time of creation or change besides is answered without an index. To sort
-- by these never used one, as every list of tasks is one without doubles.
drop index act_idx_task_create, act_idx_task_last_updated;

drop index act_idx_exec_tenant_id, act_idx_exe_super, act_idx_exe_parent;
create index act_idx_exec_tenant_id on act_ru_execution (tenant_id_) where tenant_id_ is not null;
create index act_idx_exe_super on act_ru_execution (super_exec_) where super_exec_ is not null;
create index act_idx_exe_parent on act_ru_execution (parent_id_) where parent_id_ is not null;

-- act_idx_variable_task_name_type begins with the task too, so act_idx_variable_task_id is gone.
drop index act_idx_batch_id, act_idx_var_bytearray, act_idx_var_case_exe, act_idx_var_case_inst_id, act_idx_variable_task_id,
    act_idx_variable_task_name_type, act_idx_variable_tenant_id;
create index act_idx_batch_id on act_ru_variable (batch_id_) where batch_id_ is not null;
create index act_idx_var_bytearray on act_ru_variable (bytearray_id_) where bytearray_id_ is not null;
create index act_idx_var_case_exe on act_ru_variable (case_execution_id_) where case_execution_id_ is not null;
create index act_idx_var_case_inst_id on act_ru_variable (case_inst_id_) where case_inst_id_ is not null;
create index act_idx_variable_task_name_type on act_ru_variable (task_id_, name_, type_) where task_id_ is not null;
create index act_idx_variable_tenant_id on act_ru_variable (tenant_id_) where tenant_id_ is not null;

-- The handler's type begins act_idx_job_handler too.
drop index act_idx_job_exception, act_idx_job_tenant_id, act_idx_job_handler_type;
create index act_idx_job_exception on act_ru_job (exception_stack_id_) where exception_stack_id_ is not null;
create index act_idx_job_tenant_id on act_ru_job (tenant_id_) where tenant_id_ is not null;

drop index act_idx_athrz_procedef, act_idx_ident_lnk_user;
create index act_idx_athrz_procedef on act_ru_identitylink (proc_def_id_) where proc_def_id_ is not null;
create index act_idx_ident_lnk_user on act_ru_identitylink (user_id_) where user_id_ is not null;

drop index act_idx_hi_pro_inst_tenant_id, act_idx_hi_pro_rst_pro_inst_id;
create index act_idx_hi_pro_inst_tenant_id on act_hi_procinst (tenant_id_) where tenant_id_ is not null;
create index act_idx_hi_pro_rst_pro_inst_id on act_hi_procinst (restarted_proc_inst_id_) where restarted_proc_inst_id_ is not null;

-- A handful of values: an index hardly narrows the log.
drop index act_idx_hi_op_log_entity_type, act_idx_hi_op_log_op_type;

-- Ours: few papers replace another, few entries reverse one.
alter table document drop constraint document_replaces_key;
create unique index document_replaces_key on document (replaces) where replaces is not null;
alter table clock_event drop constraint clock_event_reverses_key;
create unique index clock_event_reverses_key on clock_event (reverses) where reverses is not null;

-- Every task, variable and execution belongs to an execution, which belongs to its instance and has its model: what follows from
-- that is not proved again, with a lock on the instance's row and the model's, for each row that comes or goes.
alter table act_ru_execution drop constraint act_fk_exe_procinst;
alter table act_ru_task drop constraint act_fk_task_procinst, drop constraint act_fk_task_procdef;
alter table act_ru_variable drop constraint act_fk_var_procinst;
alter table act_ru_incident drop constraint act_fk_inc_procinst;
