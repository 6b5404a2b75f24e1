import {frame} from '/site/workplace.js';

/* The panel 办件 beside a task's form. */
export default {
  id: 'case-panel',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {label: '办件'},
  render(node, {taskId}) {
    frame(node, `/desk/tasks/${encodeURIComponent(taskId)}/case`, '办件');
  }
};
