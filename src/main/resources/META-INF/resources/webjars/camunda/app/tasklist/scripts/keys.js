import {onForm, openTask} from '/site/open-task.js';

/* Without the mouse: Ctrl+Enter submits, Ctrl+Alt+F goes to the form, and the form that opens then is under one's hands. */

const FIRST = ['.all-materials', 'input', 'textarea'].map(field => `${field}:not([disabled]):not([readonly])`).join();

/* The task that was left by the keyboard; undefined while the mouse is at work. */
let left;

function submit(event) {
  const button = document.querySelector('.modal .btn-primary') ?? document.querySelector("[ng-click='complete()']");
  if (!button || button.disabled) return;
  left = openTask() ?? '';
  document.activeElement.blur(); // form-js takes a value in when its field is left
  event.preventDefault();
  requestAnimationFrame(() => requestAnimationFrame(() => button.click()));
}

document.addEventListener('keydown', event => {
  if (!event.ctrlKey) return;
  if (event.key === 'Enter') submit(event);
  else if (event.altKey && event.code === 'KeyF') document.querySelector('.form-pane .fjs-form')?.querySelector(FIRST)?.focus();
  else if (event.altKey && event.code === 'KeyC') left = '';
  else if (event.altKey && event.code === 'KeyS') document.querySelector('.case-search input')?.focus();
});
addEventListener('pointerdown', () => { left = undefined; }, true);

onForm((task, form, container) => {
  if (left === undefined || left === task) return;
  left = undefined;
  requestAnimationFrame(() => container.querySelector(FIRST)?.focus());
});
