import {ask} from '/site/workplace.js';

/* Finds one's own tasks by number, item or applicant, from wherever one is. */
export default {
  id: 'case-search',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render(node) {
    node.className = 'case-search';
    const input = document.createElement('input');
    input.type = 'search';
    input.placeholder = '办件编号、申请人、事项';
    input.setAttribute('aria-label', '在我的任务中查找：办件编号、申请人、事项');
    input.value = sessionStorage.getItem('case-search') ?? '';
    const list = document.createElement('ul');
    list.hidden = true;
    node.append(input, list);
    let asked = 0;

    function say(text) {
      const item = document.createElement('li');
      item.className = 'none';
      item.textContent = text;
      list.replaceChildren(item);
    }

    function entry(found) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      const place = new URLSearchParams(location.hash.split('?')[1] ?? '');
      place.set('task', found.task);
      link.href = `#/?${place}`;
      link.textContent = `${found.name}　${found.caseNumber}　${found.applicant}`;
      const more = document.createElement('small');
      more.textContent = [found.item, found.word, found.left].filter(Boolean).join('　');
      link.append(more);
      link.addEventListener('click', () => { list.hidden = true; });
      item.append(link);
      return item;
    }

    /* Whoever has no task of a case finds its page by its number, as on the receipt; whose it is, the page knows. */
    function page(number) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `/cases/${number}`;
      link.target = '_blank';
      link.textContent = `打开办件 ${number}`;
      item.append(link);
      return item;
    }

    async function search() {
      const text = input.value.trim();
      sessionStorage.setItem('case-search', text);
      const mine = ++asked;
      list.hidden = text.length < 2;
      if (list.hidden) return;
      try {
        const found = await ask('GET', `/desk/search?q=${encodeURIComponent(text)}`);
        if (mine !== asked) return;
        if (found.length) list.replaceChildren(...found.map(entry));
        else say('您的任务中没有找到');
        if (/^\d{20}[\dX]$/.test(text)) list.append(page(text));
      } catch (failure) {
        say(failure.message);
      }
    }

    let timer;
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(search, 250);
    });
    input.addEventListener('focus', () => input.value.trim().length > 1 && search());
    node.addEventListener('keydown', event => {
      const links = [...list.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      if (event.key === 'Escape') {
        list.hidden = true;
        input.focus();
      } else if (event.key === 'ArrowDown' && links.length) {
        links[Math.min(at + 1, links.length - 1)].focus();
      } else if (event.key === 'ArrowUp' && at >= 0) {
        (links[at - 1] ?? input).focus();
      } else {
        return;
      }
      event.preventDefault();
    });
    document.addEventListener('click', event => { if (!node.contains(event.target)) list.hidden = true; });
  }
};
