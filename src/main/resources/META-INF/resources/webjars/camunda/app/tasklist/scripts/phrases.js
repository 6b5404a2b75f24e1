import {ask} from '/site/workplace.js';
import {onForm} from '/site/open-task.js';

/* Phrases beside each opinion: a click puts one in, what stands there can be kept as a new one. */

function fill(field, text) {
  const old = field.value.trim();
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  value.set.call(field, old ? `${old}${text}` : text);
  field.dispatchEvent(new Event('input', {bubbles: true}));
  field.focus();
  field.dispatchEvent(new Event('blur', {bubbles: true}));
}

function button(text, label, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn-link';
  made.textContent = text;
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', action);
  return made;
}

function draw(menu, field, phrases) {
  const list = document.createElement('ul');
  for (const phrase of phrases) {
    const item = document.createElement('li');
    item.append(button(phrase.text, `填入：${phrase.text}`, () => {
      fill(field, phrase.text);
      menu.open = false;
    }));
    if (phrase.isShared) item.append('（部门）');
    if (phrase.isOwn) item.append(button('删除', `删除常用语：${phrase.text}`, () => change(menu, field, 'DELETE', `/desk/phrases/${phrase.id}`)));
    list.append(item);
  }
  const add = document.createElement('p');
  const keep = shared => change(menu, field, 'POST', '/desk/phrases', {text: field.value, shared});
  add.append(button('把所填内容存为常用语', '', () => keep(false)), button('存为部门常用语', '', () => keep(true)));
  menu.querySelector('div').replaceChildren(list, add);
}

async function change(menu, field, method, path, body) {
  try {
    draw(menu, field, await ask(method, path, body));
  } catch (failure) {
    const words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.className = 'presence urgent';
    words.textContent = failure.message;
    menu.querySelector('div').append(words);
  }
}

onForm((task, form, container) => {
  for (const field of container.querySelectorAll('textarea')) {
    const label = container.querySelector(`label[for="${field.id}"]`)?.textContent ?? '';
    if (!/意见|理由|说明|情况/.test(label) || field.disabled || field.readOnly) continue;
    const menu = document.createElement('details');
    menu.className = 'phrases';
    const summary = document.createElement('summary');
    summary.textContent = '常用语';
    menu.append(summary, document.createElement('div'));
    menu.addEventListener('toggle', () => menu.open && change(menu, field, 'GET', '/desk/phrases'));
    field.closest('.fjs-form-field')?.append(menu);
  }
});
