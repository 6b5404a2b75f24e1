import {ask} from '/site/workplace.js';
import {onCompleted, onStarted, openTask} from '/site/open-task.js';

/* After a task the next one of the list opens, after a receipt its first task; whoever does not want that switches it off. */

const KEY = 'next-task';
const PATIENCE = 10000;
const isOn = () => localStorage.getItem(KEY) !== 'off';

/** Tries until it is done, somebody opened another task, or it has taken too long. */
function eventually(before, attempt) {
  const until = Date.now() + PATIENCE;
  const timer = setInterval(async () => {
    const other = openTask();
    if (Date.now() > until || (other && other !== before) || await attempt()) clearInterval(timer);
  }, 250);
}

onCompleted(done => {
  if (!isOn()) return;
  eventually(done, () => {
    const links = [...document.querySelectorAll('.tasks-list li.task h4 a')];
    if (openTask() || links.some(link => link.href.includes(done))) return false;
    links[0]?.click();
    return Boolean(links[0]);
  });
});

onStarted(caseNumber => {
  if (!isOn() || !caseNumber) return;
  const before = openTask();
  eventually(before, async () => {
    const [first] = await ask('GET', `/desk/search?q=${caseNumber}`).catch(() => []);
    if (!first || openTask() !== before) return false;
    const [path, query] = location.hash.split('?');
    const place = new URLSearchParams(query);
    place.set('task', first.task);
    place.delete('processStart');
    location.hash = `${path}?${place}`;
    return true;
  });
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
