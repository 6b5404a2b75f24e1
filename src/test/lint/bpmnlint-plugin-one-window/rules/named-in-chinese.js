const { isAny } = require('bpmnlint-utils');

const CHINESE = /\p{Script=Han}/u;
const FOREIGN_WORD = /\p{Lowercase_Letter}{2,}/u;

/** Clerks and approvers read these names. Capitals (X射线, LED屏) are part of Chinese terms. */
module.exports = () => ({
  check(node, reporter) {
    if (!isAny(node, ['bpmn:Process', 'bpmn:FlowNode', 'bpmn:SequenceFlow', 'bpmn:Participant', 'bpmn:Lane'])) {
      return;
    }
    const name = node.name?.trim();
    if (!name && isAny(node, ['bpmn:Process', 'bpmn:Activity'])) {
      reporter.report(node.id, 'A name is missing');
    } else if (name && (!CHINESE.test(name) || FOREIGN_WORD.test(name))) {
      reporter.report(node.id, `The name "${name}" is not Chinese`);
    }
  }
});
