import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, keysFile, request } from '../../main/resources/META-INF/resources/page/issued-keys.js';

test('keys are asked for by region or by organs, up to the end of a day in China', () => {
  assert.deepEqual(request({ way: 'region', region: '371002', organs: [], label: ' 一季度 ', until: '2026-12-31' }), { region: '371002', label: '一季度', expiresAt: '2027-01-01T00:00:00+08:00' });
  assert.deepEqual(request({ way: 'organs', region: '371002', organs: new Map([['A', 1], ['B', 2]]).keys(), label: '', until: '' }), { organs: ['A', 'B'] });
  assert.notEqual(attempt(), attempt());
});

test('a spreadsheet takes codes for text and nothing for a formula', () => {
  const [heads, line, end] = keysFile([{ organ: '113501020000050047', name: '=1+1"', region: '350102', key: 'gk_a_b', until: '' }], ['代码', '机关', '地区', '密钥', '用到']).split('\r\n');
  assert.equal(heads, '\uFEFF"代码","机关","地区","密钥","用到"');
  assert.equal(line, '"=""113501020000050047""","=""=1+1""""""","=""350102""","gk_a_b",""');
  assert.equal(end, '');
});
