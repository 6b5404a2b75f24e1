const { is } = require('bpmnlint-utils');

/** A stage belongs to a case: nobody starts it alone from Tasklist, unless its start event asks for the case. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Process') || !/^(stage|supervision)_/.test(node.id)) {
      return;
    }
    const starts = (node.flowElements ?? []).filter(element => is(element, 'bpmn:StartEvent'));
    const asks = starts.some(start => start.get('camunda:formRef'));
    if (!asks && node.get('camunda:isStartableInTasklist')) {
      reporter.report(node.id, 'A stage without a start form must have isStartableInTasklist="false"');
    }
  }
});
