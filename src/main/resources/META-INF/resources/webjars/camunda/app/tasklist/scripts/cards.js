import {ask} from '/site/workplace.js';

/* A card says how its case stands: lamp, days left; free tasks can be chosen and claimed together. */

let waiting = new Map();
let timer;

/** The cards of a list are asked for in one question. */
function card(task) {
  return new Promise(resolve => {
    waiting.set(task, [...waiting.get(task) ?? [], resolve]);
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const asked = waiting;
      waiting = new Map();
      const found = await ask('GET', `/desk/cards?tasks=${[...asked.keys()].join(',')}`).catch(() => []);
      const byTask = new Map(found.map(one => [one.task, one]));
      asked.forEach((askers, id) => askers.forEach(asker => asker(byTask.get(id))));
    }, 30);
  });
}

const chosen = new Set();
let bar;

function showBar() {
  if (!bar?.isConnected) {
    bar = document.createElement('div');
    bar.className = 'claim-bar';
    bar.setAttribute('role', 'status');
    document.querySelector('.column-center')?.append(bar);
  }
  bar.replaceChildren();
  bar.hidden = chosen.size === 0;
  if (bar.hidden) return;
  const claim = document.createElement('button');
  claim.type = 'button';
  claim.className = 'btn btn-primary';
  claim.textContent = `认领所选 ${chosen.size} 件`;
  claim.addEventListener('click', claimChosen);
  const none = document.createElement('button');
  none.type = 'button';
  none.className = 'btn btn-link';
  none.textContent = '取消选择';
  none.addEventListener('click', () => {
    chosen.clear();
    document.querySelectorAll('.case-card input:checked').forEach(box => { box.checked = false; });
    showBar();
  });
  bar.append(claim, none);
}

async function claimChosen() {
  const tasks = [...chosen];
  chosen.clear();
  let words;
  try {
    const answers = await ask('POST', '/desk/claims', tasks);
    const refused = answers.filter(answer => answer.refused);
    words = `已认领 ${answers.length - refused.length} 件`
      + (refused.length ? `；${refused.length} 件没有认领：${[...new Set(refused.map(answer => answer.refused))].join('、')}` : '');
  } catch (failure) {
    words = failure.message;
  }
  showBar();
  bar.hidden = false;
  bar.replaceChildren(words);
  setTimeout(() => { if (!chosen.size) bar.hidden = true; }, 6000);
  document.querySelectorAll('.case-card').forEach(drawn => drawn.redraw?.());
}

async function draw(node, task) {
  const found = await card(task);
  node.replaceChildren();
  if (!found) return;
  const line = document.createElement('p');
  if (found.lamp) {
    const lamp = document.createElement('span');
    lamp.className = `card-lamp ${found.lamp}`;
    lamp.textContent = found.word;
    line.append(lamp);
  }
  if (found.left) {
    const left = document.createElement('span');
    left.className = found.left.startsWith('已超') ? 'card-late' : '';
    left.textContent = found.left;
    line.append(left);
  }
  if (found.cover) {
    const cover = document.createElement('span');
    cover.className = 'card-cover';
    cover.textContent = found.cover;
    line.append(cover);
  }
  if (found.isFree) {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = chosen.has(task);
    box.setAttribute('aria-label', `选择 ${found.name} ${found.caseNumber}，一并认领`);
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(task);
      else chosen.delete(task);
      showBar();
    });
    label.append(box, '待认领');
    label.addEventListener('click', event => event.stopPropagation());
    line.append(label);
  }
  node.append(line);
}

export default {
  id: 'case-card',
  pluginPoint: 'tasklist.card',
  priority: 200,
  render(node, {taskId}) {
    node.className = 'case-card';
    node.redraw = () => draw(node, taskId);
    draw(node, taskId);
  }
};
