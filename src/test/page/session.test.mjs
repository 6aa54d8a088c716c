import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextLook, phaseOf } from '../../main/resources/META-INF/resources/page/session-notice.js';

const end = '2022-01-20T10:00:00Z';
const before = (minutes) => new Date(end).getTime() - minutes * 60_000;

test('the end is said five minutes before, and at the end', () => {
  assert.deepEqual([60, 5.01, 5, 1, 0, -3].map((minutes) => phaseOf(end, before(minutes))), ['none', 'none', 'soon', 'soon', 'over', 'over']);
  assert.equal(phaseOf(null, before(1)), 'none');
});

test('one looks again when something changes, and often enough after a sleep', () => {
  assert.equal(nextLook(end, before(7)), 2 * 60_000);
  assert.equal(nextLook(end, before(60 * 24 * 60)), 10 * 60_000);
  assert.equal(nextLook(end, before(3)), 30_000);
  assert.equal(nextLook(end, before(0.1)), 6_000);
  assert.equal(nextLook(end, before(-1)), 0);
});
