/**
 * What has happened to a report: who, when, why; and its receipts.
 * exports: ReportEvents({report})
 */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { Answered } from './notice.js';
import { Shape } from './state.js';
import { day, moment, person, say } from './words.js';

const words = (kind) => {
  const pair = {
    drafted: ['建立草稿', 'draft begun'], corrected: ['保存修改', 'corrected'], submitted: ['提交', 'submitted'], withdrawn: ['撤回', 'taken back'], returned: ['退回', 'returned'],
    accepted: ['审核通过', 'accepted'], published: ['发布', 'published'], reopened: ['重新开放', 'reopened'], explained: ['说明', 'explained'], waived: ['豁免', 'waived'],
    dated: ['载明提交日期', 'day of hand-in stated'], hidden: ['停止公布', 'hidden'], unhidden: ['恢复公布', 'shown again'], redacted: ['遮盖文字', 'words masked'], discarded: ['删除草稿', 'draft discarded'],
  }[kind];
  return pair ? say(...pair) : kind;
};
const SHAPES = { drafted: 'draft', corrected: 'draft', submitted: 'submitted', withdrawn: 'withdrawn', returned: 'returned', accepted: 'accepted', published: 'published', reopened: 'reopened', hidden: 'hidden' };
const STATUS = () => ({
  'in-force': say('有效', 'in force'), superseded: say('已被更正取代', 'superseded'), withdrawn: say('已撤回', 'withdrawn'), returned: say('已退回', 'returned'), reopened: say('已重新开放', 'reopened'),
});

/** Saves of one draft, one after another, are one line: every one is a revision, but nobody reads a hundred of them. */
function joined(items) {
  const lines = [];
  for (const one of items) {
    const last = lines.at(-1);
    if (one.kind === 'corrected' && last?.kind === 'corrected' && last.author === one.author && !one.reason && !last.reason) Object.assign(last, { at: one.at, revision: one.revision, times: last.times + 1 });
    else lines.push({ ...one, times: 1 });
  }
  return lines.reverse();
}

export function ReportEvents({ report }) {
  const events = useAnswer(`/reports/${report.id}/events`);
  const receipts = useAnswer(`/reports/${report.id}/receipts`);
  return html`<div class="page"><section class="sheet"><header><h2 class="title">${say('经过', 'What has happened')}</h2><span class="note">${say('新的在前', 'newest first')}</span></header>
    <${Answered} answer=${events}>${(data) => html`<ol class="steps">${joined(data.items).map((one) => html`<li key=${one.number}>
      <span class="head-row"><span class="state"><${Shape} of=${SHAPES[one.kind] ?? 'draft'} />${words(one.kind)}${one.times > 1 ? say(`${one.times}次`, ` ${one.times} times`) : ''}</span>
        <span class="note">${moment(one.at)}${say('　', ' · ')}${person(one.author)}${say(`　第${one.revision}稿`, ` · revision ${one.revision}`)}</span></span>
      ${one.finding && html`<p class="note">${one.finding}</p>`}
      ${one.handedInOn && html`<p>${day(one.handedInOn, { year: true })}</p>`}
      ${one.reason && html`<p>${one.reason}</p>`}
      ${one.reasons?.length > 0 && html`<ul>${one.reasons.map((why) => html`<li>${why.label ? html`<a href=${`/reports/${report.id}#${why.path}`}>${why.label}</a>${say('：', ': ')}` : ''}${why.reason}</li>`)}</ul>`}
      ${one.due && html`<p class="note">${say(`${day(one.due, { year: true })}前改好`, `to be mended by ${day(one.due)}`)}</p>`}</li>`)}</ol>`}</${Answered}>
  </section>
  ${receipts.data?.items?.length > 0 && html`<section class="sheet"><header><h2 class="title">${say('回执', 'Receipts')}</h2></header><div class="scroll"><table>
    <thead><tr><th scope="col">${say('编号', 'Number')}</th><th scope="col">${say('提交时间', 'Received')}</th><th scope="col">${say('稿次', 'Revision')}</th><th scope="col">${say('现在', 'Now')}</th><th scope="col">${say('摘要', 'Digest')}</th></tr></thead>
    <tbody>${receipts.data.items.map((one) => html`<tr key=${one.number}><th scope="row"><a href=${`/receipts/${one.number}`}>${one.number}</a></th><td>${moment(one.receivedAt, { seconds: true })}</td><td>${say(`第${one.revision}稿`, `no. ${one.revision}`)}</td><td>${STATUS()[one.status] ?? ''}</td><td class="digest note">${one.digest}</td></tr>`)}</tbody></table></div></section>`}</div>`;
}
