/* Ctrl+Enter submits the form of the task or of the dialogue that is open. */
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !event.ctrlKey) return;
  const button = document.querySelector('.modal .btn-primary') ?? document.querySelector("[ng-click='complete()']");
  if (!button || button.disabled) return;
  document.activeElement.blur(); // form-js takes a value in when its field is left
  event.preventDefault();
  requestAnimationFrame(() => requestAnimationFrame(() => button.click()));
});
