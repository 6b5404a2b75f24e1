import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDecision } from '../decisions.js';

const table = ({ id = 'routing', name = 'name="按责分办"', keep = 'camunda:historyTimeToLive="P190D"', rule = 'id="rule_a"' } = {}) => `
  <definitions id="definitions" name="样例" namespace="http://one-window/test"
      xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
    <decision id="${id}" ${name} ${keep}>
      <decisionTable id="table">
        <output id="output" name="department" typeRef="string" />
        <rule ${rule}><outputEntry id="entry"><text>"a"</text></outputEntry></rule>
      </decisionTable>
    </decision>
  </definitions>`;
const lint = async (xml, path = 'processes/routing.dmn') => (await checkDecision(path, xml)).map(({ rule }) => rule);
const refuses = (what, change, rule) => it(`refuses ${what}`, async () => assert.deepEqual(await lint(table(change)), [rule]));

describe('decisions', () => {
  it('accepts routing', async () => assert.deepEqual(await lint(table()), []));
  it('accepts the materials of an item', async () =>
    assert.deepEqual(await lint(table({ id: 'materials_permit' }), 'processes/items/social/permit/materials.dmn'), []));

  refuses('another id', { id: 'dispatch' }, 'id-of-its-file');
  refuses('a decision without history time to live', { keep: '' }, 'history-time-to-live');
  refuses('a rule without an id', { rule: '' }, 'rule-has-id');
  refuses('a decision without a name (dmnlint)', { name: '' }, 'label-required');
});
