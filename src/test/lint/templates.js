import { validateAll } from '@bpmn-io/element-templates-validator';
import { parse } from 'yaml';
import { elementsWithin } from './models.js';

const CHINESE = /\p{Script=Han}/u;
const ROLES = ['handlers', 'reviewers', 'deciders', 'heads'];
const GROUPS = 'camunda:candidateGroups';
/** What no template sets: where an element stands, and what a designer types into Modeler's own fields. */
const OWN = ['id', 'documentation', 'incoming', 'outgoing', 'default', 'extensionElements', 'eventDefinitions', 'lanes',
  'camunda:modelerTemplate', 'camunda:modelerTemplateVersion'];
/** What the schema says on top of each finding: that it is neither a template nor a list of some. */
const ONE_OR_LIST = '#/oneOf';
const MAPPINGS = {
  'camunda:in:businessKey': ({ value }) => ({ $type: 'camunda:In', businessKey: value }),
  'camunda:in': ({ value, binding }) => ({ $type: 'camunda:In', source: value, target: binding.target }),
  'camunda:out': ({ value, binding }) => ({ $type: 'camunda:Out', source: binding.source, target: value })
};

/**
 * What templates are checked against: the elements of the shipped items, and the departments with their staff groups.
 *
 * @param processes the items' processes
 * @param organization the text of organization.yaml
 */
export function surroundings(processes, organization) {
  const { departments } = parse(organization);
  return {
    shipped: processes.flatMap(elementsWithin),
    offices: departments.map(({ id }) => `${id}-handlers`),
    groups: departments.flatMap(({ id }) => ROLES.map(role => `${id}-${role}`))
  };
}

/** `taken` collects the ids of the templates checked before. */
export function checkTemplates(json, { shipped, offices, groups }, taken = new Set()) {
  const templates = JSON.parse(json);
  const findings = validateAll(templates).results.flatMap(({ errors, object }) => (errors ?? [])
    .filter(({ schemaPath }) => !schemaPath.startsWith(ONE_OR_LIST))
    .map(({ message }) => ({ element: object.id, rule: 'schema', message })));
  if (findings.length) {
    return findings;
  }
  for (const template of templates) {
    const report = (rule, message) => findings.push({ element: template.id, rule, message });
    if (taken.has(template.id)) {
      report('unique-id', 'Another template has this id');
    }
    taken.add(template.id);
    checkTexts(template, report);
    checkDefaults(template, report);
    checkGroups(template, offices, groups, report);
    if (!shipped.some(element => makes(template, element))) {
      report('as-shipped', 'No shipped item has an element that this template makes');
    }
  }
  return findings;
}

function checkTexts({ name, description, properties }, report) {
  const labels = properties.filter(({ type }) => type !== 'Hidden').map(({ label }) => label);
  if (![name, description, ...labels].every(text => CHINESE.test(text))) {
    report('chinese-label', 'A name, a description or a label is not Chinese');
  }
}

function checkDefaults({ properties }, report) {
  properties
    .filter(property => property.value !== undefined && !fits(property, property.value))
    .forEach(({ label }) => report('default-fits', `The value given in advance for ${label} is not allowed`));
}

/** A designer can choose every department and no other group. */
function checkGroups({ properties }, offices, groups, report) {
  const field = properties.find(({ type, binding }) => type !== 'Hidden' && binding.name === GROUPS);
  if (field?.choices) {
    const offered = field.choices.map(({ value }) => value).filter(Boolean);
    offered.filter(group => !offices.includes(group)).forEach(group => report('known-groups', `There is no ${group}`));
    offices.filter(group => !offered.includes(group)).forEach(group => report('known-groups', `${group} is not offered`));
  } else if (field && !groups.some(group => fits(field, group))) {
    report('known-groups', 'No group of any department fits');
  }
}

/** Whether a template, its fields filled in, makes just this element. Dates of timers are typed by hand. */
export function makes(template, element) {
  const kinds = template.elementType ? [template.elementType.value] : template.appliesTo;
  const bound = template.properties.filter(({ binding }) => binding.type === 'property');
  const attributes = attributesOf(element);
  return kinds.includes(element.$type)
    && Object.keys(attributes).every(name => bound.some(({ binding }) => binding.name === name))
    && bound.every(property => fits(property, attributes[property.binding.name]))
    && JSON.stringify(extensionsOf(element)) === JSON.stringify(extensionsMadeBy(template))
    && (template.entriesVisible ?? false) === (element.eventDefinitions ?? []).length > 0;
}

export function extensionsMadeBy({ properties }) {
  return properties.filter(({ binding }) => binding.type in MAPPINGS).map(property => MAPPINGS[property.binding.type](property));
}

/** The values of an element that differ from those of a new one, by the names that templates use. */
export function attributesOf(element) {
  return Object.fromEntries(element.$descriptor.properties
    .map(({ ns, default: usual }) => ({ name: ns.name.replace('bpmn:', ''), value: element.get(ns.name), usual }))
    .filter(({ name, value, usual }) => !OWN.includes(name) && isSet(value, usual))
    .map(({ name, value }) => [name, value]));
}

function isSet(value, usual) {
  return value !== undefined && value !== usual && !(Array.isArray(value) && !value.length);
}

function extensionsOf(element) {
  return (element.extensionElements?.values ?? []).map(({ $type, ...attributes }) => ({ $type, ...attributes }));
}

function fits({ type, value: fixed, choices, constraints = {} }, value) {
  if (type === 'Hidden') {
    return value === fixed;
  }
  if (choices) {
    return choices.some(choice => choice.value && choice.value === value);
  }
  return (!constraints.notEmpty || Boolean(value)) && new RegExp(constraints.pattern?.value ?? '').test(value ?? '');
}
