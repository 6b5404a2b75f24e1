/* Which task is open in Tasklist, and its form. */

const watchers = [];
let open;

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
  return container && formOf(container);
}

/** Calls back with each form of a task once it can be filled in: its task, the form, the element that holds it. */
export function onForm(watcher) {
  watchers.push(watcher);
}

function look() {
  const form = taskForm();
  if (form === open) return;
  open = form;
  const task = openTask();
  if (form && task) watchers.forEach(watcher => watcher(task, form, form._container));
}

new MutationObserver(look).observe(document.body, {subtree: true, childList: true});
look();

const completions = [];

/** Calls back with the task whose form the server has just taken. */
export function onCompleted(watcher) {
  completions.push(watcher);
}

const send = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...others) {
  const task = /\/task\/([^/]+)\/submit-form$/.exec(address)?.[1];
  if (task && method.toUpperCase() === 'POST') {
    this.addEventListener('load', () => {
      if (this.status < 300) completions.forEach(watcher => watcher(decodeURIComponent(task)));
    });
  }
  return send.call(this, method, address, ...others);
};
