const { is, isAny } = require('bpmnlint-utils');
const { ownerOf, BEAN } = require('../elements');

const REFUSED = ['camunda:class', 'camunda:expression', 'camunda:variableMappingClass'];

/** Code is reached by the name of a bean only: nothing that a model could smuggle in, nothing untyped. */
module.exports = () => ({
  check(node, reporter) {
    const report = message => reporter.report(ownerOf(node).id, message);

    if (isAny(node, ['bpmn:ScriptTask', 'camunda:Script']) || (is(node, 'bpmn:FormalExpression') && node.language)) {
      report('Scripts are not allowed, use a delegate');
      return;
    }
    if (is(node, 'camunda:Connector')) {
      report('Connectors are not allowed, use a delegate');
    }
    if (!is(node, 'camunda:Field')) {
      REFUSED.filter(name => node.get(name)).forEach(name => report(`${name} is not allowed, use a delegateExpression`));
    }
    const delegate = node.get('camunda:delegateExpression');
    if (delegate && !BEAN.test(delegate)) {
      report(`delegateExpression "${delegate}" is not the name of a bean`);
    }
    if (isAny(node, ['bpmn:ServiceTask', 'bpmn:BusinessRuleTask', 'bpmn:SendTask']) && !delegate) {
      report('A delegateExpression is missing');
    }
  }
});
