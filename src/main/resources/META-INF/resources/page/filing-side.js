/**
 * Beside the form: what one has to know of the cell that one stands on, and the keys.
 * exports:
 *   ThisCell({grid, place, before, earlier, year, equation, totals, returned, readOnly})   before, earlier: places of last year's and the year before's reports
 *   Keys()
 */
import { html } from './html.js';
import { Cell, number } from './cell.js';
import { articleWords } from './report-forms.js';
import { meaning } from './stated.js';
import { say } from './words.js';

const Stated = ({ report, path }) => (report === undefined ? html`<span class="wait-bar"></span>` : report === null ? html`<span class="na">${say('无报告', 'no report')}</span>`
  : path in report.known ? html`<${Cell} value=${report.places[path]} />` : html`<span class="na">${say('版式不同', 'other form')}</span>`);

/** 一 + 二 = 三（七） + 四 in this column, as it stands. */
function Balance({ equation, column }) {
  if (!equation) return null;
  const { left, right, blanks } = equation;
  const head = say(`${column}列：`, `${column}: `);
  if (blanks > 0) return html`<p class="note">${head}${say(`一加二等于三（七）加四，还差${blanks}格没有填。`, `1 + 2 = 3 (7) + 4; ${blanks} of its cells still blank.`)}</p>`;
  if (left === null || right === null) return null;
  return html`<p class="note">${head}${left === right
    ? say(`一加二＝${number(left)}件，三（七）加四＝${number(right)}件，正好相等。`, `1 + 2 = ${number(left)} and 3 (7) + 4 = ${number(right)}: equal.`)
    : say(`一加二＝${number(left)}件，三（七）加四＝${number(right)}件，相差${number(Math.abs(left - right))}件。`, `1 + 2 = ${number(left)} but 3 (7) + 4 = ${number(right)}, ${number(Math.abs(left - right))} apart.`)}</p>`;
}

export function ThisCell({ grid, place, before, earlier, year, equation, totals, returned, readOnly }) {
  if (!place) return null;
  const marked = grid.marked();
  const computed = place.total ? totals.get(place.path) : null;
  const carries = place.row === 'carriedOver' ? place.path.replace('carriedOver', 'carriedForward') : null;
  const carried = carries && before ? before.places[carries] : undefined;
  const offers = [];
  if (!readOnly && computed && computed.value !== null && computed.value !== grid.valueOf(place.path)) {
    offers.push({ name: say(`取算得的${number(computed.value)}`, `Take the computed ${number(computed.value)}`), value: computed.value, act: 'computed' });
  }
  if (!readOnly && meaning(carried) === 'number' && carried !== grid.valueOf(place.path)) {
    offers.push({ name: say(`填上年结转的${number(carried)}`, `Enter the ${number(carried)} carried forward`), value: carried, act: 'carried' });
  }
  return html`<section class="pane"><h3>${say('这一格', 'This cell')}</h3>
    <p>${place.rowLabel}<br />${place.columnLabel}</p>
    ${returned?.map(({ number: at, reason }) => html`<p class="quote"><span class="pin back">${say(`退${at}`, `R${at}`)}</span> ${say('办公室：', 'The office: ')}${reason}</p>`)}
    <dl class="facts">
      <dt>${say('上年', 'Last year')}</dt><dd><${Stated} report=${before} path=${place.path} /></dd>
      <dt>${say('前年', 'Year before')}</dt><dd><${Stated} report=${earlier} path=${place.path} /></dd>
      ${carries && html`<dt>${say(`${year - 1}年结转下年度`, `Carried forward ${year - 1}`)}</dt><dd><${Stated} report=${before} path=${carries} /></dd>`}
      ${place.article && html`<dt>${say('条例', 'Regulations')}</dt><dd>${articleWords(place.article)}</dd>`}
      ${computed && computed.value !== null && html`<dt>${say('算得', 'Computed')}</dt><dd>${number(computed.value)}${computed.blanks > 0 && html` <span class="note">${say(`另有${computed.blanks}格未填`, `${computed.blanks} blank`)}</span>`}</dd>`}
    </dl>
    <${Balance} equation=${equation} column=${place.columnLabel} />
    ${marked && html`<p class="note">${say(`选中${marked.cells}格，其中${marked.numbers}格有数，合计${number(marked.sum)}。`, `${marked.cells} cells chosen, ${marked.numbers} with a number, sum ${number(marked.sum)}.`)}</p>`}
    ${offers.length > 0 && html`<div class="do">${offers.map((offer) => html`<button type="button" class="button small" onClick=${() => grid.set(place.path, offer.value, offer.act)}>${offer.name}</button>`)}</div>`}
  </section>`;
}

const keys = () => [
  [['↑', '↓', '←', '→'], say('移到相邻格', 'to the next cell')], [['Enter'], say('下一行', 'below')], [['Tab'], say('下一格', 'next cell')],
  [['F2'], say('改这一格', 'edit the cell')], [['Del'], say('清空', 'blank')], [['/'], say('不适用', 'not applicable')],
  [['Alt', '='], say('取用算得的数', 'take the computed total')], [['Ctrl', 'Z'], say('撤销', 'undo')], [['Ctrl', 'V'], say('粘贴一块', 'paste a block')],
  [['F8'], say('下一处问题', 'next finding')], [['Ctrl', 'S'], say('立即保存', 'save now')], [['Ctrl', 'Enter'], say('去提交', 'to submit')], [['Esc'], say('离开表格', 'leave the table')],
];

export const Keys = () => html`<section class="pane wide-only"><h3>${say('键盘', 'Keys')}</h3><dl class="facts">${keys().map(([names, what]) =>
  html`<dt>${names.map((name, i) => html`${i > 0 && (names[0].length > 1 ? '+' : ' ')}<kbd>${name}</kbd>`)}</dt><dd>${what}</dd>`)}</dl></section>`;
