import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkModel } from './models.js';

/** A process written in a test: its elements, and its attributes where they matter. */
export const model = (elements, attributes = 'id="item_sample" name="样例"', diagram = '') => `
  <bpmn:definitions id="definitions" targetNamespace="http://one-window/test"
      xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
    <bpmn:process ${attributes} isExecutable="true">${elements}</bpmn:process>${diagram}
  </bpmn:definitions>`;

/** Sequence flows from each element to the next: `way('a', 'b', 'c')`. */
export const way = (...nodes) => nodes.slice(1).map((target, index) =>
  `<bpmn:sequenceFlow id="flow_${nodes[index]}__${target}" sourceRef="${nodes[index]}" targetRef="${target}" />`).join('');

/** Describes one rule: `accepts(what, model)` and `refuses(what, model, ...'element: message')`. */
export function rule(name, examples, settings = {}) {
  const lint = async xml => (await checkModel(xml, { rules: { [name]: ['error', settings] } }))
    .map(finding => `${finding.element}: ${finding.message}`);

  describe(name, () => examples({
    accepts: (what, xml) => it(`accepts ${what}`, async () => assert.deepEqual(await lint(xml), [])),
    refuses: (what, xml, ...findings) => it(`refuses ${what}`, async () => assert.deepEqual(await lint(xml), findings))
  }));
}
