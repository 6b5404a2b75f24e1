import { model, rule, way } from '../inline.js';

const NODES = `
  <bpmn:startEvent id="start" />
  <bpmn:callActivity id="frontDesk" calledElement="stage_front-desk-acceptance" />
  <bpmn:exclusiveGateway id="accepted" />
  <bpmn:endEvent id="notAccepted" />
  <bpmn:businessRuleTask id="dispatch" camunda:delegateExpression="\${dispatchCase}" />
  <bpmn:userTask id="handle" camunda:formRef="handle" />
  <bpmn:callActivity id="issuance" calledElement="stage_unified-issuance" />
  <bpmn:endEvent id="closed" />`;
const MAIN_WAY = way('start', 'frontDesk', 'accepted', 'dispatch', 'handle', 'issuance', 'closed');

rule('one-window/four-stages-in-order', ({ accepts, refuses }) => {
  accepts('the four stages in order', model(NODES + MAIN_WAY));

  accepts('an end after a front desk that did not accept', model(NODES + MAIN_WAY + way('accepted', 'notAccepted')));

  accepts('a stage process, which has no stages', model('<bpmn:startEvent id="start" />', 'id="stage_sample"'));

  accepts('going back to dispatch', model(`${NODES}${MAIN_WAY}
    <bpmn:exclusiveGateway id="outcome" />${way('handle', 'outcome', 'dispatch')}`));

  accepts('back-office tasks in a sub-process with a warning and a withdrawal', model(`${NODES}
    <bpmn:subProcess id="backOffice">
      <bpmn:startEvent id="handedOver" />
      <bpmn:userTask id="review" />
      <bpmn:endEvent id="reviewed" />
      <bpmn:boundaryEvent id="reminder" attachedToRef="review" cancelActivity="false" />
      <bpmn:endEvent id="reminded" />
      ${way('handedOver', 'review', 'reviewed')}${way('reminder', 'reminded')}
    </bpmn:subProcess>
    <bpmn:boundaryEvent id="warningDue" attachedToRef="backOffice" cancelActivity="false" />
    <bpmn:boundaryEvent id="withdrawal" attachedToRef="backOffice" />
    <bpmn:endEvent id="warned" />
    <bpmn:endEvent id="withdrawn" />
    ${way('start', 'frontDesk', 'dispatch', 'backOffice', 'issuance', 'closed')}
    ${way('warningDue', 'warned')}${way('withdrawal', 'withdrawn')}`));

  accepts('a branch beside the back office that joins it', model(`${NODES}
    <bpmn:parallelGateway id="fork" /><bpmn:serviceTask id="notify" /><bpmn:parallelGateway id="join" />
    ${way('start', 'frontDesk', 'dispatch', 'fork', 'handle', 'join', 'issuance', 'closed')}
    ${way('fork', 'notify', 'join')}`));

  refuses('an item without the front desk', model(NODES + way('start', 'dispatch', 'handle', 'issuance', 'closed')),
    'dispatch: 按责分办 is reached without 前台受理');

  refuses('an item without dispatch', model(NODES + way('start', 'frontDesk', 'handle', 'issuance', 'closed')),
    'handle: 后台审批 is reached without 按责分办');

  refuses('dispatch before the front desk', model(NODES + way('start', 'dispatch', 'frontDesk', 'handle', 'issuance')),
    'dispatch: 按责分办 is reached without 前台受理');

  refuses('one path past the back office', model(NODES + MAIN_WAY + way('dispatch', 'issuance')),
    'issuance: 统一出件 is reached without 后台审批');

  refuses('a dispatcher\'s task in place of the back office', model(`${NODES}
    <bpmn:userTask id="dispatchByHand" camunda:formRef="dispatch" />
    ${way('start', 'frontDesk', 'dispatch', 'dispatchByHand', 'issuance', 'closed')}`),
    'issuance: 统一出件 is reached without 后台审批');

  refuses('a sub-process without a user task as the back office', model(`${NODES}
    <bpmn:subProcess id="backOffice"><bpmn:startEvent id="handedOver" /></bpmn:subProcess>
    ${way('start', 'frontDesk', 'dispatch', 'backOffice', 'issuance', 'closed')}`),
    'issuance: 统一出件 is reached without 后台审批');

  refuses('an overrun that carries an undecided case to issuance', model(`${NODES}${MAIN_WAY}
    <bpmn:boundaryEvent id="overrun" attachedToRef="handle" />${way('overrun', 'issuance')}`),
    'issuance: 统一出件 is reached without 后台审批');

  refuses('a decided case that is never issued', model(`${NODES}${MAIN_WAY}
    <bpmn:endEvent id="denied" />${way('handle', 'denied')}`),
    'denied: The path ends after 后台审批, without 统一出件');

  refuses('back-office work after issuance', model(`${NODES}${MAIN_WAY}
    <bpmn:userTask id="archive" />${way('issuance', 'archive')}`),
    'archive: 后台审批 comes after 统一出件');

  refuses('an item that never gets past the front desk', model(NODES + way('start', 'frontDesk', 'notAccepted')),
    'item_sample: No path leads to 统一出件');
});
