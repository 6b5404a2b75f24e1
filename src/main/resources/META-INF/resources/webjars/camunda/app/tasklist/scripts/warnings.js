import {ask} from '/site/workplace.js';

/* 警示 and how many cards wait, for those who have any to do with them. Asked anew when the person comes back, and not by the
   clock: that would keep a forgotten login alive. */
export function entry(node, link) {
  const look = async () => {
    if (document.hidden) return;
    try {
      const {shown, count} = await ask('GET', '/desk/warnings');
      node.replaceChildren(...(shown ? [link] : []));
      link.textContent = count > 0 ? `警示 ${count}` : '警示';
      link.title = count > 0 ? `${count} 张警示牌待处理` : '警示牌';
    } catch (failure) {
      console.warn('警示', failure.message);
    }
  };
  const events = [[document, 'visibilitychange'], [window, 'focus'], [window, 'hashchange'], [window, 'warnings']];
  events.forEach(([target, event]) => target.addEventListener(event, look));
  look();
  return () => events.forEach(([target, event]) => target.removeEventListener(event, look));
}

let leave;

export default {
  id: 'warnings',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render(node) {
    const link = document.createElement('a');
    link.href = '/supervision/warnings';
    link.target = '_blank';
    leave = entry(node, link);
  },
  unmount() {
    leave?.();
  }
};
