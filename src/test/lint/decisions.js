import { basename, dirname } from 'node:path';
import { DmnModdle } from 'dmn-moddle';
import dmnlint from 'dmnlint';
import NodeResolver from 'dmnlint/lib/resolver/node-resolver.js';

const config = { extends: 'dmnlint:recommended' };

export async function checkDecision(path, xml) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  const linter = new dmnlint.Linter({ config, resolver: new NodeResolver() });
  const results = Object.entries(await linter.lint(rootElement));
  const decisions = rootElement.drgElement.filter(element => element.$type === 'dmn:Decision');
  return [
    ...warnings.map(({ message }) => ({ rule: 'readable', message })),
    ...results.flatMap(([rule, reports]) => reports.map(({ id, message }) => ({ element: id, rule, message }))),
    ...decisions.flatMap(decision => checkTable(decision, expectedId(path)))
  ];
}

function checkTable(decision, id) {
  const rules = decision.decisionLogic?.rule ?? [];
  return [
    decision.id !== id && { rule: 'id-of-its-file', message: `The id must be ${id}` },
    !decision.$attrs['camunda:historyTimeToLive'] && { rule: 'history-time-to-live', message: 'historyTimeToLive is missing' },
    ...rules.map((rule, row) => !rule.id && { rule: 'rule-has-id', message: `The rule in row ${row + 1} has no id` })
  ].filter(Boolean).map(finding => ({ element: decision.id, ...finding }));
}

/** `<item>/materials.dmn` holds `materials_<item>`; any other file, such as `routing.dmn`, its own name. */
function expectedId(path) {
  const name = basename(path, '.dmn');
  return name === 'materials' ? `materials_${basename(dirname(path))}` : name;
}
