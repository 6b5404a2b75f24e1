import { basename, dirname } from 'node:path';

const TEXTS = ['textfield', 'textarea'];
const INPUTS = [...TEXTS, 'number', 'checkbox', 'checklist', 'select', 'radio', 'datetime'];
/** What the form-js 1.8.7 of Tasklist 7.24 renders and the server takes; one other type breaks the whole form. */
const RENDERED = [...INPUTS, 'text', 'dynamiclist', 'table', 'group', 'html'];
/** The bean that checks the completion of a task with this form. */
const GUARD = /^[a-z]\w*Guard$/;
const CHINESE = /\p{Script=Han}/u;

/** `taken` collects the ids of the forms checked before. */
export function checkForm(path, json, taken = new Set()) {
  const findings = [];
  const report = (element, rule, message) => findings.push({ element, rule, message });
  let form;
  try {
    form = JSON.parse(json);
  } catch (error) {
    report(undefined, 'readable', error.message);
    return findings;
  }
  checkHead(form, expectedId(path), report);
  if (taken.has(form.id)) {
    report(form.id, 'unique-id', 'Another form has this id');
  }
  taken.add(form.id);
  checkComponents(form, report);
  return findings;
}

function checkHead(form, id, report) {
  if (form.id !== id) {
    report(form.id, 'id-of-its-file', `The id must be ${id}`);
  }
  if (!(form.schemaVersion <= 16)) {
    report(form.id, 'platform', 'schemaVersion must be at most 16');
  }
  if (form.executionPlatform !== 'Camunda Platform' || form.executionPlatformVersion !== '7.24.0') {
    report(form.id, 'platform', 'The execution platform must be Camunda Platform 7.24.0');
  }
  if (form.guard !== undefined && !GUARD.test(form.guard)) {
    report(form.id, 'guard', 'The guard must be the name of a bean that ends in Guard');
  }
}

function checkComponents(form, report) {
  const ids = new Set([form.id]);
  const keys = new Set();
  for (const { component, scope } of componentsWithin(form)) {
    const name = component.id ?? component.key ?? component.type;
    checkComponent(component, (rule, message) => report(name, rule, message));
    if (!component.id || ids.has(component.id)) {
      report(name, 'unique-id', 'The id is missing or used twice');
    }
    const key = (component.key ?? component.path) && `${scope}${component.key ?? component.path}`;
    if (key && keys.has(key)) {
      report(name, 'unique-key', `The key ${key} is used twice`);
    }
    ids.add(component.id);
    keys.add(key);
  }
}

function checkComponent(component, report) {
  const { type, key, validate, conditional } = component;
  if (!RENDERED.includes(type)) {
    report('rendered-type', `Tasklist does not render the type ${type}`);
  }
  if (INPUTS.includes(type) && !key) {
    report('unique-key', 'The key is missing');
  }
  if (INPUTS.includes(type) && !labelsOf(component).every(label => CHINESE.test(label ?? ''))) {
    report('chinese-label', 'A Chinese label is missing');
  }
  if (TEXTS.includes(type) && !(validate?.maxLength > 0)) {
    report('bounded-text', 'validate.maxLength is missing');
  }
  if (conditional?.hide !== undefined && !String(conditional.hide).startsWith('=')) {
    report('feel-condition', 'conditional.hide must start with =');
  }
}

function labelsOf({ type, subtype, label, dateLabel, timeLabel }) {
  if (type !== 'datetime') {
    return [label];
  }
  return { date: [dateLabel], time: [timeLabel] }[subtype] ?? [dateLabel, timeLabel];
}

/** A key counts within its list or group with a path. */
function componentsWithin({ components = [] }, scope = '') {
  return components.flatMap(component => [
    { component, scope },
    ...componentsWithin(component, component.path ? `${scope}${component.path}.` : scope)
  ]);
}

/** `<item>/situation.form` holds `situation_<item>`, any other file its own name. */
function expectedId(path) {
  const name = basename(path, '.form');
  return name === 'situation' ? `situation_${basename(dirname(path))}` : name;
}
