import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawModel } from './svg.js';

const item = path => `items/${path}/process.bpmn`;
const backOffice = path => [item(path), 'task_backOffice'];

/** The pictures of processes/README.md: of which model, and what of it. */
const PICTURES = {
  'reception': [item('social/public-health-permit'), 'event_applicationReceived', 'task_frontDesk', 'gateway_accepted',
    'event_notAccepted', 'task_dispatch', 'gateway_dispatched', 'task_dispatchByHand', 'gateway_handOver'],
  'issuance': [item('social/public-health-permit'), 'task_recordDecision', 'gateway_decision', 'task_makeCertificate',
    'task_issuance', 'event_closed'],
  'deadlines': [item('social/public-health-permit'), 'task_watchOverDeadlines'],
  'instant': [item('commerce/individual-business-registration'), 'task_dispatch', 'gateway_handling', 'task_decideAtWindow',
    'gateway_windowOutcome', 'task_dispatchByHand', 'gateway_handOver', 'task_backOffice', 'gateway_decided'],
  'promised': backOffice('investment/land-use-planning-permit'),
  'on-site': backOffice('social/public-health-permit'),
  'publication': backOffice('social/minimum-living-allowance'),
  'levels': backOffice('social/old-age-allowance'),
  'joint': backOffice('investment/joint-completion-acceptance'),
  'special-procedure': [item('social/disability-certificate'), 'event_handedOver', 'task_startAssessment',
    'task_endAssessment'],
  'front-desk': ['stages/front-desk-acceptance.bpmn'],
  'unified-issuance': ['stages/unified-issuance.bpmn'],
  'acceptance-return': ['stages/acceptance-return.bpmn'],
  'consultation': ['stages/consultation.bpmn']
};

/** Their names and texts. */
export function drawPictures(processes) {
  return Promise.all(Object.entries(PICTURES).map(async ([name, [model, ...shown]]) =>
    [`${name}.svg`, await drawModel(readFileSync(join(processes, model), 'utf8'), shown)]));
}

if (process.argv[1] === import.meta.filename) {
  const processes = join(import.meta.dirname, '../../../processes');
  mkdirSync(join(processes, 'pictures'), { recursive: true });
  for (const [file, svg] of await drawPictures(processes)) {
    writeFileSync(join(processes, 'pictures', file), svg);
  }
}
