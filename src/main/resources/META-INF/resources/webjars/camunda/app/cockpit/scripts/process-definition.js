import {frame} from '/site/workplace.js';

/* 等待: where the cases of a model wait, and how its versions compare. */
export default {
  id: 'model-waits',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 100,
  properties: {label: '等待'},
  render(node, {processDefinitionId}) {
    frame(node, `/supervision/models/${encodeURIComponent(processDefinitionId)}`, '等待');
  }
};
