import {ask} from '/site/workplace.js';
import {onCompleted, openTask} from '/site/open-task.js';

/* Two people with one task open see each other; whoever is too late hears it before typing on. */

const EVERY = 4000;
/* Whoever has done nothing for so long has gone: asking on would keep a forgotten login alive. */
const PATIENCE = 300000;
let lastDeed = Date.now();
for (const deed of ['pointerdown', 'keydown']) addEventListener(deed, () => { lastDeed = Date.now(); }, true);
const finished = new Set();
let known;

function say(text, urgent) {
  let line = document.querySelector('.presence');
  if (!text) {
    line?.remove();
    return;
  }
  const place = document.querySelector('.tab-content');
  if (!place) return;
  line ??= document.createElement('p');
  line.className = `presence${urgent ? ' urgent' : ''}`;
  line.setAttribute('role', urgent ? 'alert' : 'status');
  if (line.textContent !== text) line.textContent = text;
  if (line.nextElementSibling !== place) place.before(line);
}

async function look() {
  const task = openTask();
  if (!task || document.hidden || finished.has(task) || Date.now() - lastDeed > PATIENCE) {
    say('');
    return;
  }
  try {
    const {assignee, others} = await ask('POST', `/desk/tasks/${encodeURIComponent(task)}/presence`);
    if (openTask() !== task) return;
    known = task;
    if (assignee) say(`本任务已由${assignee}认领。`, true);
    else say(others.length ? `${others.join('、')}正在查看本任务。` : '');
  } catch (failure) {
    // Somebody who could see it a moment ago, and now cannot: it was done, or given to others.
    if (failure.status === 404 && known === task && openTask() === task) say('本任务已经由他人办理，或者已转给他人，请刷新列表。', true);
  }
}

onCompleted(task => finished.add(task));
setInterval(look, EVERY);
addEventListener('hashchange', look);
document.addEventListener('visibilitychange', look);
look();
