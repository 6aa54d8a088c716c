/**
 * The receipt of a submission: number, time, digest; to print.
 * exports: ReceiptSlip({receipt, title})
 */
import { html } from './html.js';
import { moment, say } from './words.js';

export const ReceiptSlip = ({ receipt, title, children }) => html`<section class="sheet receipt" tabindex="-1" aria-labelledby="receipt-title">
  <header><h1 class="title" id="receipt-title">${say('已提交，这是回执', 'Submitted: this is the receipt')}</h1></header>
  <dl class="facts wide">
    <dt>${say('报告', 'Report')}</dt><dd>${title}</dd>
    <dt>${say('回执编号', 'Receipt')}</dt><dd><a href=${`/receipts/${receipt.number}`}>${receipt.number}</a></dd>
    <dt>${say('提交时间', 'Received')}</dt><dd>${moment(receipt.receivedAt, { seconds: true, year: true })}</dd>
    <dt>${say('稿次', 'Revision')}</dt><dd>${say(`第${receipt.revision}稿`, `no. ${receipt.revision}`)}</dd>
    <dt>${say('摘要（SHA-256）', 'Digest (SHA-256)')}</dt><dd class="digest">${receipt.digest}</dd>
  </dl>
  <div class="head-row take-row"><button type="button" class="button main" onClick=${() => print()}>${say('打印回执', 'Print the receipt')}</button>${children}</div>
</section>`;
