/** Who did what, when, and what was refused: /audit?outcome=refused&region=371002&organ=…&report=71 */
import { html } from './html.js';
import { change } from './address.js';
import { useTitle } from './frame.js';
import { Answered, Empty } from './notice.js';
import { usePages } from './pages.js';
import { acts, moment, person, roles, say, several } from './words.js';

const outcomes = (one) => (one === 'done' ? say('办成', 'done') : say('被拒绝', 'refused'));

export default function Audit({ address }) {
  const { outcome, region, organ, report } = address.query;
  const entries = usePages('/audit', { outcome, region, organ, report });
  useTitle(say('审计', 'Audit'));
  const field = (name, words) => html`<label class="pick"><span>${words}</span><input class="field" value=${address.query[name] ?? ''} onChange=${(event) => change({ [name]: event.target.value.trim() || null })} /></label>`;
  const heads = [say('时间', 'When'), say('谁', 'Who'), say('做什么', 'What'), say('关于', 'About'), say('结果', 'Result')];
  return html`<main id="main" class="page" tabindex="-1"><h1>${say('审计', 'Audit')}</h1>
    <div class="bar-row"><label class="pick"><span>${say('结果', 'Result')}</span><select class="field" onChange=${(event) => change({ outcome: event.target.value || null })}><option value="" selected=${!outcome}>${say('全部', 'all')}</option>${['done', 'refused'].map((one) => html`<option value=${one} selected=${outcome === one}>${outcomes(one)}</option>`)}</select></label>
      ${field('region', say('地区代码', 'Code of region'))}${field('organ', say('机关代码', 'Code of organ'))}${field('report', say('报告编号', 'Report'))}</div>
    <${Answered} answer=${entries}>${() => (entries.items.length === 0 ? html`<${Empty} title=${say('没有符合的记录', 'No entry matches')}>${say('换一个条件再看。', 'Try other filters.')}</${Empty}>`
      : html`<div class="sheet"><table class="cards lines"><caption class="sr">${say('审计', 'Audit')}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${entries.items.map((one) => html`<tr key=${one.id}><th scope="row">${moment(one.at, { seconds: true })}</th>
          <td data-label=${heads[1]}>${person(one.caller) ?? say('没有登录的人', 'somebody not signed in')}${one.role && one.caller !== 'configured' && html` <span class="note">${roles(one.role)}</span>`}${one.address && html`<br /><span class="note">${one.address}</span>`}</td>
          <td data-label=${heads[2]}>${one.method === 'GET' ? say('查看', 'look something up') : acts(one.action)}<br /><span class="note">${one.method} ${one.path}</span></td>
          <td data-label=${one.report || one.organ || one.region ? heads[3] : undefined}>${one.report ? html`<a href=${`/reports/${one.report}`}>${say(`报告${one.report}`, `report ${one.report}`)}</a> ` : ''}${one.organ ?? one.region ?? ''}${one.lines ? say(`　${one.lines}行`, ` · ${several(one.lines, 'line')}`) : ''}</td>
          <td data-label=${heads[4]}>${outcomes(one.outcome)}${one.problem && html` <a href=${`/problems/${one.problem}`}>${one.problem}</a>`} <span class="note">${one.status}</span></td></tr>`)}</tbody></table></div>
        ${entries.next && html`<p class="bar-row"><button type="button" class="button small" onClick=${entries.more}>${say('再列一些', 'List more')}</button></p>`}`)}</${Answered}></main>`;
}
