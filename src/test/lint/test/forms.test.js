import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkForm } from '../forms.js';

const NAME = { type: 'textfield', id: 'field_name', key: 'name', label: '姓名', validate: { maxLength: 50 } };
const HEAD = { id: 'sample', schemaVersion: 16, executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.24.0' };
const lint = (form, path = 'forms/tasks/sample.form') =>
  checkForm(path, JSON.stringify({ ...HEAD, components: [NAME], ...form })).map(({ rule }) => rule);
const refuses = (what, form, ...rules) => it(`refuses ${what}`, () => assert.deepEqual(lint(form), rules));

describe('forms', () => {
  it('accepts what Tasklist renders', () => assert.deepEqual(lint({
    components: [
      NAME,
      { type: 'datetime', subtype: 'date', id: 'field_date', key: 'date', dateLabel: '日期' },
      { type: 'dynamiclist', id: 'field_list', path: 'rows', components: [{ ...NAME, id: 'field_row' }] },
      { type: 'text', id: 'field_text', text: '说明', conditional: { hide: '=name = null' } }
    ]
  }), []));
  it('accepts a situation named for its item', () =>
    assert.deepEqual(lint({ id: 'situation_permit' }, 'processes/items/social/permit/situation.form'), []));

  it('refuses two forms of one id', () =>
    assert.equal(checkForm('sample.form', JSON.stringify(HEAD), new Set(['sample']))[0].rule, 'unique-id'));
  it('refuses broken JSON', () => assert.equal(checkForm('sample.form', '{')[0].rule, 'readable'));
  refuses('another id than the file name', { id: 'other' }, 'id-of-its-file');
  refuses('a newer schema', { schemaVersion: 17 }, 'platform');
  refuses('another platform', { executionPlatformVersion: '8.5.0' }, 'platform');
  refuses('a guard that is none', { guard: 'recordDecision' }, 'guard');
  refuses('a type that Tasklist does not render', { components: [{ type: 'filepicker', id: 'field_file' }] }, 'rendered-type');
  refuses('a key used twice', { components: [NAME, { ...NAME, id: 'field_other' }] }, 'unique-key');
  refuses('an input without a key', { components: [{ ...NAME, key: undefined }] }, 'unique-key');
  refuses('an id used twice', { components: [NAME, { ...NAME, key: 'other' }] }, 'unique-id');
  refuses('an English label', { components: [{ ...NAME, label: 'Name' }] }, 'chinese-label');
  refuses('a date without a label', { components: [{ type: 'datetime', id: 'field_date', key: 'date', subtype: 'date' }] }, 'chinese-label');
  refuses('a text without a limit', { components: [{ ...NAME, validate: {} }] }, 'bounded-text');
  refuses('a condition that is not FEEL', { components: [{ ...NAME, conditional: { hide: 'name' } }] }, 'feel-condition');
});
