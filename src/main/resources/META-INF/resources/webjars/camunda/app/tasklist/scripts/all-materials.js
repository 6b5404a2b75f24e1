import {onForm} from '/site/open-task.js';

/* A clerk who has gone through all materials and found nothing wrong says so once. */
onForm((task, form, container) => {
  const {checklist, materials} = form._getState().data;
  const list = container.querySelector('.fjs-repeat-row-container, .fjs-form-field-dynamiclist');
  if (!checklist?.length || !materials?.length || !list) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-default all-materials';
  button.textContent = '逐项核对过，全部齐全、符合要求';
  button.addEventListener('click', () => {
    const {data} = form._getState();
    form._setState({
      data: {
        ...data,
        materials: data.materials.map((row, at) => ({
          ...row,
          copiesReceived: checklist[at].copies,
          originalChecked: checklist[at].needsOriginalCheck || row.originalChecked,
          upToStandard: true,
          defect: ''
        }))
      }
    });
    form._emit('changed', form._getState());
  });
  list.before(button);
});
