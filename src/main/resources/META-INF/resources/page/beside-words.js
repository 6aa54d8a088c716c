/**
 * Reports beside each other, as GET /reports/{id}/comparison answers it, made ready to be drawn.
 * exports:
 *   cellRows(comparisons, section, column, onlyDifferent)   [{key, name, values: [{has, value, approximate}], differences}] of the first and each other one
 *   underHeadings(rows)   with a row for each heading that they stand under, said once
 *   marked(part)   its sentences, [{kind, first: [{text, mark}], second: […]}]: repeated stretches where sentences differ, other numbers where only these do
 */
import { piecesOf } from './marked-text.js';
import { changesOf } from './text-changes.js';

const has = (one, side) => side in one;

function entry(one, side) {
  const value = has(one, side) ? one[side] : undefined;
  return { has: has(one, side), value, approximate: one[`${side}Approximate`] === true };
}

export function cellRows(comparisons, section, column, onlyDifferent) {
  const isChannels = section === 'publications';
  const listOf = (comparison) => (isChannels ? comparison.publications.map((one) => ({ ...one, path: one.label }))
    : (comparison.sections.find((one) => one.section === section)?.cells ?? []).filter((one) => column === 'all' || one.column === column));
  const rows = new Map();
  comparisons.forEach((comparison, i) => {
    for (const one of listOf(comparison)) {
      const name = isChannels ? one.label : column === 'all' ? `${one.rowLabel}，${one.columnLabel}` : one.rowLabel;
      const row = rows.get(one.path) ?? { key: one.path, name, values: [], differences: [null] };
      const first = entry(one, 'first');
      row.values[0] = row.values[0]?.has ? row.values[0] : first;
      row.values[i + 1] = entry(one, 'second');
      row.differences[i + 1] = one.difference ?? null;
      rows.set(one.path, row);
    }
  });
  const full = [...rows.values()].map((row) => ({ ...row, values: Array.from({ length: comparisons.length + 1 }, (_, i) => row.values[i] ?? { has: false }), differences: Array.from({ length: comparisons.length + 1 }, (_, i) => row.differences[i] ?? null) }));
  const differs = (row) => row.values.slice(1).some((one) => one.has !== row.values[0].has || JSON.stringify(one.value ?? null) !== JSON.stringify(row.values[0].value ?? null));
  return onlyDifferent ? full.filter(differs) : full;
}

export function underHeadings(rows) {
  let open = [];
  return rows.flatMap((row) => {
    const parts = row.name.split(' / ');
    const headings = parts.slice(0, -1);
    const same = headings.findIndex((one, i) => open[i] !== one);
    const fresh = same < 0 ? [] : headings.slice(same);
    open = headings;
    return [...fresh.map((heading, i) => ({ key: `${row.key} ${i}`, heading, plainHeading: true, level: Math.min(Math.max(same, 0) + i, 2) })), { ...row, name: parts.at(-1), level: Math.min(headings.length, 2) }];
  });
}

const side = (changes, kind) => changes.filter((one) => one.kind === 'same' || one.kind === kind).map((one) => (one.kind === 'same' ? { text: one.text } : { text: one.text, mark: { kind: 'differs' } }));

const NUMBER = /(\d+(?:[,.]\d+)*)/;

/** A number that is another one is marked whole. */
function numbersMarked(first, second) {
  const [here, there] = [first, second].map((text) => text.split(NUMBER));
  if (here.length !== there.length) {
    const changes = changesOf(second, first);
    return { first: side(changes, 'added'), second: side(changes, 'removed') };
  }
  const pieces = (own, other) => own.map((text, i) => (text === other[i] ? { text } : { text, mark: { kind: 'differs' } })).filter((one) => one.text !== '');
  return { first: pieces(here, there), second: pieces(there, here) };
}

export function marked(part) {
  let at = 0;
  return part.sentences.map(({ kind, first, second }) => {
    const start = at;
    at += first?.length ?? 0;
    if (kind === 'numbers') {
      return { kind, ...numbersMarked(first, second) };
    }
    // What lies across two sentences is marked in both.
    const within = kind === 'same' || !first ? [] : part.passages.filter((one) => one.start < at && one.end > start).map((one) => {
      const from = Math.max(one.start, start) - start;
      return { at: from, words: first.slice(from, Math.min(one.end, at) - start), kind: 'repeated' };
    });
    return { kind, first: first ? piecesOf(first, within) : [], second: second ? [{ text: second }] : [] };
  });
}
