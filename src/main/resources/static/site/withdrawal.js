/* The page 撤件: the browser's own words beside a file are in the browser's language. A file that is sent now is the paper. */

const paper = document.querySelector('.paper');
const file = paper?.querySelector('[type=file]');

if (file) {
  paper.classList.add('scripted');
  file.addEventListener('change', () => {
    paper.querySelector('output').textContent = file.files[0]?.name ?? '';
    paper.querySelectorAll('[type=radio]').forEach(choice => { choice.checked = false; });
  });
}
