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
      // What is done on the page changes the count.
      frame(node, '/supervision/warnings', '警示').addEventListener('load', () => window.dispatchEvent(new Event('warnings')));
    }
  }
];
