const { is } = require('bpmnlint-utils');

const CAMEL = '[a-z][a-zA-Z0-9]*';
const KEBAB = '[a-z][a-z0-9]*(-[a-z0-9]+)*';
const FORMS = [
  ['bpmn:Process', new RegExp(`^(item|stage|supervision)_${KEBAB}$`), 'item_, stage_ or supervision_ and kebab-case'],
  ['bpmn:Activity', new RegExp(`^task_${CAMEL}$`), 'task_ and lowerCamelCase'],
  ['bpmn:Event', new RegExp(`^event_${CAMEL}$`), 'event_ and lowerCamelCase'],
  ['bpmn:Gateway', new RegExp(`^gateway_${CAMEL}$`), 'gateway_ and lowerCamelCase'],
  ['bpmn:SequenceFlow', new RegExp(`^flow_${CAMEL}(__${CAMEL})?$`), 'flow_ and lowerCamelCase, as flow_from__to']
];

/** Ids appear in tests, in history and in the log for years: they say what they are. */
module.exports = () => ({
  check(node, reporter) {
    const form = FORMS.find(([type]) => is(node, type));
    if (form && !form[1].test(node.id ?? '')) {
      reporter.report(node.id ?? node.$type, `The id must be ${form[2]}`);
    }
  }
});
