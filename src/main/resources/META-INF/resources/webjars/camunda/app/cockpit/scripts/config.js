document.documentElement.lang = /^en\b/i.test(navigator.languages?.[0] ?? navigator.language) ? 'en' : 'zh-CN';

export default {
  app: {vendor: '一窗', name: '运行监控'},
  locales: {availableLocales: ['zh', 'en'], fallbackLocale: 'zh'},
  dateFormat: {normal: 'LLL', long: 'LLLL', short: 'LL'},
  disableWelcomeMessage: true,
  customScripts: [
    '../tasklist/scripts/calendar.js',
    'scripts/supervision.js',
    'scripts/case-search.js',
    'scripts/process-definition.js',
    'scripts/process-instance.js',
    'scripts/incidents.js',
    'scripts/warnings.js'
  ]
};
