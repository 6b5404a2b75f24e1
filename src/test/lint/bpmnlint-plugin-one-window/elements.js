/** A plain bean name: `${acceptCase}`. */
exports.BEAN = /^\$\{[a-z]\w*\}$/;

/** The element that a designer can find: listeners, scripts and expressions have no id of their own. */
exports.ownerOf = function ownerOf(node) {
  return node.id && node.$type.startsWith('bpmn:') ? node : ownerOf(node.$parent);
};
