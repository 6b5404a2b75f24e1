const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { is } = require('bpmnlint-utils');
const { BEAN } = require('../elements');

/**
 * Tasklist checks nothing on the server, so each user task brings its form, its guard and its people. Its
 * date comes from the case's clock.
 */
module.exports = ({ forms }) => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const demand = (fulfilled, message) => fulfilled || reporter.report(node.id, message);
    const form = node.get('camunda:formRef');

    demand(form, 'A formRef is missing');
    demand(!form || existsSync(join(forms, `${form}.form`)), `There is no form ${form} in forms/tasks`);
    demand(node.get('camunda:formRefBinding') === 'deployment', 'formRefBinding must be "deployment"');
    demand(hasGuard(node), 'A complete listener whose bean ends in Guard is missing');
    demand(node.get('camunda:candidateGroups'), 'candidateGroups are missing');
  }
});

function hasGuard(task) {
  return (task.extensionElements?.values ?? []).some(listener =>
    is(listener, 'camunda:TaskListener')
      && listener.event === 'complete'
      && BEAN.test(listener.delegateExpression)
      && listener.delegateExpression.endsWith('Guard}'));
}
