import {ask} from '/site/workplace.js';

/* 时限监督 for the heads of departments, who have no Cockpit. */
export default {
  id: 'supervision',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  async render(node) {
    try {
      await ask('GET', '/supervision/scope');
    } catch (refused) {
      return;
    }
    const link = document.createElement('a');
    link.href = '/supervision';
    link.target = '_blank';
    link.textContent = '时限监督';
    node.append(link);
  }
};
