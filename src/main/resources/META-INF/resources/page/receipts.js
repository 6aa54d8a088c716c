/** A receipt, checked: by its number, and by the digest of the document where one has it. */
import { html, useEffect, useState } from './html.js';
import { ask } from './api.js';
import { go, link } from './address.js';
import { useTitle } from './frame.js';
import { Refused } from './notice.js';
import { Sheet } from './sheet.js';
import { mayOpen } from './views.js';
import { session } from './session.js';
import { moment, say, states } from './words.js';

function Said({ receipt, digest }) {
  const line = (name, value) => value != null && html`<dt>${name}</dt><dd>${value}</dd>`;
  return html`<${Sheet} level=${2} title=${say('回执', 'Receipt')}>
    ${digest && html`<p><b>${receipt.matches ? say('摘要相符：文件和提交时一样。', 'The digest is the same: the document is as it was submitted.') : say('摘要不符：文件和提交时不一样。', 'The digest differs: the document is not the one that was submitted.')}</b></p>`}
    <dl class="facts">${line(say('编号', 'Number'), receipt.number)}${line(say('提交时间', 'Submitted'), moment(receipt.receivedAt, { seconds: true, year: true }))}
      ${line(say('机关', 'Organ'), receipt.organName ?? receipt.organ)}${line(say('年度', 'Year'), receipt.year)}${line(say('第几稿', 'Revision'), receipt.revision)}${line(say('摘要（SHA-256）', 'Digest (SHA-256)'), receipt.digest)}
      ${line(say('现在的状态', 'Status'), states(receipt.status))}${line(say('是不是最新的', 'Newest'), receipt.newest === undefined ? null : receipt.newest ? say('是', 'yes') : say('不是，后来又提交过', 'no, there is a later one'))}</dl>
    ${receipt.report && mayOpen('reports', session().caller) && html`<p><a href=${`/reports/${receipt.report}`}>${say('看报告', 'See the report')}</a></p>`}</${Sheet}>`;
}

export default function Receipts({ address }) {
  const asked = address.parts[0] ?? '';
  const [number, setNumber] = useState(asked);
  const [digest, setDigest] = useState('');
  const [answer, setAnswer] = useState(null);
  useTitle(say('查验回执', 'Check a receipt'));
  const check = (of) => ask(`/receipts/${encodeURIComponent(of)}`, { query: { digest: digest.trim() || null } })
    .then(({ data }) => setAnswer({ data, digest: digest.trim() })).catch((problem) => setAnswer({ problem }));
  useEffect(() => {
    setNumber(asked);
    setAnswer(null);
    if (asked) check(asked);
  }, [asked]);
  const submit = (event) => {
    event.preventDefault();
    if (number.trim() === asked) check(asked);
    else if (number.trim()) go(link(`/receipts/${encodeURIComponent(number.trim())}`));
  };
  return html`<main id="main" class="page slim" tabindex="-1"><h1>${say('查验回执', 'Check a receipt')}</h1>
    <form class="stack" onSubmit=${submit}>
      <label class="labelled"><span>${say('回执编号', 'Number of the receipt')}</span><input class="field" value=${number} onInput=${(event) => setNumber(event.target.value)} /></label>
      <label class="labelled"><span>${say('文件的摘要（可以不填）', 'Digest of the document (if you have it)')}</span><input class="field" value=${digest} spellcheck="false" onInput=${(event) => setDigest(event.target.value)} />
        <span class="note">${say('SHA-256，64位十六进制。', 'SHA-256, 64 hexadecimal digits.')}</span></label>
      <p><button type="submit" class="button main">${say('查验', 'Check')}</button></p></form>
    ${answer?.problem && html`<${Refused} problem=${answer.problem} focus=${true} />`}
    ${answer?.data && html`<${Said} receipt=${answer.data} digest=${answer.digest} />`}</main>`;
}
