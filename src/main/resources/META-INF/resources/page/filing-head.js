/**
 * Above the form: whose it is, until when, why it came back, and why it cannot be changed now.
 * exports:
 *   FilingHead({draft, name, calendar, errors, editable, buttons, show, withdraw(reason)})
 *   Returned({event, show})      why the office sent it back; show(path) leads to a cell
 *   returnedAt(report) → Map: place → [{number, reason}] of the return that is still open;  returnedPaths(report)
 */
import { html, useState } from './html.js';
import { daysBetween } from './board-rows.js';
import { dueWords, stateOf } from './filing-words.js';
import { ReasonForm } from './report-acts.js';
import { State } from './state.js';
import { dateOf, day, say, scopes } from './words.js';

export const returnedPaths = (report) => (report?.returned?.reasons ?? []).map((one) => one.path).filter(Boolean);

export function returnedAt(report) {
  const places = new Map();
  (report?.returned?.reasons ?? []).forEach(({ path, reason }, i) => path && places.set(path, [...(places.get(path) ?? []), { number: i + 1, reason }]));
  return places;
}

export function Returned({ event, show }) {
  return html`<section class="tell returned"><div><b>${say('办公室退回', 'Returned by the office')}</b> <span class="note">${day(event.at)}${event.due ? say(`，${day(event.due)}前改好`, `, to be mended by ${day(event.due)}`) : ''}</span>
    ${event.reason && html`<p>${event.reason}</p>`}
    <ul class="plain-list">${(event.reasons ?? []).map((one, i) => html`<li id=${`returned-${i + 1}`}><span class="pin back">${say(`退${i + 1}`, `R${i + 1}`)}</span> ${one.path && html`<button type="button" class="as-link" onClick=${() => show(one.path)}>${one.label ?? one.path}</button>${say('：', ': ')}`}${one.reason}</li>`)}</ul></div></section>`;
}

function Due({ draft, calendar }) {
  if (!calendar?.due) return null;
  if (draft.scope !== 'organ') return html`${say('　期限', ' · due ')}${day(calendar.governmentDue)}`;
  return html`${say('　期限', ' · due ')}${day(calendar.due)}${dueWords(daysBetween(dateOf(), calendar.due))}`;
}

export function FilingHead({ draft, name, calendar, errors, editable, buttons, show, withdraw }) {
  const { report, year, scope } = draft;
  const [asking, setAsking] = useState(false);
  return html`<section class="bench" aria-label=${say('填报', 'Filing')}><div>
    <div class="head-row"><h1>${say(`填报${year}年度报告`, `File the report of ${year}`)}</h1><${State} of=${stateOf(draft, errors)} />
      <span class="note">${name}${scope !== 'organ' ? say(`（${scopes(scope)}）`, ` (${scopes(scope)})`) : ''}<${Due} draft=${draft} calendar=${calendar} /></span>
      <span class="grow"></span>${editable && buttons}</div>
    ${report?.returned && html`<${Returned} event=${report.returned} show=${show} />`}
    ${!editable && html`<p class="head-row"><span>${report.state === 'submitted'
      ? say('已经提交，等办公室审核。要改，先撤回。', 'Submitted and waiting for the office. To change it, take it back first.')
      : say('办公室已经审核；要改，请办公室重新开放。', 'Accepted by the office; to change it, ask the office to reopen it.')}</span>
      ${report.state === 'submitted' && html`<button type="button" class="button small" aria-expanded=${asking} onClick=${() => setAsking(!asking)}>${say('撤回', 'Take back')}</button>`}
      <a class="button small" href=${`/reports/${report.id}`}>${say('看报告', 'Open the report')}</a></p>
      ${asking && html`<${ReasonForm} title=${say('为什么撤回', 'Why it is taken back')} hint=${say('办公室看得到；留在这份报告的经过里。', 'The office sees it; it is kept in the history of the report.')} button=${say('撤回报告', 'Take it back')} send=${withdraw} close=${() => setAsking(false)} />`}`}
  </div></section>`;
}
