/* Tasklist's icons have no names for those who cannot see them; most have a tooltip that says what they do. */
const names = new Map([
  ['.region-toggle[data-region=filters]', '收起或展开列表栏'],
  ['.region-toggle[data-region=list]', '收起或展开任务栏'],
  ['.region-toggle[data-region=task]', '收起或展开任务内容'],
  ['.maximize', '任务内容占满屏幕'],
  ['button.dropdown-toggle', '更多选项']
]);

function name(control) {
  if (control.innerText.trim() || control.hasAttribute('aria-label')) return;
  const tooltip = control.getAttribute('uib-tooltip') ?? control.querySelector('[uib-tooltip]')?.getAttribute('uib-tooltip');
  const known = [...names].find(([selector]) => control.matches(selector))?.[1];
  const text = known ?? tooltip;
  if (!text) return;
  control.setAttribute('aria-label', text);
  if (control.matches('a:not([href])')) control.setAttribute('role', 'button');
}

function visit(root) {
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  for (const control of root.querySelectorAll('a, button')) name(control);
  if (root.matches('a, button')) name(root);
  for (const input of root.querySelectorAll('input[aria-autocomplete]')) input.setAttribute('role', 'combobox');
}

if (document.documentElement.lang !== 'en') {
  new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(visit)))
    .observe(document.body, {subtree: true, childList: true});
  visit(document.body);
}
