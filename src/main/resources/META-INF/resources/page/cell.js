/**
 * The only place that writes a value. 0, blank and not applicable never look alike, and nothing is made of nothing.
 * exports:
 *   Cell({value, approximate, unit, href, blank, blankHref})   what a cell, or a sum with `blank` cells in it, shows; unit: of the API,
 *                         'percent' or 'times', where a number is no count
 *   plain(value)          the same for a copy or a file: 412, '' for a blank, '/' for not applicable
 *   number(n), rate(x), share(part, whole), short(n)   as text: 1,204.36 · 44.0% · 34.8% · 12.3万 (sentences only)
 *   difference(now, then, unit) +23 · −3 · 0, '' where one of them is none; change(now, then) in per cent, only where last year ≥ 20
 *   meaning(value)        'number' | 'blank' | 'notApplicable' | 'invalid'
 */
import { html } from './html.js';
import { grouped, language, say } from './words.js';
import { isNumber } from './written.js';

/** What the API writes for a cell: a number, null or nothing, "n/a", {value, remark}, or whatever else was stated. */
export function meaning(value) {
  if (value && typeof value === 'object' && 'value' in value) return meaning(value.value);
  if (value === null || value === undefined || value === '') return 'blank';
  if (value === 'n/a') return 'notApplicable';
  return isNumber(value) ? 'number' : 'invalid';
}

const bare = (value) => (value && typeof value === 'object' && 'value' in value ? value.value : value);

export function number(n) {
  // Beyond 10^21 a number writes itself with an exponent.
  return grouped(Math.abs(n) >= 1e21 ? BigInt(n).toString() : n);
}

export function plain(value) {
  return { blank: '', notApplicable: '/' }[meaning(value)] ?? String(bare(value));
}

const withUnit = (text, unit) => ({ percent: () => `${text}%`, times: () => say(`${text}倍`, `${text} times`) }[unit] ?? (() => text))();

export function Cell({ value, approximate, unit, href, blank = 0, blankHref }) {
  const kind = meaning(value);
  const written = {
    blank: () => html`<span class="blank">${say('未填', 'blank')}</span>`,
    notApplicable: () => html`<span class="na">${say('不适用', 'n/a')}</span>`,
    invalid: () => html`<span class="bad">${String(bare(value))}</span>`,
    number: () => (approximate ? say('约', 'about ') : '') + withUnit(number(bare(value)), unit),
  }[kind]();
  const shown = href && kind === 'number' ? html`<a href=${href}>${written}</a>` : written;
  return blank > 0 ? html`${shown}<${Gap} blank=${blank} href=${blankHref} />` : shown;
}

/** How many cells a sum leaves out because they are blank. */
export function Gap({ blank, href }) {
  const words = say(`空${number(blank)}`, `blank ${number(blank)}`);
  return href ? html`<a class="gap" href=${href}>${words}</a>` : html`<span class="gap">${words}</span>`;
}

const signed = (text, n) => (n > 0 ? `+${text}` : text);

/** Exact also for amounts: 0.3 − 0.1 is 0.2. */
export function minus(now, then) {
  const places = Math.max(...[now, then].map((n) => (String(n).split('.')[1] ?? '').length));
  return Number((now - then).toFixed(places));
}

/** What one percentage is more than another is no percentage. */
export function difference(now, then, unit) {
  if (meaning(now) !== 'number' || meaning(then) !== 'number') return '';
  const by = minus(bare(now), bare(then));
  return signed(unit === 'percent' ? say(`${number(by)}个百分点`, `${number(by)} points`) : withUnit(number(by), unit), by);
}

export function change(now, then) {
  if (meaning(now) !== 'number' || meaning(then) !== 'number' || bare(then) < 20) return '';
  const by = ((bare(now) - bare(then)) / bare(then)) * 100;
  const text = by.toFixed(1).replace(/^-0\.0$/, '0.0');
  return `${signed(number(text), Number(text))}%`;
}

export const rate = (x) => (x === null || x === undefined ? '' : `${number((x * 100).toFixed(1))}%`);
export const share = (part, whole) => (whole > 0 ? rate(part / whole) : '');

export function short(n) {
  return language() === 'zh' && Math.abs(n) >= 100_000 ? `${number((n / 10_000).toFixed(1))}万` : number(n);
}
