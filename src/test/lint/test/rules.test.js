import { model, rule, way } from '../inline.js';

const listener = (kind, content) =>
  `<bpmn:extensionElements><camunda:${kind} event="complete" ${content} /></bpmn:extensionElements>`;

rule('one-window/delegate-expressions-only', ({ accepts, refuses }) => {
  const task = (attributes, content = '') => model(`<bpmn:serviceTask id="task" ${attributes}>${content}</bpmn:serviceTask>`);
  const bean = 'camunda:delegateExpression="${acceptCase}"';

  accepts('the name of a bean', task(bean));
  accepts('a listener that names a bean', task(bean, listener('executionListener', 'delegateExpression="${tell}"')));

  refuses('a class', task('camunda:class="org.Accept"'),
    'task: camunda:class is not allowed, use a delegateExpression', 'task: A delegateExpression is missing');
  refuses('a class beside the bean', task(`${bean} camunda:class="org.Accept"`),
    'task: camunda:class is not allowed, use a delegateExpression');
  refuses('an expression beside the bean', task(`${bean} camunda:expression="\${a.b()}"`),
    'task: camunda:expression is not allowed, use a delegateExpression');
  refuses('a call in place of a bean', task('camunda:delegateExpression="${beans.find(execution)}"'),
    'task: delegateExpression "${beans.find(execution)}" is not the name of a bean');
  refuses('a business rule task that calls a table itself',
    model('<bpmn:businessRuleTask id="task" camunda:decisionRef="routing" />'),
    'task: A delegateExpression is missing');
  refuses('a listener with a class', task(bean, listener('executionListener', 'class="org.Tell"')),
    'task: camunda:class is not allowed, use a delegateExpression');
  refuses('a listener with an expression',
    model(`<bpmn:userTask id="task">${listener('taskListener', 'expression="${a.b()}"')}</bpmn:userTask>`),
    'task: camunda:expression is not allowed, use a delegateExpression');
  refuses('a script task', model('<bpmn:scriptTask id="task" scriptFormat="groovy" />'),
    'task: Scripts are not allowed, use a delegate');
  refuses('a script in a listener', task(bean, `<bpmn:extensionElements>
      <camunda:executionListener event="end"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:executionListener>
    </bpmn:extensionElements>`),
    'task: Scripts are not allowed, use a delegate');
  refuses('a script in an input parameter', task(bean, `<bpmn:extensionElements><camunda:inputOutput>
      <camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter>
    </camunda:inputOutput></bpmn:extensionElements>`),
    'task: Scripts are not allowed, use a delegate');
  refuses('a script as condition', model(`<bpmn:startEvent id="a" /><bpmn:endEvent id="b" />
    <bpmn:sequenceFlow id="flow" sourceRef="a" targetRef="b" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="groovy">true</bpmn:conditionExpression>
    </bpmn:sequenceFlow>`),
    'flow: Scripts are not allowed, use a delegate');
});

rule('one-window/speaking-ids', ({ accepts, refuses }) => {
  accepts('ids that say what they are', model(`
    <bpmn:startEvent id="event_received" /><bpmn:task id="task_verifyMaterials" /><bpmn:exclusiveGateway id="gateway_outcome" />
    <bpmn:sequenceFlow id="flow_received__verifyMaterials" sourceRef="event_received" targetRef="task_verifyMaterials" />`,
    'id="item_public-health-permit"'));

  refuses('generated ids', model(`
    <bpmn:startEvent id="Event_1x2y3z4" /><bpmn:task id="Activity_0abc123" /><bpmn:exclusiveGateway id="Gateway_0abc123" />
    <bpmn:sequenceFlow id="Flow_0abc123" sourceRef="Event_1x2y3z4" targetRef="Activity_0abc123" />`, 'id="Process_0abc123"'),
    'Process_0abc123: The id must be item_, stage_ or supervision_ and kebab-case',
    'Event_1x2y3z4: The id must be event_ and lowerCamelCase',
    'Activity_0abc123: The id must be task_ and lowerCamelCase',
    'Gateway_0abc123: The id must be gateway_ and lowerCamelCase',
    'Flow_0abc123: The id must be flow_ and lowerCamelCase, as flow_from__to');
  refuses('a generated end behind the right beginning', model('<bpmn:task id="task_0abc123" />'),
    'task_0abc123: The id must be task_ and lowerCamelCase');
  refuses('a process id in camel case', model('', 'id="item_publicHealth"'),
    'item_publicHealth: The id must be item_, stage_ or supervision_ and kebab-case');
});

rule('one-window/user-task-has-form-and-people', ({ accepts, refuses }) => {
  const form = 'camunda:formRef="handle" camunda:formRefBinding="deployment"';
  const people = 'camunda:candidateGroups="handlers"';
  const task = (attributes, content = '') => model(`<bpmn:userTask id="task" ${attributes}>${content}</bpmn:userTask>`);

  accepts('form and people', task(`${form} ${people}`));

  refuses('a task without a form', task(`camunda:formRefBinding="deployment" ${people}`),
    'task: A formRef is missing');
  refuses('a form that does not exist', task(`${form.replace('handle', 'nowhere')} ${people}`),
    'task: There is no form nowhere in forms/tasks');
  refuses('a form that starts something and has no guard', task(`${form.replace('handle', 'extension')} ${people}`),
    'task: The form extension is not for tasks: it names no guard');
  refuses('the latest form', task(`${form.replace('deployment', 'latest')} ${people}`),
    'task: formRefBinding must be "deployment"');
  refuses('a task without candidate groups', task(`${form}`), 'task: candidateGroups are missing');
  refuses('a task with a listener', task(`${form} ${people}`, listener('taskListener', 'delegateExpression="${opinionGuard}"')),
    'task: A task listener is not allowed: the form names the guard');
}, { forms: `${import.meta.dirname}/forms` });

rule('one-window/stage-not-startable', ({ accepts, refuses }) => {
  accepts('a stage that only items call', model('', 'id="stage_sample" camunda:isStartableInTasklist="false"'));
  accepts('a stage whose start form asks for the case',
    model('<bpmn:startEvent id="start" camunda:formRef="extension" />', 'id="stage_sample"'));
  accepts('an item that a clerk starts', model('', 'id="item_sample"'));

  refuses('a stage that Tasklist would start', model('', 'id="stage_sample"'),
    'stage_sample: A stage without a start form must have isStartableInTasklist="false"');
});

rule('one-window/item-watches-deadlines', ({ accepts, refuses }) => {
  const missing = 'item_sample: The event sub-process 时限监督 with the timer event_deadlineNears is missing';
  const item = content => model(content, 'id="item_sample"');
  const watch = ({ id = 'event_deadlineNears', interrupting = false, next = 'nextAlarm', does = 'watchDeadlines' } = {}) => item(`
    <bpmn:subProcess id="task_watch" triggeredByEvent="true">
      <bpmn:startEvent id="${id}" isInterrupting="${interrupting}"><bpmn:timerEventDefinition>
        <bpmn:timeDate>\${caseDates.${next}(execution)}</bpmn:timeDate>
      </bpmn:timerEventDefinition></bpmn:startEvent>
      <bpmn:serviceTask id="task_do" camunda:delegateExpression="\${${does}}" />
    </bpmn:subProcess>`);

  accepts('an item that watches its deadlines', watch());
  accepts('a stage, which an item watches', model('', 'id="stage_sample"'));

  refuses('an item without', item(''), missing);
  refuses('a timer of another name, which the clock would not find', watch({ id: 'event_timer' }), missing);
  refuses('a timer that ends the case', watch({ interrupting: true }), missing);
  refuses('a timer of its own', watch({ next: 'soon' }), missing);
  refuses('a timer that does something else', watch({ does: 'closeCase' }), missing);
});

rule('one-window/named-in-chinese', ({ accepts, refuses }) => {
  accepts('Chinese names, and events and gateways without one', model(`
    <bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="gateway" /><bpmn:userTask id="task" name="核验材料（A类、LED屏）" />`));

  refuses('an English word', model('<bpmn:userTask id="task" name="Review 审核" />'),
    'task: The name "Review 审核" is not Chinese');
  refuses('an English label on a flow', model(`<bpmn:startEvent id="a" /><bpmn:endEvent id="b" name="ok" />
    ${way('a', 'b').replace('/>', 'name="yes" />')}`),
    'b: The name "ok" is not Chinese', 'flow_a__b: The name "yes" is not Chinese');
  refuses('a task without a name', model('<bpmn:serviceTask id="task" />'), 'task: A name is missing');
  refuses('a process without a name', model('', 'id="item_sample"'), 'item_sample: A name is missing');
});
