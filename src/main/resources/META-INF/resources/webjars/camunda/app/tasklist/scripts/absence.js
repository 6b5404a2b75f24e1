import {ask} from '/site/workplace.js';

/* 外出与顶岗, for whoever belongs to a unit or leads one. */
export default {
  id: 'absence',
  pluginPoint: 'tasklist.navbar.action',
  priority: 155,
  async render(node) {
    const shown = await ask('GET', '/desk/absence/shown').catch(() => false);
    if (!shown) return;
    const link = document.createElement('a');
    link.href = '/desk/absence';
    link.target = '_blank';
    link.textContent = '外出与顶岗';
    node.append(link);
  }
};
