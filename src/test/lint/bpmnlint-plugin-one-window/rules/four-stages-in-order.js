const { is } = require('bpmnlint-utils');

const STAGES = ['收件', '前台受理', '按责分办', '后台审批', '统一出件'];
const [RECEIVED, FRONT_DESK, DISPATCH, BACK_OFFICE, ISSUANCE] = STAGES.keys();
const CALLED = { 'stage_front-desk-acceptance': FRONT_DESK, 'stage_unified-issuance': ISSUANCE };

/**
 * An item's case passes 前台受理, 按责分办, 后台审批 and 统一出件 in this order on every path. Going back is
 * allowed, skipping is not. A path may end early when the case was not accepted, or when an event took it
 * off its way (a warning, a withdrawal).
 */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && node.id?.startsWith('item_')) {
      new Walk(node, reporter).start();
    }
  }
});

/** Follows every path and remembers the stage that it has reached. */
class Walk {
  constructor(process, reporter) {
    this.process = process;
    this.elements = elementsWithin(process);
    this.visited = new Set();
    this.arrivals = new Map();
    this.findings = new Map();
    this.issued = false;
    this.reporter = reporter;
  }

  start() {
    this.enterScope(this.process, RECEIVED);
    if (!this.issued && !this.findings.size) {
      this.refuse(this.process, `No path leads to ${STAGES[ISSUANCE]}`);
    }
    this.findings.forEach(({ node, message }) => this.reporter.report(node.id, message));
  }

  /** `side` is the scope in which the path left the main way, if it did: its end is not the case's end. */
  enterScope(scope, reached, side) {
    for (const element of scope.flowElements ?? []) {
      if (is(element, 'bpmn:StartEvent')) {
        this.enter(element, reached, side);
      } else if (element.triggeredByEvent) {
        const interrupts = element.flowElements?.every(start => start.isInterrupting !== false);
        this.enterScope(element, reached, sideOf(scope, interrupts, side));
      }
    }
  }

  enter(node, before, side, flow) {
    const reached = this.isJoin(node) ? this.join(node, flow, before) : before;
    if (reached === undefined || !this.isNew(node, reached, side)) {
      return;
    }
    const stage = stageOf(node);
    if (stage && reached === ISSUANCE) {
      return this.refuse(node, `${STAGES[stage]} comes after ${STAGES[ISSUANCE]}`);
    }
    if (stage && reached < stage - 1) {
      return this.refuse(node, `${STAGES[stage]} is reached without ${STAGES[stage - 1]}`);
    }
    this.issued ||= stage === ISSUANCE;
    this.elements
      .filter(event => event.attachedToRef === node)
      .forEach(event => this.enter(event, reached, sideOf(node.$parent, event.cancelActivity !== false, side)));
    if (is(node, 'bpmn:SubProcess')) {
      this.enterScope(node, reached, side);
    } else {
      this.leave(node, stage ?? reached, side);
    }
  }

  leave(node, reached, side) {
    const flows = this.elements.filter(flow => flow.sourceRef === node);
    flows.forEach(flow => this.enter(flow.targetRef, reached, side, flow));
    if (!flows.length) {
      this.end(node.$parent, node, reached, side);
    }
  }

  end(scope, node, reached, side) {
    if (scope === side) {
      return;
    }
    if (is(scope, 'bpmn:SubProcess')) {
      return scope.triggeredByEvent ? this.end(scope.$parent, node, reached, side) : this.leave(scope, reached, side);
    }
    if (reached !== FRONT_DESK && reached !== ISSUANCE) {
      this.refuse(node, `The path ends after ${STAGES[reached]}, without ${STAGES[reached + 1]}`);
    }
  }

  isJoin(node) {
    return is(node, 'bpmn:ParallelGateway') && this.elements.filter(flow => flow.targetRef === node).length > 1;
  }

  /** A join waits for all its branches: the case is as far as the furthest of them. */
  join(node, flow, reached) {
    const arrived = this.arrivals.get(node) ?? new Map();
    this.arrivals.set(node, arrived.set(flow, Math.min(reached, arrived.get(flow) ?? reached)));
    const incoming = this.elements.filter(other => other.targetRef === node);
    return incoming.every(other => arrived.has(other)) ? Math.max(...arrived.values()) : undefined;
  }

  isNew(node, reached, side) {
    const state = `${node.id} ${reached} ${side?.id}`;
    return !this.visited.has(state) && this.visited.add(state);
  }

  refuse(node, message) {
    this.findings.set(`${node.id} ${message}`, { node, message });
  }
}

function stageOf(node) {
  if (is(node, 'bpmn:CallActivity')) {
    return CALLED[node.calledElement];
  }
  if (is(node, 'bpmn:BusinessRuleTask') && node.get('camunda:delegateExpression') === '${dispatchCase}') {
    return DISPATCH;
  }
  // the dispatcher's own task only finds the department
  return is(node, 'bpmn:UserTask') && node.get('camunda:formRef') !== 'dispatch' ? BACK_OFFICE : undefined;
}

/** An event that interrupts inside a sub-process still leads to the sub-process's exit. */
function sideOf(scope, interrupts, side) {
  return interrupts && is(scope, 'bpmn:SubProcess') ? side : scope;
}

function elementsWithin(scope) {
  return (scope.flowElements ?? []).flatMap(element => [element, ...elementsWithin(element)]);
}
