/* form-js has no translation hook: its fixed texts are replaced where they appear. */
const texts = new Map([
  ['Field is required.', '必填。'],
  ['Field must be a valid email.', '请填写正确的电子邮箱。'],
  ['Field must be a valid  international phone number. (e.g. +4930664040900)', '请填写正确的电话号码（如 +8613800000000）。'],
  ['Value is not a number.', '请填写数字。'],
  ['Value is expected to be an integer.', '请填写整数。'],
  ['Nothing to show.', '没有内容'],
  ['No results', '没有符合的选项'],
  ['All values selected', '已全部选择'],
  ['Select', '请选择'],
  ['Search', '查找'],
  [' of ', ' / '],
  ['Previous page', '上一页'],
  ['Next page', '下一页'],
  ['Click to remove sorting', '点击取消排序'],
  ['Add new', '添加一行'],
  ['Collapse', '收起'],
  ['Remove tag', '移除'],
  ['Increment', '增加'],
  ['Decrement', '减少']
]);
const patterns = [
  [/^Field must match pattern .+\.$/s, '格式不正确。'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少 $1 个字符。'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字符。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多 $1 位小数。'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '数值不符合间隔，最接近的是 $1 和 $2。'],
  [/^Click to sort by (.+) (ascending|descending)$/, (_, column, order) => `点击按${column}${order === 'ascending' ? '升序' : '降序'}排列`],
  [/^Expand all \((\d+)\)$/, '展开全部（$1）'],
  [/^Remove list item (\d+)$/, '移除第 $1 行']
];
const attributes = ['placeholder', 'title', 'aria-label'];
const form = '.fjs-form';

function translated(text) {
  const exact = texts.get(text);
  if (exact) return exact;
  const match = patterns.find(([pattern]) => pattern.test(text));
  return match ? text.replace(...match) : text;
}

function visit(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (!node.parentElement?.closest(form)) return;
    const text = translated(node.data);
    if (text !== node.data) node.data = text;
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    if (node.closest(form)) {
      for (const name of attributes) {
        const value = node.getAttribute(name);
        const text = value && translated(value);
        if (text !== value) node.setAttribute(name, text);
      }
    } else if (!node.querySelector(form)) {
      return;
    }
    node.childNodes.forEach(visit);
  }
}

function start() {
  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === 'childList') change.addedNodes.forEach(visit);
      else if (change.type === 'characterData') visit(change.target);
      else if (change.target.closest(form)) visit(change.target);
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes
  });
  visit(document.body);

  const days = [...'日一二三四五六'];
  const months = Array.from({length: 12}, (_, month) => `${month + 1}月`);
  window.flatpickr?.localize({
    weekdays: {shorthand: days, longhand: days.map(day => `星期${day}`)},
    months: {shorthand: months, longhand: months},
    firstDayOfWeek: 1,
    yearAriaLabel: '年',
    monthAriaLabel: '月',
    hourAriaLabel: '时',
    minuteAriaLabel: '分'
  });
}

if (document.documentElement.lang !== 'en') start();
