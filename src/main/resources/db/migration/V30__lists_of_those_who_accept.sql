-- 待受理 and 待补正 are lists of the windows: a department's people begin with 待办, which holds what they accept themselves too.
delete from act_ru_authorization a using act_ru_filter f
where a.resource_type_ = 5 and a.resource_id_ = f.id_ and f.name_ in ('待受理', '待补正')
    and a.group_id_ ~ '-(handlers|reviewers|deciders|heads)$';
