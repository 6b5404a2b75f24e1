-- What lists of cases are found by. The applicant as staff may see it, a person's name masked; and the department that answers
-- for the item (责任部门), whose the case is until it is dispatched.
alter table case_file add column applicant text, add column item_department text;

update case_file f set applicant = case p.kind when 'person'
        then left(p.name, 1) || repeat('*', char_length(p.name) - 1) else p.name end
from case_party p where p.case_number = f.case_number and p.role = 'applicant';

update case_file f set item_department = (
    select substring(p.page from '(?n)^department:\s*"?([a-z-]+)') from published_item p
    where p.id = f.item_publication or f.item_publication is null and p.code = f.item_code order by p.id desc limit 1);

alter table case_file alter column applicant set not null, alter column item_department set not null;

-- A number begins with its day, so the latest cases of each come first in it. Whose they are stands beside, so that the cases
-- that a reader may see are found without a look at the rows of the others.
create index case_file_applicant on case_file (applicant text_pattern_ops, case_number)
    include (item_code, state, service_window, department, item_department);
create index case_file_item on case_file (item_code, case_number)
    include (state, service_window, department, item_department);
create index case_file_department on case_file (coalesce(department, item_department), case_number);
create index case_file_window on case_file (service_window, case_number);
create index case_file_state on case_file (state, case_number);

-- The lamp of each case on every day to come, as long as nothing more happens (时限前瞻), written with each entry of the ledger.
create table clock_forecast (
    case_number  varchar(21) primary key references case_clock,
    since        date not null,
    lapses_on    date,
    lamp         text,
    yellow_from  date,
    promised_due date,
    decided_on   date,
    is_over      boolean not null
);
-- The open cases are counted from these two alone, without a look at the rows.
create index clock_forecast_open on clock_forecast (case_number)
    include (since, lapses_on, lamp, yellow_from, promised_due, decided_on, is_over) where not is_over;
drop index case_file_open;
create index case_file_open on case_file (case_number) include (item_code, item_name, department, item_department)
    where closed_at is null;
create index clock_forecast_promised on clock_forecast (promised_due) include (decided_on, lamp, lapses_on);

-- Task lists and their counts ask for the tasks of a group.
create index ix_act_ru_identitylink_candidates on act_ru_identitylink (group_id_, task_id_) where type_ = 'candidate';
