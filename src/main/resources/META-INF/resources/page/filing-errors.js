/**
 * What has to be mended before the report can be handed in, in the order of the document; each leads to its cell.
 * exports: ErrorList({errors, rules, nameOf, pick, mend(values), focus (a number that grows when the list is wanted)})
 */
import { html, useEffect, useRef } from './html.js';
import { suggestedOf } from './filing-remark.js';
import { Pin } from './remarks.js';
import { say } from './words.js';

const SHOWN = 20;

export function ErrorList({ errors, rules, nameOf, pick, mend, focus }) {
  const box = useRef(null);
  useEffect(() => {
    if (focus === 0) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [focus]);
  const n = errors.length;
  return html`<section class=${`sheet error-list ${n === 0 ? 'mended' : ''}`} tabindex="-1" ref=${box} aria-label=${say('要改正的', 'To be mended')}>
    <h2 class="title">${n === 0 ? say('错误都改好了，可以提交。', 'All errors are mended; the report can be submitted.') : say(`先改正${n}处错误，再提交`, `Mend ${n} ${n === 1 ? 'error' : 'errors'}, then submit`)}</h2>
    ${n > 0 && html`<ol class="plain-list">${errors.slice(0, SHOWN).map((remark) => {
      const mended = suggestedOf(remark.finding, rules.get(remark.finding.rule));
      return html`<li key=${remark.finding.id}><${Pin} remark=${remark} onPick=${pick} />
      <span><button type="button" class="as-link" onClick=${() => pick(remark)}>${remark.place ? nameOf(remark.place) : say('整份报告', 'The report as a whole')}${say('：', ':')}</button> ${remark.finding.message}
        ${mended && html` <button type="button" class="button small" onClick=${() => mend(mended.values)}>${mended.name}</button>`}</span></li>`;
    })}</ol>
      ${n > SHOWN && html`<p class="note">${say(`另有${n - SHOWN}处，改正以后列出。`, `${n - SHOWN} more are listed as these are mended.`)}</p>`}`}</section>`;
}
