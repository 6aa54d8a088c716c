import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsFor, countsOf, daysBetween, filtered, groupsOf, rowsOf, sharedActs, prefixOf, shortName } from '../../main/resources/META-INF/resources/page/board-rows.js';
import { offsetsOf, shown } from '../../main/resources/META-INF/resources/page/window-rows.js';
import { countsOf as countFindings, filtered as filterFindings, groupsOf as groupFindings, placeOf } from '../../main/resources/META-INF/resources/page/finding-groups.js';
import { gravestLast, inOrder, mostOf, numbersAt, openOnes } from '../../main/resources/META-INF/resources/page/findings-order.js';
import { changesOf } from '../../main/resources/META-INF/resources/page/text-changes.js';
import { form } from './forms.mjs';

const standing = (organ, state, members = {}) => ({ organ, name: `${organ}局`, region: '371002', regionName: '环翠区', kind: 'department', status: 'pending', state, exempt: false, due: '2022-01-26', ...members });
const today = '2022-01-24';

test('whose turn it is comes first', () => {
  const rows = rowsOf({ today,
    standings: [standing('A', 'published', { report: 1 }), standing('B', 'notStarted'), standing('C', 'draft', { report: 2 }), standing('D', 'submitted', { report: 3 }),
      standing('E', 'returned', { report: 4, returnDue: '2022-01-27' }), standing('F', 'notStarted', { exempt: true }), standing('G', 'draft', { report: 5 }), standing('H', 'notStarted', { due: '2022-01-25' })],
    summaries: [{ id: 5, scope: 'organ', errors: 2, waived: 0, revision: 3 }, { id: 2, scope: 'organ', errors: 1, waived: 1 }],
    findings: [{ report: 5, finding: { severity: 'warning', message: 'w' } }, { report: 5, finding: { severity: 'error', message: 'e' } }] });
  assert.deepEqual(rows.map((row) => row.organ), ['G', 'H', 'B', 'C', 'E', 'D', 'A', 'F']);
  assert.deepEqual(rows.map((row) => row.state), ['errors', 'not-started', 'not-started', 'draft', 'returned', 'submitted', 'published', 'exempt']);
  assert.equal(rows[0].finding.message, 'e');
  assert.deepEqual(rows.map((row) => row.daysLeft), [2, 1, 2, 2, 3, null, null, null]);
  assert.equal(countsOf(rows)['not-started'], 2);
  assert.deepEqual(filtered(rows, { states: ['errors', 'returned'] }).map((row) => row.organ), ['G', 'E']);
  assert.deepEqual(filtered(rows, { q: 'b局' }).map((row) => row.organ), ['B']);
  assert.deepEqual(filtered(rows, { problems: 'errors' }).map((row) => row.organ), ['G'], 'what is waived is no error any more');
  assert.deepEqual(Object.values(groupsOf(rows)).map((group) => group.length), [5, 1, 2]);
});

test('only what fits can be done, and with how many', () => {
  const rows = [{ state: 'submitted' }, { state: 'submitted' }, { state: 'accepted' }, { state: 'published', hidden: true }];
  assert.deepEqual(sharedActs(rows).map(({ act, rows: fit }) => [act, fit.length]), [['accept', 2], ['return', 2], ['publish', 1], ['reopen', 2], ['unhide', 1]]);
  assert.deepEqual(actsFor({ state: 'exempt' }), []);
  assert.equal(daysBetween('2022-02-27', '2022-03-01'), 2);
  assert.equal(daysBetween('2022-03-01', '2022-02-27'), -2);
});

test('a list of 6,000 rows draws those in sight', () => {
  const offsets = offsetsOf(Array.from({ length: 6000 }, (_, i) => (i % 10 ? 32 : 52)));
  const { first, end, before, after } = shown(offsets, 100_000, 900, 0);
  assert.ok(end - first < 40 && end - first > 20);
  assert.equal(before + (offsets[end] - offsets[first]) + after, offsets[6000]);
  assert.deepEqual(shown(offsetsOf([]), 0, 900), { first: 0, end: 0, before: 0, after: 0 });
  assert.equal(shown(offsets, -50, 900).first, 0);
});

test('findings are numbered as the document runs, and one mistake is one remark', () => {
  const cell = (path, stated = 0) => ({ path, label: path, stated });
  const suggestion = { cells: [cell('applications.outcomes.total.naturalPerson', 84)] };
  const findings = [
    { id: 'T3-BAL:x', rule: 'T3-BAL', severity: 'error', message: '', suggestion, cells: [cell('applications.received.naturalPerson'), cell('applications.outcomes.total.naturalPerson')] },
    { id: 'T3-SUM:x', rule: 'T3-SUM', severity: 'error', message: '', suggestion, cells: [cell('applications.outcomes.granted.naturalPerson'), cell('applications.outcomes.total.naturalPerson')] },
    { id: 'T3-ROW:r', rule: 'T3-ROW', severity: 'error', message: '', cells: [cell('applications.received.naturalPerson'), cell('applications.received.total')] },
    { id: 'X-CARRY:x', rule: 'X-CARRY', severity: 'warning', message: '', cells: [cell('applications.carriedOver.total'), { ...cell('applications.carriedForward.total'), year: 2020 }], explanation: { reason: '补登' } },
    { id: 'TEXT:o', rule: 'TEXT-COUNT', severity: 'warning', message: '', cells: [{ path: 'narrative.overview', label: '', stated: '98', at: 12 }] },
    { id: 'S5', rule: 'S5-EMPTY', severity: 'warning', message: '', cells: [{ path: 'narrative.problems', label: '', stated: null }] },
  ];
  const remarks = inOrder(findings, { forms: { 2021: form('2021') }, editions: { disclosure: '2021', applications: '2021', contests: '2021' } });
  assert.deepEqual(remarks.map((one) => [one.number, one.finding.id, one.place, one.section]), [
    [1, 'TEXT:o', 'narrative.overview', 'overview'], [2, 'T3-ROW:r', 'applications.received.total', 'applications'],
    [3, 'X-CARRY:x', 'applications.carriedOver.total', 'applications'], [4, 'T3-BAL:x', 'applications.outcomes.total.naturalPerson', 'applications'],
    [5, 'S5', 'narrative.problems', 'problems']]);
  assert.deepEqual(remarks[3].others.map((one) => one.id), ['T3-SUM:x']);
  assert.ok(remarks[3].allCells.includes('applications.outcomes.granted.naturalPerson'));
  assert.deepEqual(remarks[0].texts, [{ part: 'overview', at: 12, words: '98' }]);
  assert.equal(numbersAt(remarks).get('applications.carriedOver.total')[0].number, 3);
  assert.deepEqual(openOnes(remarks).map((one) => one.number), [1, 2, 4, 5]);
});

test('where marks meet, the graver one is seen', () => {
  const remarks = [[1, 'info', 'a'], [2, 'warning', 'a'], [3, 'info', 'b'], [4, 'error', 'a']].map(([number, severity, place]) => ({ number, severity, place }));
  assert.deepEqual(numbersAt(remarks).get('a').map((one) => one.number), [4, 2, 1]);
  assert.deepEqual(gravestLast(remarks).map((one) => one.severity), ['info', 'info', 'warning', 'error']);
  assert.deepEqual(mostOf(remarks, 2).map((one) => one.number), [2, 4]);
});

test('findings of a region by rule, gravest first', () => {
  const item = (report, rule, severity, members) => ({ report, organ: `O${report}`, name: `第${report}局`, scope: 'organ', state: 'draft', finding: { id: `${rule}:${report}`, rule, severity, message: 'm', cells: [], ...members } });
  const items = [item(1, 'X-CARRY', 'warning', { explanation: {} }), item(1, 'T3-BAL', 'error'), item(2, 'T3-BAL', 'error', { waiver: {} }), item(2, 'X-CARRY', 'warning'), item(3, 'X-JUMP', 'info')];
  assert.deepEqual(groupFindings(items).map((group) => [group.id, group.items.length, group.organs, group.open]), [['T3-BAL', 2, 2, 1], ['X-CARRY', 2, 2, 1], ['X-JUMP', 1, 1, 1]]);
  assert.equal(filterFindings(items).length, 3);
  assert.equal(filterFindings(items, { settled: 'all', q: '第2局' }).length, 2);
  assert.deepEqual(countFindings(items), { reports: 3, ofGovernments: 0, withErrors: 1, errors: 1, withWarnings: 2, warnings: 2, open: 1, openOrgans: 1 });
  assert.deepEqual(placeOf({ id: 'BLANK:applications', cells: [{ label: 'a' }, { label: 'b' }, { label: 'b' }, { label: 'c' }, { label: 'x', year: 2020 }] }), { cells: ['a', 'b'], more: 1 });
  const now = form('2021');
  assert.equal(placeOf({ id: 'T3-BAL:applications.naturalPerson', cells: [] }, now.rules.find((rule) => rule.id === 'T3-BAL'), now).line.zh, '自然人');
  assert.deepEqual(placeOf({ id: 'X-CARRY:applications.total', cells: [{ label: '上年结转 / 总计' }, { label: '结转下年度 / 总计', year: 2020 }] }, now.rules.find((rule) => rule.id === 'X-CARRY'), now).cells, ['上年结转 / 总计'], 'a column alone names no cell');
  assert.equal(placeOf({ id: 'T3-ROW:applications.outcomes.granted', cells: [] }, now.rules.find((rule) => rule.id === 'T3-ROW'), now).line.zh, '（一）予以公开');
});

test('what was taken out of a sentence and put in', () => {
  assert.deepEqual(changesOf('收到申请96件。', '收到申请98件。'), [{ kind: 'same', text: '收到申请' }, { kind: 'removed', text: '96' }, { kind: 'added', text: '98' }, { kind: 'same', text: '件。' }]);
  assert.deepEqual(changesOf('', '新'), [{ kind: 'added', text: '新' }]);
  for (const [a, b] of [['甲乙丙丁', '丁丙乙甲'], ['abc', 'abc'], ['加强培训，完善制度', '加强业务培训，健全制度']]) {
    const pieces = changesOf(a, b);
    assert.equal(pieces.filter((one) => one.kind !== 'added').map((one) => one.text).join(''), a);
    assert.equal(pieces.filter((one) => one.kind !== 'removed').map((one) => one.text).join(''), b);
  }
});

test('a region that most names begin with is said once, and no name becomes nothing', () => {
  const region = { name: '文登区', ancestors: [{ name: '全国', level: 'nation' }, { name: '威海市', level: 'city' }] };
  const rows = ['威海市文登区财政局', '威海市文登区审计局', '双江县管委会'].map((name) => ({ name }));
  assert.equal(prefixOf(rows, region), '威海市文登区');
  assert.equal(prefixOf(rows.slice(1).concat(rows[2]), region), '');
  assert.equal(prefixOf(rows, undefined), '');
  assert.deepEqual(['威海市文登区财政局', '双江县管委会', '威海市文登区'].map((name) => shortName(name, '威海市文登区')), ['财政局', '双江县管委会', '威海市文登区']);
});

test('reports of governments are told apart from those of organs', () => {
  const of = (report, scope) => ({ report, organ: `o${report}`, scope, state: 'submitted', finding: { id: 'A:b', rule: 'A', severity: 'warning', cells: [] } });
  assert.equal(countFindings([of(1, 'organ'), of(2, 'organ')]).ofGovernments, 0);
  assert.equal(countFindings([of(1, 'organ'), of(2, 'area'), of(2, 'area'), of(3, 'level')]).ofGovernments, 2);
});
