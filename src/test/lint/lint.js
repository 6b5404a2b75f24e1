import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { checkDecision } from './decisions.js';
import { checkForm } from './forms.js';
import { checkModel } from './models.js';

process.chdir(import.meta.dirname); // the paths in .bpmnlintrc start here
const REPOSITORY = '../../..';
const formIds = new Set();
const CHECKS = {
  '.bpmn': (path, xml) => checkModel(xml),
  '.dmn': checkDecision,
  '.form': (path, json) => checkForm(path, json, formIds)
};

const files = ['processes', 'forms']
  .flatMap(folder => readdirSync(join(REPOSITORY, folder), { recursive: true }).map(path => join(folder, path)))
  .filter(path => extname(path) in CHECKS)
  .sort();

let count = 0;
for (const path of files) {
  const findings = await check(path);
  count += findings.length;
  print(path, findings);
}
const checked = Object.keys(CHECKS).map(ending => `${files.filter(path => path.endsWith(ending)).length} ${ending}`);
console.log(`\nLinted ${checked.join(', ')}: ${count || 'no'} finding${count === 1 ? '' : 's'}`);
process.exitCode = count || !files.length ? 1 : 0;

async function check(path) {
  try {
    return await CHECKS[extname(path)](path, readFileSync(join(REPOSITORY, path), 'utf8'));
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
