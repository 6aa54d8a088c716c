import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormGrid, layoutsFor } from '../../main/resources/META-INF/resources/page/form-grid.js';
import { layoutOf, longestOf, widthFor } from '../../main/resources/META-INF/resources/page/form-layout.js';
import { landBlock, readClipboard } from '../../main/resources/META-INF/resources/page/pasted-block.js';
import { placesOf } from '../../main/resources/META-INF/resources/page/report-places.js';
import { meaning, numberOf, readTyped, same, typedText } from '../../main/resources/META-INF/resources/page/stated.js';
import { gridEvents } from '../../main/resources/META-INF/resources/page/filing-table.js';
import { equationOf, totalsOf, zerosOf } from '../../main/resources/META-INF/resources/page/computed-totals.js';
import { gridKey } from '../../main/resources/META-INF/resources/page/grid-keys.js';
import { form } from './forms.mjs';

const forms = { 2019: form('2019'), 2021: form('2021') };
const NOW = { disclosure: '2021', applications: '2021', contests: '2021' };
const grid = (places = {}) => new FormGrid({ layouts: layoutsFor(forms, NOW, {}), places });
const keys = (one, ...names) => names.forEach((name) => gridKey(one, typeof name === 'string' ? { key: name } : name));
const section = (id, edition = '2021') => forms[edition].sections.find((one) => one.id === id);

test('what is typed stays what it is: number, blank, not applicable, remark, words', () => {
  const typed = { '': null, ' ': null, 0: 0, '007': 7, '1,234': 1234, '１２': 12, '-3': -3, '−3': -3, '0.394': 0.394, '/': 'n/a', '——': 'n/a', 不适用: 'n/a', 'N/A': 'n/a',
    '251000元': '251000元', '1,23': '1,23', '22（其中修订16件）': { value: 22, remark: '其中修订16件' }, '(5)': '(5)', '约40': '约40', '1e3': '1e3' };
  for (const [text, stated] of Object.entries(typed)) assert.deepEqual(readTyped(text), stated, text);
  assert.equal(readTyped('9007199254740993'), '9007199254740993', 'digits that would be rounded stay words');
  for (const stated of [null, 0, 12, -3, 0.394, 'n/a', '251000元', { value: 22, remark: '其中修订16件' }]) assert.deepEqual(readTyped(typedText(stated)), stated);
  assert.deepEqual([null, 0, 'n/a', '251000元', undefined].map(meaning), ['blank', 'number', 'notApplicable', 'invalid', 'blank']);
});

test('an amount keeps the zeros that were written, and is the number that it is', () => {
  const amount = readTyped('1,012.30');
  assert.deepEqual([typedText(amount), meaning(amount), numberOf(amount)], ['1012.30', 'number', 1012.3]);
  assert.equal(same(amount, readTyped('1012.30')), true);
  assert.equal(same(amount, 1012.3), false, 'taking a zero off is a change');
  assert.equal(placesOf({ disclosure: { fees: { amount } } })['disclosure.fees.amount'], amount);
  assert.equal(readTyped('1012.3'), 1012.3);
  assert.equal(JSON.parse(JSON.stringify({ amount })).amount, 1012.3);
});

test('every cell of both editions has one place in its table', () => {
  for (const edition of Object.values(forms)) {
    for (const one of edition.sections) {
      for (const printed of [true, false]) {
        const layout = layoutOf(one, { printed });
        assert.deepEqual([...layout.cells.keys()].sort(), one.cells.map((cell) => cell.path).sort(), `${edition.edition} ${one.id}`);
        for (const line of layout.lines.filter((each) => each.cells)) {
          assert.equal(line.cells[0].from, 0);
          line.cells.slice(1).forEach((cell, i) => assert.equal(cell.from, line.cells[i].to));
          assert.equal(line.cells.at(-1).to, layout.columns);
        }
        // Heads fill the table's width, spans downwards counted.
        const width = layout.head.map(() => 0);
        layout.head.forEach((cells, i) => cells.forEach(({ span, down }) => { for (let d = 0; d < down; d++) width[i + d] += span; }));
        if (layout.head.length) assert.deepEqual(new Set(width), new Set([layout.columns + (layout.bare ? 0 : 1)]), `${edition.edition} ${one.id} ${width}`);
      }
    }
  }
});

test('figures of eight digits get the room that they need', () => {
  assert.equal(longestOf([12345678, null, 'n/a', 3]), 10);
  assert.equal(longestOf([-0.394]), 6);
  const layout = layoutOf(section('applications'));
  assert.equal(widthFor(layout, longestOf([411])), null);
  assert.ok(widthFor(layout, 10) > 40);
  assert.ok(widthFor(layoutOf(section('contests')), 10) > widthFor(layoutOf(section('contests'), { printed: false }) ?? layout, 10));
  assert.equal(widthFor(layoutOf(section('disclosure')), 10), null);
});

test('a label and what stands in brackets behind it', () => {
  const rows = layoutOf(section('applications')).lines;
  assert.deepEqual([rows[4].label, rows[4].aside], ['（二）部分公开', '（区分处理的，只计这一情形，不计其他情形）']);
  assert.deepEqual([rows[3].label, rows[3].aside], ['（一）予以公开', '']);
});

test('the whole form by keyboard alone', () => {
  const one = grid();
  one.goTo('applications.received.naturalPerson');
  keys(one, '9', 'Tab', '2', 'Tab', '0', 'Enter');
  assert.equal(one.valueOf('applications.received.naturalPerson'), 9);
  assert.equal(one.valueOf('applications.received.researchInstitution'), 0);
  assert.equal(one.cursor, 'applications.carriedOver.researchInstitution');
  keys(one, 'ArrowDown');
  assert.equal(one.cursor, 'applications.outcomes.granted.researchInstitution', 'a heading has no cells');
  keys(one, '1', '2', 'Escape');
  assert.equal(one.valueOf(one.cursor), null, 'Escape takes back what is being typed');
  keys(one, '/', 'Enter');
  assert.equal(one.valueOf('applications.outcomes.granted.researchInstitution'), 'n/a');
  keys(one, { key: 'ArrowUp' }, 'Delete');
  assert.equal(one.valueOf('applications.outcomes.granted.researchInstitution'), null);
  keys(one, { key: 'z', ctrlKey: true });
  assert.equal(one.valueOf('applications.outcomes.granted.researchInstitution'), 'n/a');
  keys(one, { key: 'y', ctrlKey: true });
  assert.equal(one.valueOf('applications.outcomes.granted.researchInstitution'), null);
  keys(one, { key: 'Home', ctrlKey: true }, 'ArrowUp');
  assert.equal(one.cursor, 'disclosure.fees.amount', 'from one table to the next');
  keys(one, { key: 'Tab', shiftKey: true });
  assert.equal(one.cursor, 'disclosure.compulsion.decisions');
  assert.equal(gridKey(one, { key: 'm', ctrlKey: true }), false, 'what is not the grid’s is left to others');
  assert.equal(gridKey(one, { key: 'a', isComposing: true }), false);
});

test('left and right move the caret of a cell that is edited, and the cursor where typing replaces', () => {
  const one = grid({ 'applications.received.naturalPerson': 12 });
  one.goTo('applications.received.naturalPerson');
  keys(one, 'F2');
  assert.deepEqual(one.editing, { text: '12', replace: false });
  assert.equal(gridKey(one, { key: 'ArrowLeft' }), false);
  one.type('123');
  keys(one, 'Enter');
  assert.equal(one.valueOf('applications.received.naturalPerson'), 123);
  one.goTo('applications.received.naturalPerson');
  keys(one, '7', 'ArrowRight');
  assert.equal(one.valueOf('applications.received.naturalPerson'), 7);
  assert.equal(one.cursor, 'applications.received.commercialEnterprise');
});

test('a block of numbers lands where its corner is and goes over headings', () => {
  const one = grid();
  one.goTo('applications.outcomes.refused.thirdPartyRights.naturalPerson');
  const landed = one.paste({ text: '1\t1\t\t0\n0\t0\t0\t/\n1\t0\t0\t三\n' });
  assert.equal(landed.by, 'place');
  assert.equal(one.valueOf('applications.outcomes.refused.thirdPartyRights.commercialEnterprise'), 1);
  assert.equal(one.valueOf('applications.outcomes.refused.thirdPartyRights.researchInstitution'), null, 'a blank stays blank');
  assert.equal(one.valueOf('applications.outcomes.refused.internalAffairs.publicInterestOrganization'), 'n/a');
  assert.deepEqual(landed.words, ['applications.outcomes.refused.processInformation.publicInterestOrganization']);
  assert.equal(one.fresh.size, 11);
  one.undo();
  assert.deepEqual(one.places, {});
  one.goTo('applications.outcomes.refused.administrativeQuery.total');
  one.paste({ text: '5\n6' });
  assert.equal(one.valueOf('applications.outcomes.unableToProvide.notHeld.total'), 6, 'without the empty line of the heading');
  one.goTo('applications.outcomes.refused.administrativeQuery.total');
  one.paste({ text: '5\n\n7' });
  assert.equal(one.valueOf('applications.outcomes.unableToProvide.notHeld.total'), 7, 'with it');
  assert.equal(one.paste({ text: '1\t2\t3' }).outside, 2, 'what has no place is counted');
});

test('a table from Word with merged heads and labels lands by its labels, wherever the cursor is', () => {
  const html = `<html><body><table><tr><td rowspan=3 colspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan=7>申请人情况</td></tr>
    <tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr><tr><td>商业<br>企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
    <tr><td colspan=3><p>一、本年新收政府信息公开申请数量</p></td><td>9</td><td>2</td><td>0</td><td>0</td><td>0</td><td>0</td><td>11</td></tr>
    <tr><td rowspan=3>三、本年度办理结果</td><td colspan=2>（一）予以公开</td><td>4</td><td>1</td><td>&nbsp;</td><td>0</td><td>0</td><td>0</td><td>5</td></tr>
    <tr><td rowspan=2>（三）不予公开</td><td>1.属于国家秘密</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
    <tr><td>2．其他法律行政法规禁止公开</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>3</td></tr></table></body></html>`;
  const landed = landBlock(readClipboard({ html, text: 'x' }), layoutOf(section('applications')), 'applications.carriedForward.total');
  assert.equal(landed.by, 'labels');
  assert.equal(landed.rows, 4);
  assert.deepEqual(landed.words, []);
  assert.equal(landed.values['applications.received.total'], 11);
  assert.equal(landed.values['applications.outcomes.granted.researchInstitution'], null);
  assert.equal(landed.values['applications.outcomes.refused.otherLaw.naturalPerson'], 3);
  assert.equal(Object.keys(landed.values).length, 28);
});

test('quoted cells with breaks, and a copy that is pasted back', () => {
  assert.deepEqual(readClipboard({ text: '"a\nb"\t1\r\n\t2\r\n' }), [['a\nb', '1'], ['', '2']]);
  const one = grid({ 'applications.received.naturalPerson': 3, 'applications.received.commercialEnterprise': 'n/a', 'applications.carriedOver.naturalPerson': 0 });
  one.goTo('applications.received.naturalPerson');
  one.move('right', true);
  one.move('down', true);
  const copied = one.copy();
  assert.equal(copied.text, '3\t/\n0\t');
  one.goTo('applications.outcomes.refused.stateSecret.naturalPerson');
  one.paste(copied);
  assert.equal(one.valueOf('applications.outcomes.refused.stateSecret.commercialEnterprise'), 'n/a');
  assert.equal(one.valueOf('applications.outcomes.refused.otherLaw.commercialEnterprise'), null);
  assert.deepEqual(one.marked(), null);
  one.goTo('applications.outcomes.refused.otherLaw.naturalPerson', true);
  assert.deepEqual(one.marked(), { cells: 2, numbers: 2, sum: 3 });
});

test('contests stand in one row of fifteen on paper, and take such a row', () => {
  const one = grid();
  one.goTo('contests.reconsideration.upheld');
  one.paste({ text: Array.from({ length: 15 }, (_, i) => i).join('\t') });
  assert.equal(one.valueOf('contests.litigationDirect.upheld'), 5);
  assert.equal(one.valueOf('contests.litigationAfterReconsideration.total'), 14);
});

test('blank cells are filled with 0 in one act that can be undone', () => {
  const one = grid({ 'contests.reconsideration.upheld': 2, 'contests.reconsideration.other': 'n/a' });
  assert.deepEqual(one.counts('contests'), { of: 15, filled: 2 });
  const blanks = one.blanks('contests');
  assert.equal(blanks.length, 13);
  one.fill(blanks);
  assert.equal(one.valueOf('contests.reconsideration.upheld'), 2);
  assert.equal(one.valueOf('contests.reconsideration.other'), 'n/a');
  one.undo();
  assert.deepEqual(one.counts('contests'), { of: 15, filled: 2 });
});

test('a total is filled with 0 only where it is 0, however many sums lead to it', () => {
  const places = { 'applications.outcomes.granted.naturalPerson': 5, 'applications.outcomes.partlyGranted.commercialEnterprise': '三' };
  const one = grid(places);
  const zeros = new Set(zerosOf(one.blanks('applications'), [section('applications')], forms[2021].rules, (path) => one.valueOf(path)));
  for (const path of ['applications.received.naturalPerson', 'applications.received.total', 'applications.carriedForward.total', 'applications.outcomes.refused.stateSecret.total', 'applications.outcomes.total.researchInstitution']) {
    assert.ok(zeros.has(path), path);
  }
  for (const path of ['applications.outcomes.granted.total', 'applications.outcomes.total.naturalPerson', 'applications.outcomes.total.total', 'applications.outcomes.partlyGranted.total', 'applications.outcomes.total.commercialEnterprise']) {
    assert.ok(!zeros.has(path), path);
  }
});

test('keys of the table are those of its cells, and no field around it has them', () => {
  const one = grid({ 'contests.reconsideration.upheld': 2 });
  one.goTo('contests.reconsideration.upheld');
  const { onKeyDown } = gridEvents(one, { onLeave() {}, onPasted() {}, isEditable: () => true, wanted: { current: false } });
  const press = (key, cell) => {
    const event = { key, taken: false, target: { closest: (what) => (cell && what.startsWith('td') ? { dataset: { path: cell } } : null) }, preventDefault() { this.taken = true; }, stopPropagation() {} };
    onKeyDown(event);
    return event.taken;
  };
  for (const key of ['Delete', 'Enter', 'Tab', 'Home', 'ArrowUp', 'ArrowDown', 'End']) assert.equal(press(key, null), false, key);
  assert.equal(one.valueOf('contests.reconsideration.upheld'), 2);
  assert.equal(one.cursor, 'contests.reconsideration.upheld');
  assert.equal(press('Delete', one.cursor), true);
  assert.equal(one.valueOf('contests.reconsideration.upheld'), null);
});

test('totals are computed beside what is typed, and never of what is no number', () => {
  const places = { 'applications.received.naturalPerson': 9, 'applications.received.commercialEnterprise': 2, 'applications.received.total': 12,
    'applications.outcomes.granted.naturalPerson': 4, 'applications.outcomes.refused.stateSecret.naturalPerson': 'n/a', 'applications.outcomes.granted.otherOrganization': '三' };
  const totals = totalsOf(forms[2021].rules, section('applications'), (path) => places[path] ?? null);
  assert.deepEqual([totals.get('applications.received.total').value, totals.get('applications.received.total').blanks], [11, 4]);
  assert.deepEqual([totals.get('applications.outcomes.total.naturalPerson').value, totals.get('applications.outcomes.total.naturalPerson').blanks], [4, 19]);
  assert.equal(totals.get('applications.outcomes.granted.total').value, null);
  assert.equal(totals.get('applications.carriedOver.total').value, null, 'of nothing comes nothing, not 0');
  assert.deepEqual(equationOf(forms[2021].rules, section('applications'), 'naturalPerson', (path) => places[path] ?? null), { rule: 'T3-BAL', left: 9, right: null, blanks: 3 });
  const contests = totalsOf(forms[2021].rules, section('contests'), (path) => (path.endsWith('total') ? null : 1));
  assert.equal(contests.get('contests.litigationDirect.total').value, 4);
});
