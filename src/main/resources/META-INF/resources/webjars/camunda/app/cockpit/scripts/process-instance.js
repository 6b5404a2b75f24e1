import {frame} from '/site/workplace.js';

/* 办件: the case that an instance carries, its clock, its past and what comes next. */
export default {
  id: 'case-watched',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: {label: '办件'},
  render(node, {processInstanceId}) {
    frame(node, `/supervision/instances/${encodeURIComponent(processInstanceId)}`, '办件');
  }
};
