/**
 * Two windows have changed the same cells: chosen one by one, nothing is chosen beforehand where both changed.
 * exports: Conflict({conflict, nameOf, onSettle})   onSettle(places to take from there)
 */
import { html, useState } from './html.js';
import { Cell } from './cell.js';
import { say, several } from './words.js';

const shorten = (text) => (text.length > 60 ? `${text.slice(0, 60)}……` : text);

function Value({ place, value }) {
  if (/^(narrative|editions)\./.test(place)) return value ? html`<span>${shorten(String(value))}</span>` : html`<${Cell} value=${null} />`;
  if (place.startsWith('publications.')) return html`<span>${value ? say(`${Array.isArray(value) ? value.length : 1}项`, `${Array.isArray(value) ? value.length : 1} entries`) : html`<${Cell} value=${null} />`}</span>`;
  return html`<${Cell} value=${value} />`;
}

export function Conflict({ conflict, nameOf, onSettle }) {
  const [chosen, setChosen] = useState({});
  const { both, from, mine, theirs } = conflict;
  const left = both.filter((place) => !chosen[place]).length;
  const pick = (place, side) => setChosen({ ...chosen, [place]: side });
  const settle = () => onSettle(both.filter((place) => chosen[place] === 'theirs'));
  const all = (side) => setChosen(Object.fromEntries(both.map((place) => [place, side])));
  return html`<section class="sheet conflict" role="alert" tabindex="-1">
    <header><h2 class="title">${say('两个窗口同时改：逐格选择', 'Changed in two windows: choose cell by cell')}</h2>
      <span class="note">${say(`另一窗口已保存，有${both.length}格和这里不同；其余的改动已经合在一起。`, `Another window has saved; ${several(both.length, 'cell differs', 'cells differ')} from here, everything else is joined.`)}</span></header>
    <div class="scroll"><table><thead><tr><th scope="col">${say('单元格', 'Cell')}</th><th scope="col" class="n">${say('原来', 'Before')}</th><th scope="col" class="n">${say('这里', 'Here')}</th><th scope="col" class="n">${say('另一窗口', 'There')}</th><th scope="col"><span class="sr">${say('操作', 'Act')}</span></th></tr></thead>
      <tbody>${both.map((place) => html`<tr key=${place}><th scope="row">${nameOf(place)}</th>
        <td class="n then"><${Value} place=${place} value=${from[place]} /></td>
        <td class="n now"><${Value} place=${place} value=${mine[place]} /></td>
        <td class="n now"><${Value} place=${place} value=${theirs[place]} /></td>
        <td class="n"><span class="seg"><button type="button" aria-pressed=${chosen[place] === 'mine'} onClick=${() => pick(place, 'mine')}>${say('用这里的', 'Keep this')}</button>
          <button type="button" aria-pressed=${chosen[place] === 'theirs'} onClick=${() => pick(place, 'theirs')}>${say('用另一窗口的', 'Take theirs')}</button></span></td></tr>`)}</tbody></table></div>
    <div class="head-row">
      ${both.length > 1 && html`<button type="button" class="button small" onClick=${() => all('mine')}>${say('都用这里的', 'Keep all of these')}</button>
        <button type="button" class="button small" onClick=${() => all('theirs')}>${say('都用另一窗口的', 'Take all of theirs')}</button>`}
      <span class="grow"></span>
      ${left > 0 ? html`<span class="note">${say(`还有${left}格没有选`, `${left} not chosen yet`)}</span>` : ''}
      <button type="button" class="button main" aria-disabled=${left > 0} onClick=${() => left === 0 && settle()}>${say('按所选的保存', 'Save what is chosen')}</button>
    </div>
  </section>`;
}
