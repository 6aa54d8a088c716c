/**
 * Above the form: whose it is, until when, why it came back, and why it cannot be changed now.
 * exports: FilingHead({draft, name, calendar, errors, editable, buttons, show, withdraw(reason)})
 */
import { html, useState } from './html.js';
import { useAnswer } from './api.js';
import { daysBetween } from './board-rows.js';
import { dueWords, stateOf } from './filing-words.js';
import { ReasonForm } from './report-acts.js';
import { Returned } from './returned.js';
import { State } from './state.js';
import { dateOf, day, say, scopes } from './words.js';

function Due({ draft, calendar }) {
  if (!calendar?.due) return null;
  if (draft.scope !== 'organ') return html`${say('　期限', ' · due ')}${day(calendar.governmentDue)}`;
  const back = draft.report?.state === 'returned' && draft.report.returned?.due;
  const due = back || calendar.due;
  return html`${back ? say('　改好的期限', ' · to be mended by ') : say('　期限', ' · due ')}${day(due)}${dueWords(daysBetween(dateOf(), due))}`;
}

/** Years whose report the organ has already, where this one is not begun: the form opens on the newest year that is over. */
function OtherYears({ organ, year, scope }) {
  const { data } = useAnswer('/reports', { organ, scope, limit: 100 });
  const others = (data?.items ?? []).filter((one) => one.year !== year).sort((a, b) => b.year - a.year);
  if (others.length === 0) return '';
  return html`<p class="note">${say('已有报告的年度：', 'Years with a report: ')}${others.map((one, i) => html`${i > 0 && say('、', ', ')}<a href=${`/reports/${one.id}`}>${one.year}</a>`)}</p>`;
}

export function FilingHead({ draft, name, calendar, errors, editable, buttons, show, withdraw }) {
  const { report, year, scope } = draft;
  const [asking, setAsking] = useState(false);
  return html`<section class="bench" aria-label=${say('填报', 'Filing')}><div>
    <div class="head-row"><h1>${say(`填报${year}年度报告`, `File the report of ${year}`)}</h1><${State} of=${stateOf(draft, errors)} />
      <span class="note">${name}${scope !== 'organ' ? say(`（${scopes(scope)}）`, ` (${scopes(scope)})`) : ''}<${Due} draft=${draft} calendar=${calendar} /></span>
      <span class="grow"></span>${editable && buttons}</div>
    ${!report && html`<${OtherYears} organ=${draft.organ} year=${year} scope=${scope} />`}
    ${report?.returned && html`<${Returned} event=${report.returned} show=${show} />`}
    ${!editable && html`<p class="head-row"><span>${report.state === 'submitted'
      ? say('已经提交，等办公室审核。要改，先撤回。', 'Submitted and waiting for the office. To change it, take it back first.')
      : say('办公室已经审核；要改，请办公室重新开放。', 'Accepted by the office; to change it, ask the office to reopen it.')}</span>
      ${report.state === 'submitted' && html`<button type="button" class="button small" aria-expanded=${asking} onClick=${() => setAsking(!asking)}>${say('撤回', 'Take back')}</button>`}
      <a class="button small" href=${`/reports/${report.id}`}>${say('看报告', 'Open the report')}</a></p>
      ${asking && html`<${ReasonForm} title=${say('为什么撤回', 'Why it is taken back')} hint=${say('办公室看得到；留在这份报告的经过里。', 'The office sees it; it is kept in the history of the report.')} button=${say('撤回报告', 'Take it back')} send=${withdraw} close=${() => setAsking(false)} />`}`}
  </div></section>`;
}
