import {ask, frame} from '/site/workplace.js';

const TITLE = '时限监督';

/* Shown to those who have figures to see; the server says so. */
async function whenAllowed(show) {
  try {
    await ask('GET', '/supervision/scope');
    show();
  } catch (refused) {
    console.info(TITLE, refused.message);
  }
}

export default [
  {
    id: 'supervision',
    pluginPoint: 'cockpit.navigation',
    priority: 110,
    properties: {checkActive: address => address.includes('#/supervision')},
    render(node) {
      whenAllowed(() => {
        const link = document.createElement('a');
        link.href = '#/supervision';
        link.textContent = TITLE;
        node.append(link);
      });
    }
  },
  {
    id: 'supervision-page',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: {path: '/supervision'},
    render(node) {
      frame(node, '/supervision', TITLE);
    }
  },
  {
    id: 'supervision-lamps',
    pluginPoint: 'cockpit.dashboard',
    priority: 1000,
    properties: {label: TITLE},
    render(node) {
      whenAllowed(() => frame(node, '/supervision/lamps', TITLE));
    }
  }
];
