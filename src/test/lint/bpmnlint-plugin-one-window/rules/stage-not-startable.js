const { is } = require('bpmnlint-utils');

/** A stage belongs to a case: nobody starts it alone from Tasklist. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && node.id?.startsWith('stage_') && node.get('camunda:isStartableInTasklist')) {
      reporter.report(node.id, 'A stage must have isStartableInTasklist="false"');
    }
  }
});
