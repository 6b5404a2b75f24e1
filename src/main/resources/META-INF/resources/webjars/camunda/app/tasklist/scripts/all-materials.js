import {onForm} from '/site/open-task.js';

/* A clerk who has gone through all materials and found nothing wrong says so once. */
onForm((task, form, container) => {
  const {checklist} = form._getState().data;
  const list = container.querySelector('.fjs-form-field-group');
  if (!checklist?.length || !form._getState().data.materials_1 || !list) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-default all-materials';
  button.textContent = '逐项核对过，全部齐全、符合要求';
  button.addEventListener('click', () => {
    const data = {...form._getState().data};
    checklist.forEach((material, at) => {
      const row = data[`materials_${at + 1}`];
      data[`materials_${at + 1}`] = {
        ...row,
        copiesReceived: material.copies,
        originalChecked: material.needsOriginalCheck || row?.originalChecked,
        upToStandard: true,
        defect: ''
      };
    });
    form._setState({data});
  });
  list.before(button);
});
