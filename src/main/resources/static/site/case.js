/* The page 办件: previews in place, files dropped onto a material, the diagram at the step that is being taken. */

/* Something was done on a page of ours: the workplace around it looks again, and a reload says it no more. */
if (document.querySelector('main').dataset.done) {
  history.replaceState(null, '', location.pathname);
  if (parent !== window) parent.dispatchEvent(new Event('case-changed'));
}

const viewer = document.querySelector('.viewer');
let shown;

async function show(page) {
  const {source, kind} = shown;
  const answer = await fetch(kind === 'picture' ? `${source}/view` : `${source}/pages/${page}`).catch(() => undefined);
  const wrong = viewer.querySelector('.wrong');
  const image = viewer.querySelector('img');
  wrong.hidden = Boolean(answer?.ok);
  image.hidden = !answer?.ok;
  if (!answer?.ok) {
    wrong.textContent = '现在不能显示，请稍后再试，或者下载后查看。';
    return;
  }
  shown.page = page;
  shown.pages = Number(answer.headers.get('Page-Count') ?? 1);
  URL.revokeObjectURL(image.src);
  image.src = URL.createObjectURL(await answer.blob());
  image.alt = `${shown.name} 第${page}页`;
  viewer.querySelector('.where').textContent = `${page} / ${shown.pages}`;
  viewer.querySelector('.pager').hidden = shown.pages === 1;
}

for (const button of document.querySelectorAll('.preview')) {
  button.addEventListener('click', () => {
    const name = button.parentElement.querySelector('.name').textContent;
    shown = {source: button.dataset.source, kind: button.dataset.preview, name, page: 1, pages: 1};
    viewer.querySelector('form .name').textContent = name;
    // In a frame as high as the page, the middle of the screen is nowhere: the preview opens where it was asked for.
    viewer.style.top = `${Math.max(0, button.getBoundingClientRect().top - 160)}px`;
    viewer.showModal();
    show(1);
  });
}

for (const turn of viewer.querySelectorAll('[data-page]')) {
  turn.addEventListener('click', () => {
    const page = shown.page + Number(turn.dataset.page);
    if (page >= 1 && page <= shown.pages) show(page);
  });
}

const list = document.querySelector('.materials[data-upload]');

function refuse(messages) {
  const refusal = document.querySelector('.refused:has(ul)');
  refusal.querySelector('ul').replaceChildren(...messages.map(message => {
    const item = document.createElement('li');
    item.textContent = message;
    return item;
  }));
  refusal.hidden = false;
  refusal.scrollIntoView({block: 'nearest'});
}

/** The server answers with a page; what it refused stands there in its own words. */
function refusals(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const words = page.querySelectorAll('.refused li');
  const said = [...words.length ? words : page.querySelectorAll('main h1')].map(item => item.textContent.trim());
  return said.length ? said : ['服务器没有完成这项操作，请稍后再试'];
}

/** A page that a form was sent for would be sent for once more. */
function showAgain() {
  const page = list.dataset.upload.replace(/\/attachments$/, '');
  if (location.pathname === page) location.reload();
  else location.assign(page);
}

function upload(form, files) {
  const content = new FormData(form);
  content.delete('file');
  for (const file of files) content.append('file', file);
  const progress = form.querySelector('progress');
  progress.hidden = false;
  const request = new XMLHttpRequest();
  request.upload.addEventListener('progress', sent => { progress.value = 100 * sent.loaded / sent.total; });
  request.addEventListener('load', () => {
    progress.hidden = true;
    if (request.status < 300) showAgain();
    else refuse(refusals(request.responseText));
  });
  request.addEventListener('error', () => {
    progress.hidden = true;
    refuse(['与服务器的连接断了，请检查网络后再上传']);
  });
  request.open('POST', list.dataset.upload);
  request.send(content);
}

if (list) {
  list.classList.add('droppable');
  for (const material of list.querySelectorAll('[data-material]')) {
    const form = material.querySelector('form[enctype]');
    const chooser = form.querySelector('[type=file]');
    form.querySelector('button').remove();
    chooser.addEventListener('change', () => chooser.files.length && upload(form, chooser.files));
    form.addEventListener('submit', event => event.preventDefault());
    material.addEventListener('dragover', event => {
      event.preventDefault();
      material.classList.add('over');
    });
    material.addEventListener('dragleave', () => material.classList.remove('over'));
    material.addEventListener('drop', event => {
      event.preventDefault();
      material.classList.remove('over');
      if (event.dataTransfer.files.length) upload(form, event.dataTransfer.files);
    });
  }
}

const picture = document.querySelector('.picture');
const current = picture?.querySelector('.task.current, .event.current') ?? picture?.querySelector('.group.current');
if (current) {
  const box = current.getBoundingClientRect();
  picture.scrollLeft = box.left - picture.getBoundingClientRect().left - picture.clientWidth / 2 + box.width / 2;
}
