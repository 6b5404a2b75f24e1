import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkModel } from '../models.js';
import { model, way } from '../inline.js';

const found = async (xml, rule) => (await checkModel(xml)).filter(finding => finding.rule === rule).map(({ element }) => element);

const EVENTS = `<bpmn:startEvent id="event_a" /><bpmn:endEvent id="event_b" />${way('event_a', 'event_b')}`;
const shape = (id, x) => `
  <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="0" width="36" height="36" /></bpmndi:BPMNShape>`;
const diagram = (...shapes) => `
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="item_sample">${shapes.join('')}
    </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;

describe('.bpmnlintrc', () => {
  it('refuses a process without history time to live', async () =>
    assert.deepEqual(await found(model(EVENTS), 'camunda-compat/history-time-to-live'), ['item_sample']));

  it('refuses elements and flows that are missing in the diagram', async () =>
    assert.deepEqual(await found(model(EVENTS, undefined, diagram(shape('event_a', 0))), 'no-bpmndi'),
      ['event_b', 'flow_event_a__event_b']));

  it('refuses elements that overlap', async () =>
    assert.deepEqual(
      await found(model(EVENTS, undefined, diagram(shape('event_a', 0), shape('event_b', 20))), 'no-overlapping-elements'),
      ['event_a', 'event_b']));

  it('refuses a flow to an element that does not exist', async () =>
    assert.equal((await found(model(way('event_a', 'event_b')), 'readable')).length, 2));
});
