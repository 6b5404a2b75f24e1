import {onCompleted, openTask} from '/site/open-task.js';

/* After a task the next one of the list opens; whoever does not want that switches it off. */

const KEY = 'next-task';
const isOn = () => localStorage.getItem(KEY) !== 'off';
const PATIENCE = 10000;

onCompleted(done => {
  if (!isOn()) return;
  const until = Date.now() + PATIENCE;
  const timer = setInterval(() => {
    const other = openTask();
    if (Date.now() > until || (other && other !== done)) {
      clearInterval(timer);
      return;
    }
    const next = [...document.querySelectorAll('.tasks-list li.task h4 a')].find(link => !link.href.includes(done));
    const gone = ![...document.querySelectorAll('.tasks-list li.task h4 a')].some(link => link.href.includes(done));
    if (other || !gone || !next) return;
    clearInterval(timer);
    next.click();
  }, 200);
});

export default {
  id: 'next-task',
  pluginPoint: 'tasklist.navbar.action',
  priority: 390,
  render(node) {
    node.className = 'next-task';
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = isOn();
    box.addEventListener('change', () => localStorage.setItem(KEY, box.checked ? 'on' : 'off'));
    label.append(box, '办完接着办下一件');
    node.append(label);
  }
};
