import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellRows, marked, underHeadings } from '../../main/resources/META-INF/resources/page/beside-words.js';
import { bars, columns, heightOf, stacked } from '../../main/resources/META-INF/resources/page/chart-options.js';
import { rowsOf, valueOf } from '../../main/resources/META-INF/resources/page/compare-rows.js';
import { comparing, toggled } from '../../main/resources/META-INF/resources/page/compare-state.js';
import { columnsToChoose, measureName, measureOf, measureText, valuesOf } from '../../main/resources/META-INF/resources/page/measures.js';
import { yearRows } from '../../main/resources/META-INF/resources/page/years.js';
import { form } from './forms.mjs';

const HERE = { region: '371002', year: 2021, basis: 'submitted' };
const LOOK = { width: 900, font: 'sans-serif', size: 13, colors: Object.fromEntries(['ink', 'ink-2', 'line', 'line-2', 'paper', 'this', 'last', 'last-edge', 'o1', 'o2', 'o3', 'o4', 'o5', 'pattern'].map((name) => [name, `#${name}`])) };

test('what is compared stands in the address', () => {
  assert.equal(comparing({ region: '371002,371003', year: '2020,2021', section: 'applications' }, HERE).by, 'region');
  assert.deepEqual(comparing({ region: '371002', year: '2020,2021' }, HERE).years, [2021, 2020]);
  assert.equal(comparing({ region: '371002', year: '2020,2021' }, HERE).by, 'year');
  assert.equal(comparing({ organ: 'A,B', year: '2021' }, HERE).by, 'organ');
  assert.equal(comparing({ organ: 'A', year: '2020,2021' }, HERE).by, 'year');
  assert.equal(comparing({ region: '371002', year: '2021' }, HERE).by, null);
  assert.equal(comparing({ by: 'nonsense', year: 'x' }, HERE).by, null);
  assert.equal(comparing({ year: 'x' }, HERE).year, 2021);
  assert.equal(comparing({ organ: 'A,A,B,C,D,E,F,G' }, HERE).organs.length, 6);
});

test('a seventh is not taken, and none is dropped for it', () => {
  assert.deepEqual(toggled(['a', 'b'], 'b'), ['a']);
  assert.deepEqual(toggled(['a'], 'b'), ['a', 'b']);
  assert.deepEqual(toggled(['a', 'b', 'c', 'd', 'e', 'f'], 'g'), ['a', 'b', 'c', 'd', 'e', 'f']);
});

test('a measure is a cell of the form, a channel with its unit, or an indicator', () => {
  const edition = form('2021');
  for (const text of ['applications.outcomes.refused.stateSecret.total', 'disclosure.licensing.decisions', 'publications.wechat-video.item', 'indicators.correctionRate.litigation']) {
    assert.equal(measureText(measureOf(text)), text);
  }
  assert.equal(measureOf('applications'), null);
  assert.equal(measureOf('nothing.received.total'), null);
  assert.equal(measureName(edition, measureOf('applications.received.total')), '本年新收政府信息公开申请数量');
  assert.equal(measureName(edition, measureOf('disclosure.fees.amount')), '行政事业性收费');
  assert.deepEqual(columnsToChoose(edition, 'disclosure', 'licensing').map((one) => one.id), ['decisions']);
});

const coverage = (reported) => ({ reported, expected: 3 });

test('no report, blank and zero are three things, also for charts', () => {
  const data = { places: [{ code: 'a', name: '甲', year: 2021, coverage: coverage(1) }, { code: 'b', name: '乙', year: 2021, coverage: coverage(0) }, { code: 'c', name: '丙', year: 2021, coverage: coverage(1) }, { code: 'a', name: '甲', year: 2020, coverage: coverage(1) }],
    rows: [{ code: 'a', year: 2021, row: 'received', total: 0, previousTotal: 4, blank: 1 }, { code: 'c', year: 2021, row: 'received', total: null }] };
  const { rows, median } = valuesOf(measureOf('applications.received.total'), data, 2021);
  assert.deepEqual(rows.map((row) => row.now), [0, undefined, null]);
  assert.deepEqual(rows.map((row) => row.then), [4, null, null]);
  assert.equal(median, null);
  const option = bars({ rows, keys: { now: '2021', then: '2020' }, median: { name: '中位数', value: median }, text: String })(LOOK);
  assert.deepEqual(option.series[0].data, [0, null, null]);
  assert.equal(option.series[0].markLine, undefined);
  assert.equal(option.xAxis.min, 0);
});

test('rank and median are the service’s, never made here', () => {
  const rows = ['a', 'b'].map((code) => ({ code, year: 2021, indicator: 'disclosureRate', value: 0.4, rank: code === 'a' ? 1 : null, ranked: 7, tooFewToRank: code === 'b', median: code === 'a' ? 0.38 : null, denominator: 12 }));
  const found = valuesOf(measureOf('indicators.disclosureRate'), { places: rows.map(({ code }) => ({ code, name: code, year: 2021, coverage: coverage(1) })), rows }, 2021);
  assert.deepEqual(found.rows.map((row) => [row.rank, row.tooFew]), [[1, false], [null, true]]);
  assert.equal(found.median, 0.38);
  const option = bars({ rows: found.rows, keys: { now: '2021', then: '2020' }, median: { name: '中位数', value: 0.38 }, text: String })(LOOK);
  assert.equal(option.series[0].markLine.data[0].xAxis, 0.38);
  assert.equal(option.series.length, 1); // nothing of last year, so no second bar
});

test('every series of a chart is told apart without colour, and every axis begins at 0', () => {
  const series = ['甲', '乙', '丙', '丁', '戊', '己'].map((name, i) => ({ name, values: [i, null] }));
  for (const option of [columns({ names: ['2020', '2021'], series, text: String })(LOOK), stacked({ names: ['2020', '2021'], series, line: { name: '新收', values: [9, 8] }, text: String })(LOOK)]) {
    const looks = option.series.filter((one) => one.type === 'bar').map((one) => JSON.stringify(one.itemStyle.decal));
    assert.equal(new Set(looks).size, series.length);
    assert.equal(option.yAxis.min, 0);
    assert.equal(option.legend.selectedMode, false);
    assert.deepEqual(option.series[3].data, [3, null]);
  }
  assert.ok(heightOf([1, 2, 3]) > heightOf([1]));
});

test('rows of a section have what the form has, and computed subtotals where the service answers them', () => {
  const edition = form('2021');
  const data = { places: [{ year: 2021, coverage: coverage(2) }], rows: [{ year: 2021, row: 'outcomes.refused', total: 5, blank: 0 }, { year: 2021, row: 'received', total: 7, blank: 2 }] };
  const rows = rowsOf(edition, 'applications', data, 'total');
  assert.ok(rows.find((row) => row.row === 'outcomes.refused'));
  assert.ok(rows.find((row) => row.key === 'outcomes.notProcessed').heading);
  assert.equal(rows.filter((row) => !row.heading).every((row) => row.column === 'total'), true);
  const received = rows.find((row) => row.row === 'received');
  assert.deepEqual([valueOf(data, 'applications', received, { year: 2021 }).value, valueOf(data, 'applications', received, { year: 2021 }).blank], [7, 2]);
  assert.equal(valueOf(data, 'applications', received, { year: 2020 }).none, true);
  assert.equal(rowsOf(edition, 'disclosure', data, 'total').filter((row) => row.row === 'rules').length, 3);
});

const cell = (path, first, second, difference) => ({ path: `applications.${path}`, rowLabel: path.split('.')[0], column: path.split('.')[1], columnLabel: '列', ...(first === undefined ? {} : { first }), ...(second === undefined ? {} : { second }), ...(difference === undefined ? {} : { difference }) });

test('a cell that an edition lacks is told apart from one left blank', () => {
  const comparisons = [{ sections: [{ section: 'applications', cells: [cell('received.total', 5, 3, 2), cell('other.total', null, undefined), cell('received.naturalPerson', 1, 1, 0)] }], publications: [] },
    { sections: [{ section: 'applications', cells: [cell('received.total', 5, 5, 0), cell('old.total', undefined, 4)] }], publications: [] }];
  const rows = cellRows(comparisons, 'applications', 'total', false);
  assert.deepEqual(rows.map((row) => row.values.map((one) => (one.has ? one.value : 'none'))), [[5, 3, 5], [null, 'none', 'none'], ['none', 'none', 4]]);
  assert.deepEqual(rows[0].differences, [null, 2, 0]);
  assert.equal(cellRows(comparisons.slice(0, 1), 'applications', 'all', true).length, 2);
});

test('repeated stretches and other numbers are marked, and no word is lost', () => {
  const first = ['全年公开信息412条。', '持续推进平台建设。', '一是扎实做好政务公开培训工作。'];
  const part = { sentences: [{ kind: 'numbers', first: first[0], second: '全年公开信息389条。' }, { kind: 'same', first: first[1], second: first[1] }, { kind: 'other', first: first[2], second: '扎实做好政务公开培训，见人见事。' }],
    passages: [{ start: 22, end: 32, words: '' }] };
  const rows = marked(part);
  assert.deepEqual(rows.map((row) => row.first.map((one) => one.text).join('')), first);
  assert.equal(rows[0].second.map((one) => one.text).join(''), '全年公开信息389条。');
  assert.deepEqual(rows[0].first.filter((one) => one.mark?.kind === 'differs').map((one) => one.text), ['412']);
  assert.equal(rows[1].first.some((one) => one.mark), false);
  assert.deepEqual(rows[2].first.filter((one) => one.mark).map((one) => one.text), [part.sentences[2].first.slice(2, 12)]);
});

test('a heading over rows is said once, and again only where it is another one', () => {
  const rows = underHeadings(['一、本年新收', '三、结果 / （一）予以公开', '三、结果 / （三）不予公开 / 1.国家秘密', '三、结果 / （三）不予公开 / 2.其他', '三、结果 / （七）总计', '四、结转'].map((name, i) => ({ key: i, name })));
  assert.deepEqual(rows.map((row) => row.heading ?? `${row.level} ${row.name}`), ['0 一、本年新收', '三、结果', '1 （一）予以公开', '（三）不予公开', '2 1.国家秘密', '2 2.其他', '1 （七）总计', '0 四、结转']);
  assert.equal(new Set(rows.map((row) => row.key)).size, rows.length);
});

test('a year without reports has no number, not 0', () => {
  const rows = yearRows({ places: [{ year: 2020, coverage: { reported: 3 } }, { year: 2022, coverage: { reported: 0 } }],
    rows: [{ year: 2020, row: 'received', total: 0 }, { year: 2020, row: 'outcomes.granted', total: 4 }] });
  assert.deepEqual(rows.map((row) => [row.received, row.granted, row.refused]), [[0, 4, null], [undefined, undefined, undefined]]);
  assert.deepEqual(yearRows(undefined), []);
});
