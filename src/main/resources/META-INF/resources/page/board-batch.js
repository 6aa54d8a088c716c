/**
 * What can be done with all that are chosen, and only that. Refused ones stay chosen, each with its sentence.
 * exports: Batch({rows, setChosen, region, year, onDone, onRemind})
 */
import { html, useState } from './html.js';
import { ask } from './api.js';
import { sharedActs } from './board-rows.js';
import { Live } from './notice.js';
import { ReasonForm, actWords } from './report-acts.js';
import { isOver } from './standing.js';
import { list, say, states } from './words.js';

const MANY = { accept: '/reports/acceptance', publish: '/reports/publication' };
const ONE = { return: 'return', reopen: 'reopening', hide: 'hiding', unhide: 'unhiding' };
const MOST = 1000;

/** Each on its own, as the service does it with many: what one is refused keeps no other from its step. */
async function run(act, rows, reason, year) {
  if (MANY[act]) {
    const refused = [];
    for (let i = 0; i < rows.length; i += MOST) {
      const batch = rows.slice(i, i + MOST);
      const { data } = await ask(MANY[act], { method: 'POST', body: { items: batch.map((row) => ({ report: row.report })) } });
      data.items.forEach((item, at) => item.problem && refused.push({ row: batch[at], problem: item.problem }));
    }
    return refused;
  }
  const refused = [];
  for (const row of rows) {
    try {
      if (act === 'exempt') await ask(`/organs/${row.organ}/exemptions/${year}`, { method: 'PUT', body: { reason } });
      else await ask(`/reports/${row.report}/${ONE[act]}`, { method: 'POST', body: act === 'return' ? { reasons: [{ reason }] } : { reason } });
    } catch (problem) {
      refused.push({ row, problem });
    }
  }
  return refused;
}

export function Batch({ rows, setChosen, year, onDone, onRemind }) {
  const [doing, setDoing] = useState(null);
  const [refused, setRefused] = useState([]);
  const [told, setTold] = useState('');
  const acts = sharedActs(rows).filter(({ act }) => act !== 'remind' || isOver(year));
  if (rows.some((row) => row.state === 'not-started')) acts.push({ act: 'exempt', rows: rows.filter((row) => row.state === 'not-started') });
  const words = (act) => (act === 'exempt' ? say('免报并写理由', 'Exempt with a reason') : actWords(act));
  const kinds = [...new Set(rows.map((row) => row.state))];
  const begin = async ({ act, rows: fit }, reason) => {
    if (act === 'remind') return onRemind(new Set(fit.map((row) => row.organ)));
    if (reason === undefined && !MANY[act]) return setDoing({ act, rows: fit });
    const failed = await run(act, fit, reason, year);
    setDoing(null);
    setRefused(failed);
    setTold(say(`${words(act)}：${fit.length - failed.length}家办好${failed.length ? `，${failed.length}家没有办成` : ''}。`, `${words(act)}: ${fit.length - failed.length} done${failed.length ? `, ${failed.length} refused` : ''}.`));
    setChosen(new Set(failed.map(({ row }) => row.organ)));
    return onDone();
  };
  if (rows.length === 0 && refused.length === 0 && !told) return null;
  return html`${rows.length > 0 && html`<div class="batch"><span>${say(`已选${rows.length}家`, `${rows.length} chosen`)}${kinds.length === 1 ? say(`，均为“${states(kinds[0])}”`, `, all “${states(kinds[0])}”`) : ''}</span><span class="grow"></span>
      <button type="button" class="button small" onClick=${() => setChosen(new Set())}>${say('取消选择', 'Choose none')}</button>
      ${acts.map((one) => html`<button type="button" class="button small" onClick=${() => begin(one).catch((problem) => setTold(problem.title ?? problem.message))}>${words(one.act)}${one.rows.length === rows.length ? say(`${rows.length}家`, ` (${rows.length})`) : say(`（其中${one.rows.length}家）`, ` (${one.rows.length} of them)`)}</button>`)}
      ${acts.length === 0 && html`<span>${say('这些机关没有可以一起办的事', 'Nothing can be done with all of these')}</span>`}</div>`}
    ${doing && html`<div class="sheet"><${ReasonForm} title=${say(`${words(doing.act)}：${list(doing.rows.slice(0, 3).map((row) => row.name))}${doing.rows.length > 3 ? `等${doing.rows.length}家` : ''}`, `${words(doing.act)}: ${list(doing.rows.slice(0, 3).map((row) => row.name))}${doing.rows.length > 3 ? ` and ${doing.rows.length - 3} more` : ''}`)}
      hint=${doing.act === 'return' ? say('同一条理由发给每一家；要指着格子写的，打开那一份报告。', 'All get the same reason; to point to cells, open the report.') : ''} button=${words(doing.act)} send=${(reason) => begin(doing, reason)} close=${() => setDoing(null)} /></div>`}
    ${(told || refused.length > 0) && html`<div class="tell"><div><span>${told}</span>
      ${refused.length > 0 && html`<ul class="plain-list refusals">${refused.map(({ row, problem }) => html`<li key=${row.organ}><b>${row.name}</b>${say('：', ': ')}${problem.detail ?? problem.title ?? problem.message}</li>`)}</ul>`}</div><span class="grow"></span>
      <button type="button" class="button small" onClick=${() => { setTold(''); setRefused([]); }}>${say('知道了', 'Close')}</button></div>`}
    <${Live}>${told}</${Live}>`;
}
