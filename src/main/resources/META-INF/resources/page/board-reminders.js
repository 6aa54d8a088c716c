/**
 * Whom to remind, and with what words: a list, a text to copy, a file. The page sends nothing itself.
 * exports: Reminders({region, year, only, close})   only: codes of organs, or null for all
 */
import { html, useEffect, useState } from './html.js';
import { everyPage } from './api.js';
import { Refused, Waiting } from './notice.js';
import { Take } from './sheet.js';
import { State } from './state.js';
import { day, say, useLanguage } from './words.js';

export function Reminders({ region, year, only, close, files }) {
  const language = useLanguage();
  const [found, setFound] = useState({ waiting: true });
  useEffect(() => {
    const leave = new AbortController();
    everyPage('/reminders', { region, year, limit: 1000 }, { signal: leave.signal }).then((items) => setFound({ items }), (problem) => problem.name !== 'AbortError' && setFound({ problem }));
    return () => leave.abort();
  }, [region, year, language]);
  const items = (found.items ?? []).filter((one) => !only || only.has(one.organ));
  const texts = () => items.map((one) => `${one.name}${say('：', ': ')}${one.text}`).join('\n\n');
  return html`<section class="sheet side-sheet" data-panel tabindex="-1" aria-labelledby="reminders"><header><h2 class="title" id="reminders">${say(`催报名单（${items.length}家）`, `To be reminded (${items.length})`)}</h2>
      <span class="note">${say('文字可以复制后自己发出；这里不发送。', 'Copy the words and send them; nothing is sent from here.')}</span>
      <${Take} copy=${texts} files=${files} /><button type="button" class="button small" data-close onClick=${close}>${say('收起', 'Close')}</button></header>
    ${found.problem && html`<${Refused} problem=${found.problem} focus=${true} />`}${found.waiting && html`<${Waiting} answer=${found} />`}
    ${found.items && items.length === 0 && html`<p>${say('没有要催的机关。', 'Nobody has to be reminded.')}</p>`}
    ${items.length > 0 && html`<div class="scroll reminder-list"><table class="flush"><thead><tr><th scope="col">${say('机关', 'Organ')}</th><th scope="col">${say('进度', 'State')}</th><th scope="col" class="n">${say('期限', 'Due')}</th><th scope="col">${say('文字', 'Words')}</th></tr></thead>
      <tbody>${items.map((one) => html`<tr key=${one.organ}><th scope="row">${one.name}</th><td><${State} of=${one.state === 'notStarted' ? 'not-started' : one.state} /></td><td class="n">${day(one.due)}</td><td>${one.text}</td></tr>`)}</tbody></table></div>`}
  </section>`;
}
