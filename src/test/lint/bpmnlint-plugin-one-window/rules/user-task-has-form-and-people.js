const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { is } = require('bpmnlint-utils');

/**
 * Each user task brings its form and its people. The form brings the guard that checks its completion, the case's
 * clock its date.
 */
module.exports = ({ forms }) => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const demand = (fulfilled, message) => fulfilled || reporter.report(node.id, message);
    const form = node.get('camunda:formRef');
    const file = join(forms, `${form}.form`);

    demand(form, 'A formRef is missing');
    demand(!form || existsSync(file), `There is no form ${form} in forms/tasks`);
    demand(!existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).guard, `The form ${form} is not for tasks: it names no guard`);
    demand(node.get('camunda:formRefBinding') === 'deployment', 'formRefBinding must be "deployment"');
    demand(node.get('camunda:candidateGroups'), 'candidateGroups are missing');
    demand(!hasListener(node), 'A task listener is not allowed: the form names the guard');
  }
});

function hasListener(task) {
  return (task.extensionElements?.values ?? []).some(extension => is(extension, 'camunda:TaskListener'));
}
