-- Whose a task is, the task itself says (workflow.setup.StaffGrants); the engine wrote grants for each of them (resource 7).
delete from act_ru_authorization where resource_type_ = 7;
