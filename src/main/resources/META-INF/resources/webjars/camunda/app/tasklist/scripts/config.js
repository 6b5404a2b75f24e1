document.documentElement.lang = /^en\b/i.test(navigator.languages?.[0] ?? navigator.language) ? 'en' : 'zh-CN';

export default {
  app: {vendor: '一窗', name: '待办'},
  locales: {availableLocales: ['zh', 'en'], fallbackLocale: 'zh'},
  dateFormat: {normal: 'LLL', long: 'LLLL', short: 'LL'},
  disableWelcomeMessage: true,
  customScripts: [
    'scripts/calendar.js',
    'scripts/form-texts.js',
    'scripts/names.js',
    'scripts/order.js',
    'scripts/case-panel.js',
    'scripts/cards.js',
    'scripts/search.js',
    'scripts/drafts.js',
    'scripts/presence.js',
    'scripts/phrases.js',
    'scripts/all-materials.js',
    'scripts/next-task.js',
    'scripts/keys.js',
    'scripts/supervision.js',
    'scripts/warnings.js',
    'scripts/workload.js',
    'scripts/absence.js'
  ],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: '认领当前任务'},
    focusFilter: {key: 'ctrl+shift+f', description: '转到第一个列表'},
    focusList: {key: 'ctrl+alt+l', description: '转到任务列表的第一个任务'},
    focusForm: {key: 'ctrl+alt+f', description: '转到表单的第一个输入框'},
    startProcess: {key: 'ctrl+alt+p', description: '打开收件窗口'},
    findCase: {key: 'ctrl+alt+s', description: '查找办件'},
    submitForm: {key: 'ctrl+enter', description: '提交表单；提交后接着填写下一件'}
  }
};
