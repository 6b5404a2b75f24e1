const { is } = require('bpmnlint-utils');

const WATCH = 'event_deadlineNears';

/** Every item has the event sub-process 时限监督, whose one timer the case's clock winds up. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && node.id?.startsWith('item_') && !(node.flowElements ?? []).some(watches)) {
      reporter.report(node.id, `The event sub-process 时限监督 with the timer ${WATCH} is missing`);
    }
  }
});

function watches(element) {
  const inside = element.flowElements ?? [];
  return element.triggeredByEvent
    && inside.some(start => start.id === WATCH && start.isInterrupting === false && isWound(start))
    && inside.some(task => task.get('camunda:delegateExpression') === '${watchDeadlines}');
}

function isWound(start) {
  return (start.eventDefinitions ?? []).some(timer => timer.timeDate?.body === '${caseDates.nextAlarm(execution)}');
}
