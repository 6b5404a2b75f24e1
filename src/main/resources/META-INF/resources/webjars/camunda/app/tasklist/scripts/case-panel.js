import {frame} from '/site/workplace.js';
import {onClaimed} from '/site/open-task.js';

/* The panel 办件 beside a task's form. What is done there Tasklist knows at once, and what can be done there goes by who has the
   task. */

let held;

addEventListener('case-changed', () => {
  window.angular?.element(document.body).injector()?.get('$rootScope').$broadcast('refresh');
  document.querySelectorAll('.case-card').forEach(card => card.redraw?.());
});

onClaimed(() => {
  if (held?.isConnected) held.src = held.src; // a reload would send a form once more
});

export default {
  id: 'case-panel',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {label: '办件'},
  render(node, {taskId}) {
    held = frame(node, `/desk/tasks/${encodeURIComponent(taskId)}/case`, '办件');
  }
};
