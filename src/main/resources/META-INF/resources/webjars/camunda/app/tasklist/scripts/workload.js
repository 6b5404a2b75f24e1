import {ask} from '/site/workplace.js';

/* For those who lead a unit: what its people have in hand. */
export default {
  id: 'workload',
  pluginPoint: 'tasklist.navbar.action',
  priority: 160,
  async render(node) {
    const shown = await ask('GET', '/desk/load/shown').catch(() => false);
    if (!shown) return;
    const link = document.createElement('a');
    link.href = '/desk/load';
    link.target = '_blank';
    link.textContent = '在办与改派';
    node.append(link);
  }
};
