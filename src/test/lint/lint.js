import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { checkDecision } from './decisions.js';
import { checkForm } from './forms.js';
import { checkModel, readProcess } from './models.js';
import { drawPictures } from './pictures.js';
import { checkTemplates, surroundings } from './templates.js';

process.chdir(import.meta.dirname); // the paths in .bpmnlintrc start here
const REPOSITORY = '../../..';
const read = path => readFileSync(join(REPOSITORY, path), 'utf8');
const formIds = new Set();
const templateIds = new Set();
const CHECKS = {
  '.bpmn': (path, xml) => checkModel(xml),
  '.dmn': checkDecision,
  '.form': (path, json) => checkForm(path, json, formIds),
  'element templates': (path, json) => checkTemplates(json, around, templateIds)
};
const kindOf = path => path.startsWith('.camunda') ? 'element templates' : extname(path);

const files = ['processes', 'forms', '.camunda/element-templates']
  .flatMap(folder => readdirSync(join(REPOSITORY, folder), { recursive: true }).map(path => join(folder, path)))
  .filter(path => kindOf(path) in CHECKS)
  .sort();
const items = files.filter(path => path.startsWith('processes/items') && path.endsWith('.bpmn'));
const around = surroundings(
  await Promise.all(items.map(path => readProcess(read(path)))),
  read('config/organization.yaml'));

let count = 0;
for (const path of files) {
  const findings = await check(path);
  count += findings.length;
  print(path, findings);
}
for (const [file, svg] of await drawPictures(join(REPOSITORY, 'processes'))) {
  const path = join('processes/pictures', file);
  if (!existsSync(join(REPOSITORY, path)) || read(path) !== svg) {
    count++;
    print(path, [{ rule: 'as-its-model', message: 'The picture is not that of the model any more: npm run pictures' }]);
  }
}
const checked = Object.keys(CHECKS).map(kind => `${files.filter(path => kindOf(path) === kind).length} ${kind}`);
console.log(`\nLinted ${checked.join(', ')}: ${count || 'no'} finding${count === 1 ? '' : 's'}`);
process.exitCode = count || !files.length ? 1 : 0;

async function check(path) {
  try {
    return await CHECKS[kindOf(path)](path, read(path));
  } catch (error) {
    return [{ rule: 'readable', message: error.message }];
  }
}

function print(path, findings) {
  if (findings.length) {
    console.log(`\n${path}`);
  }
  const width = column => Math.max(...findings.map(finding => (finding[column] ?? '-').length));
  for (const { element = '-', rule, message } of findings) {
    console.log(`  ${element.padEnd(width('element'))}  ${rule.padEnd(width('rule'))}  ${message}`);
  }
}
