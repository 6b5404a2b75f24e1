/* The date pickers take their names from AngularJS, not from the locale files. */
if (document.documentElement.lang !== 'en') {
  const days = [...'日一二三四五六'];
  const months = Array.from({length: 12}, (_, month) => `${month + 1}月`);
  window.angular?.module('ngLocale').decorator('$locale', ['$delegate', locale => {
    Object.assign(locale.DATETIME_FORMATS, {
      DAY: days.map(day => `星期${day}`), SHORTDAY: days, MONTH: months, SHORTMONTH: months, STANDALONEMONTH: months,
      FIRSTDAYOFWEEK: 0
    });
    return locale;
  }]);
  window.angular?.module('ui.bootstrap.datepicker').run(['uibDatepickerConfig', picker => {
    picker.formatDayTitle = 'yyyy年M月';
  }]);
}
