import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import bpmnlint from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';

const require = createRequire(import.meta.url);
const rules = JSON.parse(readFileSync(new URL('.bpmnlintrc', import.meta.url), 'utf8'));

export const moddle = new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json') });

/** Checks a process against `.bpmnlintrc`, or against the configuration given. */
export async function checkModel(xml, config = rules) {
  const { rootElement, warnings } = await moddle.fromXML(xml);
  const linter = new bpmnlint.Linter({ config, resolver: new NodeResolver({ require }) });
  const results = Object.entries(await linter.lint(rootElement));
  return [
    ...warnings.map(({ message }) => ({ rule: 'readable', message })),
    ...results.flatMap(([rule, reports]) => reports.map(({ id, message }) => ({ element: id, rule, message })))
  ];
}

/** The process of a model. */
export async function readProcess(xml) {
  const { rootElement } = await moddle.fromXML(xml);
  return rootElement.rootElements.find(element => element.$type === 'bpmn:Process');
}

/** Everything in a process, in its sub-processes too. */
export function elementsWithin(scope) {
  return (scope.flowElements ?? []).flatMap(element => [element, ...elementsWithin(element)]);
}
