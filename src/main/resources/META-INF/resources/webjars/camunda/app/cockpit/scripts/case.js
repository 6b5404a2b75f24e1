import {frame} from '/site/workplace.js';

/* On an instance: the case, its history and papers, and what the engine does next. */
export default {
  id: 'case',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: {label: '办件'},
  render(node, {processInstanceId}) {
    frame(node, `/supervision/instances/${encodeURIComponent(processInstanceId)}`, '办件');
  }
};
