import {ask} from '/site/workplace.js';
import {onCompleted, onForm, taskForm} from '/site/open-task.js';

/* What is typed into a task's form is kept on the server until it is submitted. */

const PAUSE = 800;

function notice(container, text, discard) {
  container.parentElement.querySelector('.draft-notice')?.remove();
  const line = document.createElement('p');
  line.className = 'draft-notice';
  line.setAttribute('role', 'status');
  line.textContent = text;
  if (discard) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link';
    button.textContent = '不用草稿';
    button.addEventListener('click', discard);
    line.append(button);
  }
  container.before(line);
}

onForm(async (task, form, container) => {
  const path = `/desk/tasks/${encodeURIComponent(task)}/draft`;
  const data = () => form._getState().data;
  const first = structuredClone(data());
  // A form says that it changed while it is drawn too, and when a draft is put in or thrown away: nobody typed then.
  let kept = JSON.stringify(first);
  const {content, savedAt} = await ask('GET', path).catch(() => ({content: null}));
  if (taskForm() !== form) return;
  if (content) {
    // What was typed before the server answered goes before the draft.
    const early = Object.entries(data()).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(first[key]));
    form._setState({data: {...data(), ...content, ...Object.fromEntries(early)}});
    if (!early.length) kept = JSON.stringify(data());
    notice(container, `已恢复 ${savedAt} 保存的草稿。`, async () => {
      form._setState({data: first});
      kept = JSON.stringify(first);
      container.parentElement.querySelector('.draft-notice')?.remove();
      await ask('DELETE', path).catch(() => {});
    });
  }
  let timer;
  const keep = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const typed = JSON.stringify(data());
      if (typed === kept) return;
      kept = typed;
      ask('PUT', path, form._getSubmitData())
        .catch(failure => {
          kept = undefined; // the next change tries again
          notice(container, `草稿没有保存：${failure.status ? failure.message : '与服务器的连接断了，请不要关闭页面。'}`);
        });
    }, PAUSE);
  };
  form.on('changed', keep);
  keep();
  onCompleted(done => { if (done === task) clearTimeout(timer); });
});

onCompleted(task => ask('DELETE', `/desk/tasks/${encodeURIComponent(task)}/draft`).catch(() => {}));
