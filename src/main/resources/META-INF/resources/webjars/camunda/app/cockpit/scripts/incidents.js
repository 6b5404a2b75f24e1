import {ask, frame} from '/site/workplace.js';

/* 故障: the steps that the engine could not take, at the start of Cockpit when there are some, and a page of their own. */
export default [
  {
    id: 'incidents-at-start',
    pluginPoint: 'cockpit.dashboard',
    priority: 950,
    render(node) {
      ask('GET', '/supervision/incidents/count').then(({count}) => {
        if (count > 0) frame(node, '/supervision/incidents', '故障');
      }).catch(() => {}); // who may not see them is not told of them
    }
  },
  {
    id: 'incidents-page',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: {path: '/incidents'},
    render(node) {
      frame(node, '/supervision/incidents', '故障');
    }
  }
];
