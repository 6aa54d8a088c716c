/**
 * Why the office sent a report back, and the cells that its reasons point to.
 * exports:
 *   Returned({event, show})      the reasons; show(path) leads to a cell
 *   returnedAt(report) → Map: place → [{number, reason}] of the return that is still open;  returnedPaths(report)
 *   BackPin({reasons, second})   the mark at a cell; second: there is another one above it
 */
import { html } from './html.js';
import { day, say } from './words.js';

const sign = (number) => say(`退${number}`, `R${number}`);

export const returnedPaths = (report) => (report?.returned?.reasons ?? []).map((one) => one.path).filter(Boolean);

export function returnedAt(report) {
  const places = new Map();
  (report?.returned?.reasons ?? []).forEach(({ path, reason }, i) => path && places.set(path, [...(places.get(path) ?? []), { number: i + 1, reason }]));
  return places;
}

export function Returned({ event, show }) {
  return html`<section class="tell returned"><div><b>${say('办公室退回', 'Returned by the office')}</b> <span class="note">${day(event.at)}${event.due ? say(`，${day(event.due)}前改好`, `, to be mended by ${day(event.due)}`) : ''}</span>
    ${event.reason && html`<p>${event.reason}</p>`}
    <ul class="plain-list">${(event.reasons ?? []).map((one, i) => html`<li id=${`returned-${i + 1}`}><span class="pin back">${sign(i + 1)}</span> ${one.path && html`<button type="button" class="as-link" onClick=${() => show(one.path)}>${one.label ?? one.path}</button>${say('：', ': ')}`}${one.reason}</li>`)}</ul></div></section>`;
}

export function BackPin({ reasons, second = false }) {
  const [first] = reasons;
  if (!first) return '';
  return html`<a class=${`pin back ${second ? 'second' : ''}`} href=${`#returned-${first.number}`} title=${first.reason} aria-label=${say(`退回的第${first.number}条理由：${first.reason}`, `Reason ${first.number} of the return: ${first.reason}`)}>${sign(first.number)}</a>`;
}
