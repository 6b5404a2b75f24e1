/* Which task is open in Tasklist, and its form. */

const watchers = [];
let shown;

export function openTask() {
  return new URLSearchParams(location.hash.split('?')[1] ?? '').get('task') ?? undefined;
}

/** form-js gives nobody its form; what it draws its fields with has it. */
function formOf(container) {
  let node = container.__k;
  for (let depth = 0; node && depth < 6; depth++) {
    const form = node.props?.value?.getService?.('form', false);
    if (form) return form;
    node = Array.isArray(node.__k) ? node.__k.find(Boolean) : node.__k;
  }
  return undefined;
}

/** The form of the open task; none while it is drawn, or where it may not be filled in. */
export function taskForm() {
  const container = document.querySelector('.form-pane .fjs-container');
  const isDrawn = container?.querySelector('.fjs-form-field') && !container.closest('.disabled-form');
  return isDrawn ? formOf(container) : undefined;
}

/** Calls back with each form of a task once it can be filled in: its task, the form, the element that holds it. */
export function onForm(watcher) {
  watchers.push(watcher);
}

function look() {
  const form = taskForm();
  if (form === shown) return;
  shown = form;
  const task = openTask();
  if (form && task) watchers.forEach(watcher => watcher(task, form, form._container));
}

// A claim changes nothing but a class.
new MutationObserver(look)
  .observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ['class']});
look();

const completions = [];
const starts = [];

/** Calls back with the task whose form the server has just taken. */
export function onCompleted(watcher) {
  completions.push(watcher);
}

/** Calls back with the number of the case that has just been taken in. */
export function onStarted(watcher) {
  starts.push(watcher);
}

const claims = [];

/** Calls back once a task was claimed or given back. */
export function onClaimed(watcher) {
  claims.push(watcher);
}

function taken(what, id, answer) {
  if (what === 'task') completions.forEach(watcher => watcher(id));
  else starts.forEach(watcher => watcher(JSON.parse(answer).businessKey));
}

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...others) {
  const [, what, id] = /\/(task|process-definition)\/(?:key\/)?([^/]+)\/submit-form$/.exec(address) ?? [];
  if (what && method.toUpperCase() === 'POST') {
    this.addEventListener('load', () => {
      if (this.status < 300) taken(what, decodeURIComponent(id), this.responseText);
    });
  }
  if (/\/task\/[^/]+\/(claim|unclaim|assignee)$/.test(address)) {
    this.addEventListener('load', () => {
      if (this.status < 300) claims.forEach(watcher => watcher());
    });
  }
  return open.call(this, method, address, ...others);
};
