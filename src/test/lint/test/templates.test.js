import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkModel, elementsWithin, moddle, readProcess } from '../models.js';
import { attributesOf, checkTemplates, extensionsMadeBy, makes, surroundings } from '../templates.js';

const REPOSITORY = new URL('../../../../', import.meta.url);
const read = path => readFileSync(new URL(path, REPOSITORY), 'utf8');
const TEMPLATES = readdirSync(new URL('.camunda/element-templates/', REPOSITORY))
  .flatMap(file => JSON.parse(read(`.camunda/element-templates/${file}`)));
const MODELS = readdirSync(new URL('processes/items/', REPOSITORY), { recursive: true })
  .filter(path => path.endsWith('.bpmn'))
  .map(path => `processes/items/${path}`);

/** What a template leaves to be drawn: the start and the ends of a way, its gateways and flows. */
const DRAWN = ['bpmn:SequenceFlow', 'bpmn:ExclusiveGateway', 'bpmn:ParallelGateway', 'bpmn:EndEvent', 'bpmn:SubProcess'];
const isDrawn = element => DRAWN.includes(element.$type) || Object.keys(attributesOf(element)).length === 0;

describe('element templates', () => {
  const around = surroundings([], 'departments: [{ id: health }, { id: archives }]');
  const PEOPLE = { type: 'property', name: 'camunda:candidateGroups' };
  const property = (name, value) => ({ type: 'Hidden', value, binding: { type: 'property', name } });
  const handle = (change = {}) => ({
    id: 'handle', name: '承办', description: '承办人提出意见。', appliesTo: ['bpmn:UserTask'],
    properties: [property('camunda:formRef', 'handle')], ...change
  });
  const lint = async (templates, taken) => {
    const process = await readProcess(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions"><bpmn:process id="item_sample">
      <bpmn:userTask id="task_handle" camunda:formRef="handle" />
      <bpmn:userTask id="task_consult" camunda:candidateGroups="health-handlers" />
      <bpmn:userTask id="task_review" camunda:candidateGroups="health-reviewers" />
    </bpmn:process></bpmn:definitions>`);
    return checkTemplates(JSON.stringify(templates), { ...around, shipped: elementsWithin(process) }, taken)
      .map(({ rule, message }) => `${rule}: ${message}`);
  };
  const refuses = (what, template, ...findings) =>
    it(`refuses ${what}`, async () => assert.deepEqual(await lint([template]), findings));
  const notShipped = 'as-shipped: No shipped item has an element that this template makes';
  const consult = choices => handle({ properties: [{ type: 'Dropdown', label: '会办部门', choices, binding: PEOPLE }] });
  const offer = id => ({ name: '部门', value: `${id}-handlers` });
  const group = (pattern, value) =>
    handle({ properties: [{ type: 'String', label: '岗位', value, constraints: { pattern: { value: pattern } }, binding: PEOPLE }] });

  it('accepts what a shipped item has', async () => assert.deepEqual(await lint([handle()]), []));
  it('accepts a choice of all departments', async () =>
    assert.deepEqual(await lint([consult([offer('health'), offer('archives')])]), []));
  it('accepts a pattern that a group fits', async () => assert.deepEqual(await lint([group('^[a-z]+-reviewers$')]), []));
  it('refuses two templates of one id', async () =>
    assert.deepEqual(await lint([handle()], new Set(['handle'])), ['unique-id: Another template has this id']));

  refuses('what the validator refuses', handle({ appliesTo: undefined }), 'schema: missing appliesTo=[]');
  refuses('a task listener, which no template can set',
    handle({ properties: [{ type: 'Hidden', value: 'a', binding: { type: 'camunda:taskListener' } }] }),
    'schema: invalid property.binding type "camunda:taskListener"; must be any of { property, camunda:property, ' +
      'camunda:inputParameter, camunda:outputParameter, camunda:in, camunda:out, camunda:in:businessKey, ' +
      'camunda:executionListener, camunda:field, camunda:errorEventDefinition }');
  refuses('a form that no item uses', handle({ properties: [property('camunda:formRef', 'handel')] }), notShipped);
  refuses('a delegate that no item uses',
    handle({ appliesTo: ['bpmn:ServiceTask'], properties: [property('camunda:delegateExpression', '${record}')] }), notShipped);
  refuses('one property too many',
    handle({ properties: [...handle().properties, property('camunda:formRefBinding', 'latest')] }), notShipped);
  refuses('a missing property', handle({ properties: [] }), notShipped);
  refuses('an English label',
    handle({ properties: [...handle().properties, { type: 'String', label: 'Due', binding: { type: 'property', name: 'camunda:dueDate' } }] }),
    'chinese-label: A name, a description or a label is not Chinese');
  refuses('a department that does not exist', consult([offer('health'), offer('archives'), offer('harbour')]),
    'known-groups: There is no harbour-handlers');
  refuses('a choice without one of the departments', consult([offer('health')]), 'known-groups: archives-handlers is not offered');
  refuses('a value given in advance that its own pattern refuses', group('^[a-z]+-reviewers$', 'health'),
    'default-fits: The value given in advance for 岗位 is not allowed');
  refuses('a pattern that no group fits', group('^\\$\\{office\\}$'), 'known-groups: No group of any department fits', notShipped);
});

describe('the shipped templates', () => {
  for (const path of MODELS) {
    it(`make every step of ${path.split('/')[3]}`, async () => {
      const steps = elementsWithin(await readProcess(read(path))).filter(element => !isDrawn(element));
      const makers = steps.map(step => [step.id, TEMPLATES.filter(template => makes(template, step)).length]);
      assert.deepEqual(makers, steps.map(step => [step.id, 1]));
    });

    it(`assemble ${path.split('/')[3]} anew, without findings`, async () => {
      const shipped = await moddle.fromXML(read(path));
      const assembled = await moddle.fromXML(read(path));
      for (const step of elementsWithin(processOf(assembled)).filter(element => !isDrawn(element))) {
        const template = TEMPLATES.find(one => makes(one, step));
        const filledIn = attributesOf(step);
        clear(step);
        apply(template, step, filledIn);
      }
      const { xml } = await moddle.toXML(assembled.rootElement, { format: true });
      assert.deepEqual(await checkModel(xml), []);
      assert.equal(withoutTemplates(xml), (await moddle.toXML(shipped.rootElement, { format: true })).xml);
    });
  }
});

describe('the designer\'s guide', () => {
  const guide = read('processes/README.md');
  const fixed = name => TEMPLATES.flatMap(({ properties }) => properties)
    .filter(({ type, binding }) => type === 'Hidden' && binding.name === name)
    .map(({ value }) => value);

  it('lists every template', () =>
    assert.deepEqual(TEMPLATES.map(({ name }) => name).filter(name => !new RegExp(`^\\|.*${name}.*\\|`, 'm').test(guide)), []));

  it('lists every form of theirs with its outcomes', () => {
    for (const form of fixed('camunda:formRef').filter(name => name !== 'application')) {
      const row = guide.split('\n').find(line => line.startsWith('|') && line.split('|')[1].includes(`\`${form}\``));
      const { components } = JSON.parse(read(`forms/tasks/${form}.form`));
      const outcomes = components.find(({ key }) => key === 'outcome')?.values ?? [];
      assert.deepEqual(outcomes.filter(({ value }) => !row?.includes(`\`${value}\``)), [], form);
    }
  });

  it('shows every picture', () =>
    assert.deepEqual(readdirSync(new URL('processes/pictures/', REPOSITORY)).filter(file => !guide.includes(`(pictures/${file})`)), []));
});

function processOf({ rootElement }) {
  return rootElement.rootElements.find(({ $type }) => $type === 'bpmn:Process');
}

/** An element as it comes from Modeler's palette, its timer typed in. */
function clear(element) {
  Object.keys(attributesOf(element)).forEach(name => element.set(name, undefined));
  element.set('extensionElements', undefined);
}

/** Does what Modeler does when a designer picks a template and fills in its fields. */
function apply(template, element, filledIn) {
  element.set('camunda:modelerTemplate', template.id);
  element.set('camunda:modelerTemplateVersion', template.version);
  for (const { type, value, binding } of template.properties.filter(property => property.binding.type === 'property')) {
    element.set(binding.name, type === 'Hidden' ? value : filledIn[binding.name] ?? value);
  }
  const extensions = extensionsMadeBy(template).map(({ $type, ...attributes }) => moddle.create($type, attributes));
  if (extensions.length) {
    element.set('extensionElements', moddle.create('bpmn:ExtensionElements', { values: extensions }));
  }
}

function withoutTemplates(xml) {
  return xml.replaceAll(/ camunda:modelerTemplate(Version)?="[^"]*"/g, '');
}
