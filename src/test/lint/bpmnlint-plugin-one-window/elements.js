const { isAny } = require('bpmnlint-utils');

/** A plain bean name: `${acceptCase}`. */
exports.BEAN = /^\$\{[a-z]\w*\}$/;

/** The element that a designer can find: listeners, scripts and expressions stand inside one. */
exports.ownerOf = function ownerOf(node) {
  return isAny(node, ['bpmn:FlowElement', 'bpmn:RootElement']) || !node.$parent ? node : ownerOf(node.$parent);
};
