import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf } from '../../main/resources/META-INF/resources/page/reconciliation-groups.js';

test('what follows from a difference stands under it, what follows from two under both', () => {
  const cause = (path) => ({ path, kind: 'cause' });
  const effect = (path, causedBy) => ({ path, kind: 'effect', causedBy });
  const { causes, loose } = groupsOf({ cells: [cause('alone'), cause('a'), cause('b'), { path: 'same', kind: 'equal' }], effects: [effect('total', ['a', 'b']), effect('row', ['b']), effect('far', ['unlisted'])] });
  assert.deepEqual(causes.map((one) => [one.cell.path, one.effects.map((each) => each.path)]), [['a', ['total']], ['b', ['total', 'row']], ['alone', []]]);
  assert.deepEqual(loose.map((one) => one.path), ['far']);
});
