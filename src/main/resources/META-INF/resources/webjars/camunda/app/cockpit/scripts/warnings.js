import {entry} from '../../tasklist/scripts/warnings.js';
import {frame} from '/site/workplace.js';

let leave;

/* 警示: an entry of the navigation, and the page that it opens. */
export default [
  {
    id: 'warnings',
    pluginPoint: 'cockpit.navigation',
    priority: 40,
    render(node) {
      const link = document.createElement('a');
      link.href = '#/warnings';
      leave = entry(node, link);
    },
    unmount() {
      leave?.();
    }
  },
  {
    id: 'warnings-page',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: {path: '/warnings'},
    render(node) {
      frame(node, '/supervision/warnings', '警示');
    }
  }
];
