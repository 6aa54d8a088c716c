/**
 * What an office, or an organ, does with a report: accept, return with reasons pinned to places, publish, reopen, hide, take back.
 * exports:
 *   actsOf(report, caller)           which of them there are now: [{act, main}]
 *   actWords(act)                    the verb
 *   step(report, etag, act, body)    does it; answers the report as it is then
 *   ReasonForm({act, send, close})   for acts that want a reason
 *   ReturnForm({report, name, reasons, setReasons, send, close})
 *   letterOf({name, year, reasons, reason, due, office})   the letter as it goes out, in words
 *   NEEDS_REASON
 */
import { html, useEffect, useRef, useState } from './html.js';
import { ask, forget } from './api.js';
import { Refused } from './notice.js';
import { day, say } from './words.js';

const PLACES = { accept: 'acceptance', return: 'return', publish: 'publication', reopen: 'reopening', hide: 'hiding', unhide: 'unhiding', withdraw: 'withdrawal' };
export const NEEDS_REASON = ['reopen', 'hide', 'unhide', 'withdraw'];

export function actsOf(report, caller) {
  const isOffice = ['office', 'admin'].includes(caller?.role);
  if (isOffice) {
    const acts = { submitted: ['accept', 'return'], accepted: ['publish', 'reopen'], published: ['reopen'] }[report.state] ?? [];
    if (report.hidden) return [...acts, 'unhide'];
    return report.publishedRevision ? [...acts, 'hide'] : acts;
  }
  return caller?.role === 'organ' && caller.organ === report.organ && report.state === 'submitted' ? ['withdraw'] : [];
}

export const actWords = (act) => say(...{
  accept: ['审核通过', 'Accept'], return: ['退回并写理由', 'Return with reasons'], publish: ['发布', 'Publish'], reopen: ['重新开放', 'Reopen'],
  hide: ['隐去', 'Hide'], unhide: ['恢复公布', 'Show again'], withdraw: ['撤回', 'Take back'], remind: ['催报', 'Remind'],
}[act]);

export async function step(report, etag, act, body) {
  const answer = await ask(`/reports/${report.id}/${PLACES[act]}`, { method: 'POST', body, headers: etag ? { 'If-Match': etag } : {} });
  forget('/');
  return answer;
}

export function ReasonForm({ title, button, hint, first = '', send, close }) {
  const [reason, setReason] = useState(first);
  const [problem, setProblem] = useState(null);
  const [sending, setSending] = useState(false);
  const field = useRef(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event) => {
    event.preventDefault();
    if (reason.trim() === '' || sending) return;
    setSending(true);
    try {
      await send(reason.trim());
    } catch (refused) {
      setProblem(refused);
      setSending(false);
    }
  };
  return html`<form class="ask-reason" data-panel onSubmit=${submit}>
    <label><b>${title}</b>${hint && html`<br /><span class="note">${hint}</span>`}<textarea ref=${field} class="field" rows="3" value=${reason} onInput=${(event) => setReason(event.target.value)}></textarea></label>
    ${problem && html`<${Refused} problem=${problem} focus=${true} />`}
    <div class="do"><button class="button small main" aria-disabled=${reason.trim() === '' ? 'true' : undefined}>${button}</button>
      <button type="button" class="button small" data-close onClick=${close}>${say('不做了', 'Leave it')}</button>${reason.trim() === '' && html`<span class="note">${say('先写理由', 'Write the reason first')}</span>`}</div>
  </form>`;
}

export function letterOf({ name, year, reasons, reason, due, office }) {
  const list = reasons.filter((one) => one.reason.trim()).map((one, i) => `${i + 1}. ${one.label ? `${one.label}${say('：', ': ')}` : ''}${one.reason.trim()}`);
  return [
    say(`${name}：`, `${name}:`),
    say(`你单位${year}年政府信息公开工作年度报告已退回，请改正以下${list.length}处${due ? `，于${day(due, { year: true })}前重新提交` : '后重新提交'}：`,
      `Your annual report of ${year} on open government information is returned. Please mend ${list.length} places${due ? ` and submit it again by ${day(due)}` : ' and submit it again'}:`),
    ...list,
    ...(reason?.trim() ? ['', reason.trim()] : []),
    ...(office ? ['', office] : []),
  ].join('\n');
}

export function ReturnForm({ report, name, office, reasons, setReasons, send, close }) {
  const [reason, setReason] = useState('');
  const [due, setDue] = useState('');
  const [problem, setProblem] = useState(null);
  const [shown, setShown] = useState(false);
  const written = reasons.filter((one) => one.reason.trim());
  const setOne = (i, members) => setReasons(reasons.map((one, at) => (at === i ? { ...one, ...members } : one)));
  const submit = async (event) => {
    event.preventDefault();
    if (written.length === 0) return;
    if (!shown) return void setShown(true);
    try {
      await send({ reasons: written.map(({ path, reason: why }) => ({ ...(path ? { path } : {}), reason: why.trim() })), ...(reason.trim() ? { reason: reason.trim() } : {}), ...(due ? { due } : {}) });
    } catch (refused) {
      setProblem(refused);
    }
  };
  return html`<form class="sheet return-form" data-panel onSubmit=${submit}>
    <header><h2 class="title">${say('退回并写理由', 'Return with reasons')}</h2><span class="note">${say('点表格里的格，就加一条指着那一格的理由。', 'Click a cell of the report to add a reason that points to it.')}</span></header>
    ${reasons.map((one, i) => html`<div class="reason" key=${i}><span>${one.label ?? say('整份报告', 'The report as a whole')}</span>
      <textarea class="field" rows="2" aria-label=${say(`第${i + 1}条理由`, `Reason ${i + 1}`)} value=${one.reason} onInput=${(event) => { setShown(false); setOne(i, { reason: event.target.value }); }}></textarea>
      <button type="button" class="button small" onClick=${() => setReasons(reasons.filter((_, at) => at !== i))}>${say('去掉', 'Remove')}</button></div>`)}
    <div class="do"><button type="button" class="button small" onClick=${() => setReasons([...reasons, { reason: '' }])}>${say('加一条不指格的理由', 'Add a reason of the whole')}</button></div>
    <div class="two"><label class="labelled">${say('总的说明（可以不写）', 'In general (may be left out)')}<textarea class="field" rows="2" value=${reason} onInput=${(event) => setReason(event.target.value)}></textarea></label>
      <label class="labelled">${say('最晚什么时候改好（可以不写）', 'To be mended by (may be left out)')}<input class="field" type="date" value=${due} onInput=${(event) => setDue(event.target.value)} /></label></div>
    ${shown && html`<div><p class="note">${say('机关看到的是这样：', 'This is what the organ sees:')}</p><div class="letter">${letterOf({ name, year: report.year, reasons: written, reason, due, office })}</div></div>`}
    ${problem && html`<${Refused} problem=${problem} focus=${true} title=${say('没有退回', 'Not returned')} />`}
    <div class="do"><button class="button main" aria-disabled=${written.length === 0 ? 'true' : undefined}>${shown ? say('退回', 'Return it') : say('先看信', 'See the letter first')}</button><button type="button" class="button" data-close onClick=${close}>${say('不退回', 'Leave it')}</button>
      ${written.length === 0 && html`<span class="note">${say('至少写一条理由', 'At least one reason')}</span>`}</div>
  </form>`;
}
