// What a cell states. A number, blank (null), "n/a", a number with a remark beside it ({value, remark}), or other words as they
// stand. None is ever turned into another.
//   readTyped(text) → stated      what somebody typed or pasted
//   typedText(stated) → string    what stands in the cell when it is edited
//   meaning(stated) → "blank" | "notApplicable" | "number" | "remarked" | "invalid"
//   numberOf(stated) → number | null     same(a, b) → boolean

import { isNumber, written } from './written.js';

const STROKES = /^[\/／\\—–―─－-]+$/u;
const NOT_APPLICABLE = new Set(['n/a', 'na', '不适用', '不涉及']);
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const REMARKED = /^([+-]?\d[\d,]*(?:\.\d+)?)[（(]([^（()）]+)[)）]$/u;

export function readTyped(text) {
  const words = String(text ?? '').replace(/[\u00a0\u3000\u200b\ufeff]/g, ' ').trim();
  if (words === '') return null;
  if (STROKES.test(words) || NOT_APPLICABLE.has(words.toLowerCase())) return 'n/a';
  const number = exactNumber(words);
  if (number !== null) return number;
  const remarked = REMARKED.exec(words);
  if (remarked) {
    const value = exactNumber(remarked[1]);
    if (value !== null) return { value, remark: remarked[2] };
  }
  return words;
}

export function typedText(stated) {
  switch (meaning(stated)) {
    case 'blank': return '';
    case 'notApplicable': return '/';
    case 'number': return String(stated);
    case 'remarked': return `${typedText(stated.value)}（${stated.remark}）`;
    default: return typeof stated === 'string' ? stated : JSON.stringify(stated);
  }
}

export function meaning(stated) {
  if (stated === null || stated === undefined) return 'blank';
  if (stated === 'n/a') return 'notApplicable';
  if (isNumber(stated)) return 'number';
  if (typeof stated === 'object' && typeof stated.remark === 'string') return 'remarked';
  return 'invalid';
}

export function numberOf(stated) {
  if (isNumber(stated)) return Number(stated);
  return meaning(stated) === 'remarked' && isNumber(stated.value) ? Number(stated.value) : null;
}

export function same(a, b) {
  if (isNumber(a) && isNumber(b)) return String(a) === String(b);
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Digits that a number of this language cannot hold exactly stay words: nothing is rounded. */
function exactNumber(words) {
  const plain = words.normalize('NFKC').replace(/−/g, '-').replace(/\s/g, '');
  const digits = GROUPED.test(plain) ? plain.replace(/,/g, '') : plain;
  if (!NUMBER.test(digits)) return null;
  const number = Number(digits);
  const [whole, fraction = ''] = digits.replace(/^[+-]/, '').split('.');
  const significant = (whole.replace(/^0+/, '') + fraction.replace(/0+$/, '')).length;
  return significant <= 15 && Number.isFinite(number) ? written(digits.replace(/^\+/, '')) : null;
}
