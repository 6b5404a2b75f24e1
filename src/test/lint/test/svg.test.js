import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawModel } from '../svg.js';
import { model, way } from '../inline.js';

const shape = (id, x) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="10" width="120" height="80" /></bpmndi:BPMNShape>`;
const edge = (id, from, to) => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
  <di:waypoint x="${from}" y="50" /><di:waypoint x="${to}" y="50" /></bpmndi:BPMNEdge>`;
const MODEL = model(`<bpmn:userTask id="task_a" name="承办 &lt;A&gt;" /><bpmn:userTask id="task_b" name="街道办事处初步审核" />
  <bpmn:userTask id="task_c" name="决定" />${way('task_a', 'task_b', 'task_c')}`, 'id="item_sample"', `
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="item_sample">
    ${shape('task_a', 0)}${shape('task_b', 200)}${shape('task_c', 400)}
    ${edge('flow_task_a__task_b', 120, 200)}${edge('flow_task_b__task_c', 320, 400)}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`);

describe('pictures', () => {
  it('show the whole model with room around it', async () => {
    const svg = await drawModel(MODEL);
    assert.match(svg, /viewBox="-20 -10 560 120"/);
    assert.match(svg, />决定</);
    assert.equal(svg.match(/<polyline/g).length, 2);
  });

  it('break long names and escape them', async () => {
    const svg = await drawModel(MODEL);
    assert.match(svg, />街道办事处<.*>初步审核</);
    assert.match(svg, />承办 &lt;A></);
  });

  it('show a part, and flows that lead out of it', async () => {
    const svg = await drawModel(MODEL, ['task_a']);
    assert.match(svg, /viewBox="-20 -10 160 120"/);
    assert.doesNotMatch(svg, /决定/);
    assert.equal(svg.match(/<polyline/g).length, 1);
  });
});
