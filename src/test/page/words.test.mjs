import assert from 'node:assert/strict';
import { test } from 'node:test';
import { days, regionName, setLanguage, several } from '../../main/resources/META-INF/resources/page/words.js';
import { wantsKey } from '../../main/resources/META-INF/resources/page/views.js';

test('one is no plural, and thousands have their comma', () => {
  setLanguage('en');
  assert.deepEqual([0, 1, 1763].map((n) => several(n, 'organ')), ['0 organs', '1 organ', '1,763 organs']);
  assert.equal(several(1, 'cell is blank', 'cells are blank'), '1 cell is blank');
  assert.deepEqual([1, 1763].map(days), ['1 day', '1,763 days']);
  setLanguage('zh');
  assert.equal(days(1763), '1,763天');
});

test('of regions only the nation has a name in English', () => {
  setLanguage('en');
  assert.equal(regionName({ level: 'nation', name: '中华人民共和国' }), 'China');
  assert.equal(regionName({ level: 'district', name: '环翠区' }), '环翠区');
  assert.equal(regionName(undefined), '');
  setLanguage('zh');
  assert.equal(regionName({ level: 'nation', name: '中华人民共和国' }), '中华人民共和国');
});

test('what wants a key is not offered without one', () => {
  const shut = { caller: null, settings: { publicReading: false } };
  const open = { caller: null, settings: { publicReading: true } };
  const office = { caller: { role: 'office' }, settings: { publicReading: false } };
  for (const view of ['overview', 'reports', 'data', 'about', 'search']) {
    assert.equal(wantsKey(view, shut), true, view);
    assert.equal(wantsKey(view, open), false, view);
    assert.equal(wantsKey(view, office), false, view);
  }
  for (const view of ['', 'sign-in', 'problems', 'nowhere']) assert.equal(wantsKey(view, shut), false, view);
  assert.equal(wantsKey('board', open), true);
});
