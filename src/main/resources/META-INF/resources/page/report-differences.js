/**
 * Two revisions of a report, cell by cell and sentence by sentence.
 * exports: ReportDifferences({report, address}); Changes({found, words})   found: differences as the API has them; words: {from, to}
 */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { change } from './address.js';
import { Cell, difference } from './cell.js';
import { Answered } from './notice.js';
import { changesOf } from './text-changes.js';
import { moment, say } from './words.js';

const TAG = { removed: 'del', added: 'ins' };

const Sentence = ({ from, to }) => html`<p lang="zh-Hans">${changesOf(from ?? '', to ?? '').map(({ kind, text }) =>
  (kind === 'same' ? text : html`<${TAG[kind]}><span class="sr">${kind === 'added' ? say('加', 'added') : say('删', 'removed')} </span>${text}</${TAG[kind]}>`))}</p>`;

function Figures({ cells, publications, words }) {
  const rows = [...cells.map((one) => ({ ...one, key: one.path })), ...publications.map((one, i) => ({ ...one, key: `p${i}` }))];
  if (rows.length === 0) return null;
  return html`<h3>${say(`表中${rows.length}处`, `${rows.length} in the tables`)}</h3><div class="scroll"><table>
    <thead><tr><th scope="col">${say('单元格', 'Cell')}</th><th scope="col" class="n">${words.from}</th><th scope="col" class="n">${words.to}</th><th scope="col" class="n">${say('相差', 'Difference')}</th></tr></thead>
    <tbody>${rows.map((one) => html`<tr key=${one.key}><th scope="row">${one.label}${one.name ? say(`（${one.name}）`, ` (${one.name})`) : ''}</th>
      <td class="n then">${'from' in one ? html`<${Cell} value=${one.from} approximate=${one.fromApproximate} />` : html`<span class="na">${say('没有这一格', 'no such cell')}</span>`}${one.fromRemark && html`<span class="note">（${one.fromRemark}）</span>`}</td>
      <td class="n now">${'to' in one ? html`<${Cell} value=${one.to} approximate=${one.toApproximate} />` : html`<span class="na">${say('没有这一格', 'no such cell')}</span>`}${one.toRemark && html`<span class="note">（${one.toRemark}）</span>`}</td>
      <td class="n diff">${difference(one.to, one.from)}</td></tr>`)}</tbody></table></div>`;
}

const beforeAndNow = () => ({ from: say('原来', 'Before'), to: say('现在', 'Now') });

export function Changes({ found, words = beforeAndNow() }) {
  const publications = [...found.publications, ...found.publicationTotal];
  const nothing = [found.cells, publications, found.narrative, found.editions, found.nil, found.units].every((list) => list.length === 0);
  if (nothing) return html`<p>${say('两稿没有差别。', 'The two revisions do not differ.')}</p>`;
  return html`
    ${found.editions.map((one) => html`<p>${one.label}${say('：格式从', ': edition ')}${one.from ?? say('无', 'none')}${say('改为', ' → ')}${one.to}</p>`)}
    ${found.units.map((one) => html`<p>${one.label}${say('：单位从', ': unit ')}${one.from ?? say('未写', 'none')}${say('改为', ' → ')}${one.to ?? say('未写', 'none')}</p>`)}
    <${Figures} cells=${found.cells} publications=${publications} words=${words} />
    ${found.narrative.length > 0 && html`<h3>${say('文字', 'Text')}</h3>${found.narrative.map((part) => html`<h4>${part.label}</h4><div class="prose">${part.changes.map((one) => html`<${Sentence} from=${one.from} to=${one.to} />`)}</div>`)}`}`;
}

export function ReportDifferences({ report, address }) {
  const revisions = useAnswer(`/reports/${report.id}/revisions`).data?.items ?? [];
  const to = Number(address.query.to) || report.revision;
  const from = Number(address.query.from) || Math.max(1, to - 1);
  const answer = useAnswer(from < to ? `/reports/${report.id}/differences` : null, { from, to });
  const choose = (name, value, words) => html`<label class="pick"><span>${words}</span><select class="field" value=${value} onChange=${(event) => change({ from, to, [name]: event.target.value })}>
    ${revisions.map((one) => html`<option value=${one.number} selected=${one.number === value}>${say(`第${one.number}稿`, `no. ${one.number}`)} ${moment(one.madeAt)}</option>`)}</select></label>`;
  return html`<div class="page"><section class="sheet differences">
    <header><h2 class="title">${say(`第${from}稿与第${to}稿的差别`, `Revision ${from} against ${to}`)}</h2></header>
    <div class="head-row">${choose('from', from, say('从', 'From'))}${choose('to', to, say('到', 'To'))}</div>
    ${report.revision < 2 ? html`<p>${say('只有一稿，没有可比的。', 'There is only one revision, nothing to compare.')}</p>` : from >= to
      ? html`<p>${say('“从”要比“到”早。', '“From” must be earlier than “To”.')}</p>` : html`<${Answered} answer=${answer}>${(found) => html`<${Changes} found=${found} />`}</${Answered}>`}
  </section></div>`;
}
