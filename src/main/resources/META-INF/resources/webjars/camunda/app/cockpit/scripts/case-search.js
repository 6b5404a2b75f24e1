import {frame} from '/site/workplace.js';

/* 办件查询: open and finished cases; Cockpit's own lists know running instances alone. */
export default [
  {
    id: 'case-search',
    pluginPoint: 'cockpit.navigation',
    priority: 50,
    render(node) {
      const link = document.createElement('a');
      link.href = '#/case-search';
      link.textContent = '办件查询';
      node.append(link);
    }
  },
  {
    id: 'case-search-page',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: {path: '/case-search'},
    render(node) {
      frame(node, '/supervision/search', '办件查询');
    }
  }
];
