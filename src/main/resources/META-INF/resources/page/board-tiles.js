/**
 * The organs of the board as tiles, in three groups: not filed yet, waiting for the office, done.
 * exports: BoardTiles({rows, prefix, year, today})   prefix: of names, said once above
 */
import { html, useState } from './html.js';
import { addressOf, stateOfRow } from './board-table.js';
import { daysBetween, groupsOf, shortName } from './board-rows.js';
import { State } from './state.js';
import { say, several, states } from './words.js';

const MOST_DONE = 48;

export function BoardTiles({ rows, prefix, year, today }) {
  const [all, setAll] = useState(false);
  const { open, waiting, done } = groupsOf(rows);
  const oldest = Math.max(0, ...waiting.filter((row) => row.changedAt).map((row) => daysBetween(row.changedAt.slice(0, 10), today)));
  const groups = [
    ['open', say('还没有报', 'Not filed yet'), open, ''],
    ['waiting', say('等办公室审核', 'Waiting for the office'), waiting, waiting.length && oldest > 0 ? say(`，最早的已等${oldest}天`, `, the oldest for ${oldest} ${oldest === 1 ? 'day' : 'days'}`) : ''],
    ['done', say('办完了', 'Done'), done, ''],
  ];
  return html`${prefix && html`<p class="note">${say(`名称前的“${prefix}”没有重复写。`, `“${prefix}” at the beginning of names is left out.`)}</p>`}${groups.map(([id, title, list, more]) => {
    const shown = id === 'done' && !all ? list.slice(0, MOST_DONE) : list;
    return html`<section key=${id}><div class="group-head"><h2>${title}</h2><span class="note">${say(`${list.length}家${more}`, `${several(list.length, 'organ')}${more}`)}</span></div>
      ${list.length === 0 ? html`<p class="note">${say('没有。', 'None.')}</p>` : html`<ul class="tiles">${shown.map((row) => html`<li key=${row.organ}><a class=${row.state === 'errors' ? 'errors' : id} href=${addressOf(row, year)} aria-label=${`${row.name}${say('，', ', ')}${states(stateOfRow(row))}`} title=${row.name}><span class="name">${shortName(row.name, prefix)}</span><${State} of=${stateOfRow(row)} /></a></li>`)}
        ${shown.length < list.length && html`<li><button type="button" class="more-tiles" onClick=${() => setAll(true)}>${say(`另有${list.length - shown.length}家，展开`, `${list.length - shown.length} more`)}</button></li>`}</ul>`}</section>`;
  })}`;
}
