/**
 * Bars of which each begins at 0; the number stands beside it, so that they are hidden from those who listen.
 * exports: Bar({now, then, most}) this year filled, last year hollow; Mini({values}) small columns, the last one stands out;
 * BarKey({now, then}) what the two mean; Patterns() once a page, what hatched and dotted shapes are filled with; most(rows, …keys)
 */
import { html } from './html.js';

const width = (value, most) => (most > 0 ? Math.max(0, (value / most) * 100) : 0).toFixed(2);
const isNumber = (value) => typeof value === 'number';

export const most = (rows, ...keys) => Math.max(0, ...rows.flatMap((row) => keys.map((key) => (isNumber(row[key]) ? row[key] : 0))));

export function Bar({ now, then, most }) {
  return html`<svg class="bar" viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${isNumber(then) && then > 0 && html`<rect class="last" x="0" y="11" width=${width(then, most)} height="5" />`}
    ${isNumber(now) && now > 0 && html`<rect class="this" x="0" y="2" width=${width(now, most)} height="9" />`}
    ${(isNumber(now) || isNumber(then)) && html`<line class="base" x1="0" x2="0" y1="0" y2="18" />`}
  </svg>`;
}

export function Mini({ values }) {
  if (!values.some(isNumber)) return null;
  const top = Math.max(...values.filter(isNumber), 0);
  const tall = (value) => (top > 0 ? (value / top) * 17 : 0);
  return html`<svg class="mini" viewBox="0 0 56 20" aria-hidden="true" focusable="false">
    ${values.map((value, i) => isNumber(value) && html`<rect class=${i === values.length - 1 ? 'now' : ''}
      x=${56 - 17 * (values.length - i) + 1} y=${(18 - tall(value)).toFixed(1)} width="11" height=${tall(value).toFixed(1)} />`)}
    <line x1="2" x2="54" y1="18.5" y2="18.5" />
  </svg>`;
}

export const BarKey = ({ now, then }) => html`<span class="keys">
  <span class="key"><svg viewBox="0 0 20 12" aria-hidden="true"><rect class="this" y="2" width="20" height="8" /></svg>${now}</span>
  <span class="key"><svg viewBox="0 0 20 12" aria-hidden="true"><rect class="last" x=".7" y="3" width="18.6" height="6" /></svg>${then}</span>
</span>`;

export const Patterns = () => html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
  <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="p0" width="6" height="6" /><rect class="p1" width="2" height="6" /></pattern>
  <pattern id="hatch-blue" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="p0" width="4" height="4" /><rect class="p2" width="1.6" height="4" /></pattern>
  <pattern id="dotty" width="6" height="6" patternUnits="userSpaceOnUse">
    <rect class="p0" width="6" height="6" /><circle class="p1" cx="2" cy="2" r="1.2" /></pattern>
</defs></svg>`;
