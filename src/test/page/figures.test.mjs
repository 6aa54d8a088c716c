import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, difference, meaning, minus, number, plain, rate, share, short } from '../../main/resources/META-INF/resources/page/cell.js';
import { sorted, tsv } from '../../main/resources/META-INF/resources/page/figure-table.js';
import { reading } from '../../main/resources/META-INF/resources/page/figures.js';
import { placed } from '../../main/resources/META-INF/resources/page/balance.js';
import { most } from '../../main/resources/META-INF/resources/page/bar.js';
import { childRows } from '../../main/resources/META-INF/resources/page/children.js';
import { numberLink, partsOf } from '../../main/resources/META-INF/resources/page/number-link.js';
import { day, moment, say, setLanguage } from '../../main/resources/META-INF/resources/page/words.js';

test('zero, blank, not applicable and no number are four things', () => {
  assert.deepEqual([0, null, undefined, '', 'n/a', '251000元', { value: 22, remark: '其中修订16件' }, { value: null }].map(meaning),
    ['number', 'blank', 'blank', 'blank', 'notApplicable', 'invalid', 'number', 'blank']);
  assert.deepEqual([0, null, 'n/a', '251000元', 412].map(plain), ['0', '', '/', '251000元', '412']);
});

test('numbers keep what was stated and group it in threes', () => {
  assert.equal(number(12345678), '12,345,678');
  assert.equal(number(-84), '−84');
  assert.equal(number(1204.36), '1,204.36');
  assert.equal(number(999), '999');
});

test('a difference has its sign, is exact, and is none where one side is none', () => {
  assert.equal(difference(412, 389), '+23');
  assert.equal(difference(5, 6), '−1');
  assert.equal(difference(6, 6), '0');
  assert.equal(difference(0.3, 0.1), '+0.2');
  assert.equal(minus(1204.36, 1204.3), 0.06);
  assert.equal(difference(3, null), '');
  assert.equal(difference('n/a', 3), '');
  assert.equal(difference(33.9, 34.8, 'percent'), '−0.9个百分点');
  assert.equal(difference(3, 1, 'times'), '+2倍');
});

test('per cent only from 20 cases on', () => {
  assert.equal(change(24, 23), '+4.3%');
  assert.equal(change(10, 19), '');
  assert.equal(change(0, 20), '−100.0%');
  assert.equal(change(20, 20), '0.0%');
  assert.equal(rate(0.441), '44.1%');
  assert.equal(rate(null), '');
  assert.equal(share(181, 411), '44.0%');
  assert.equal(share(0, 0), '');
});

test('万 stands in sentences from 100,000 on, in Chinese only', () => {
  assert.equal(short(123456), '12.3万');
  assert.equal(short(99999), '99,999');
  setLanguage('en');
  assert.equal(short(123456), '123,456');
  assert.equal(say('缺', 'missing'), 'missing');
  assert.equal(day('2022-01-24'), '24 January 2022');
  setLanguage('zh');
});

test('days are those of China', () => {
  assert.equal(moment('2022-01-23T16:30:00Z'), '2022年1月24日00:30');
  assert.equal(day('2022-01-24', { year: true }), '2022年1月24日');
});

test('a copy holds what was stated, and nothing that breaks its lines', () => {
  const columns = [{ head: '机关', plain: (row) => row.name }, { head: '图' }, { head: '2021年', plain: (row) => plain(row.now) }];
  assert.equal(tsv(columns, [{ heading: '单位：条' }, { name: '甲\t局', now: null }, { name: '乙局', now: 0 }]), '机关\t2021年\n单位：条\n甲 局\t\n乙局\t0');
});

test('what says nothing comes last whichever way one sorts, groups and sums stay', () => {
  const columns = [{ id: 'now', by: (row) => row.now }];
  const rows = [{ heading: 'a' }, { n: 1, now: 3 }, { n: 2, now: null }, { n: 3, now: 9 }, { n: 4, sum: true, now: 12 }, { heading: 'b' }, { n: 5, now: 1 }];
  const order = (down) => sorted(columns, rows, { id: 'now', down }).map((row) => row.heading ?? row.n);
  assert.deepEqual(order(true), ['a', 3, 1, 2, 4, 'b', 5]);
  assert.deepEqual(order(false), ['a', 1, 3, 2, 4, 'b', 5]);
});

const sections = {
  disclosure: {
    places: [{ year: 2020, coverage: { reported: 47 } }, { year: 2021, coverage: { reported: 44 } }],
    rows: [{ year: 2020, row: 'fees', amount: undefined, reports: 47 }, { year: 2021, row: 'fees', amount: 520.6, blank: 2, reports: 44 }],
  },
  publications: {
    places: [{ year: 2020, coverage: { reported: 0 } }],
    rows: [{ year: 2021, channel: 'website', unit: 'item', count: 54 }, { year: 2021, channel: 'website', unit: 'event', count: 1 }],
    totals: [{ year: 2021, unit: 'item', count: 411 }],
  },
};

test('a number is read by section, row, column and year; why last year has none is said', () => {
  const figures = reading(sections, 2021);
  assert.deepEqual(figures.at('disclosure', 'fees', 'amount'), { value: 520.6, blank: 2, reports: 44 });
  assert.equal(figures.at('disclosure', 'fees', 'amount', 2020).value, null);
  assert.equal(figures.why('disclosure', 'fees', 'amount'), '版式不同');
  assert.equal(figures.why('publications', 'website/item', 'count'), '上年无报告');
  assert.equal(figures.at('publications', 'website/event', 'count').value, 1);
  assert.equal(figures.at('publications', 'total/item', 'count').value, 411);
});

test('labels of narrow pieces stand apart and within the width', () => {
  const at = placed([{ x: 0 }, { x: 10 }, { x: 500 }, { x: 980 }], 1000, 72);
  assert.deepEqual(at, [0, 72, 500, 928]);
  const tight = placed(Array.from({ length: 7 }, (_, i) => ({ x: 990 + i })), 1000, 72);
  tight.slice(1).forEach((x, i) => assert.ok(x - tight[i] >= 72));
  assert.ok(tight.at(-1) <= 928);
});

test('the longest bar is that of the largest number, and nothing is no bar', () => {
  assert.equal(most([{ now: 3, then: null }, { now: undefined, then: 7 }], 'now', 'then'), 7);
  assert.equal(most([], 'now'), 0);
});

test('an organ without a report is a row that says so, not a row of zeros', () => {
  const data = {
    places: [{ code: 'a', name: '甲局', year: 2021, coverage: { reported: 1 } }, { code: 'b', name: '乙局', year: 2021, coverage: { reported: 0 } }, { code: 'a', name: '甲局', year: 2020, coverage: {} }],
    rows: [{ code: 'a', row: 'received', total: 0, previousTotal: 4, blank: 1 }],
  };
  assert.deepEqual(childRows(data, 2021).map((row) => [row.code, row.now, row.then, row.blank]), [['a', 0, 4, 1], ['b', undefined, null, 0]]);
});

test('a number leads to its parts, by an address that names it', () => {
  const where = { region: '371002', year: 2021, basis: 'accepted', open: true };
  assert.equal(numberLink(where, 'applications', 'outcomes.refused', 'total'), '/overview/371002/2021/applications.outcomes.refused.total?basis=accepted');
  assert.equal(numberLink({ ...where, open: false }, 'applications', 'received', 'total'), undefined);
  assert.equal(numberLink(where, 'publications', 'website/item'), '/overview/371002/2021/publications.website.item?basis=accepted');
  assert.deepEqual(partsOf('applications.outcomes.refused.total'), { section: 'applications', row: 'outcomes.refused', column: 'total' });
  assert.deepEqual(partsOf('publications.website.item'), { section: 'publications', channel: 'website', unit: 'item' });
  assert.deepEqual(partsOf('publications.total.item'), { section: 'publications', channel: null, unit: 'item' });
});
