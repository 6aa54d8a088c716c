// A block copied from Excel, Word, WPS or a web page, and the cells that it lands in.
//   readClipboard({html, text}) → rows of strings; a place that a merged cell covers is null
//   landBlock(rows, layout, corner) → {values: {path: stated}, rows, columns, by: "labels" | "place", outside, words: [path]}
//     by labels, where the block brings the labels of rows of this table; otherwise from the cell `corner` on to the right and down,
//     over headings. outside: how many filled cells had no place. words: cells that got words which are no number.
import { readTyped, meaning } from './stated.js';

export function readClipboard({ html = '', text = '' }) {
  const table = html && /<table[\s>]/i.test(html) ? readTable(html) : null;
  return table?.length ? table : readTabs(text);
}

export function landBlock(rows, layout, corner) {
  const block = trimmed(rows);
  if (block.length === 0) return { values: {}, rows: 0, columns: 0, by: 'place', outside: 0, words: [] };
  const labelled = byLabels(block, layout);
  const found = labelled ?? byPlace(block, layout, corner);
  const values = {}, words = [];
  for (const [path, written] of found.cells) {
    values[path] = readTyped(written);
    if (meaning(values[path]) === 'invalid') words.push(path);
  }
  return { values, rows: found.rows, columns: found.columns, by: labelled ? 'labels' : 'place', outside: found.outside, words };
}

function byPlace(block, layout, corner) {
  const at = layout.cells.get(corner);
  const cells = [];
  let outside = 0;
  if (!at) return { cells, rows: 0, columns: 0, outside: 0 };
  const lines = rowsFrom(block, layout, at.line);
  block.forEach((row, i) => {
    const targets = lines[i] === null ? [] : (layout.lines[lines[i]]?.cells ?? []).filter(cell => cell.to > at.from);
    let next = 0;
    row.forEach(written => {
      if (written === null) return;
      const target = targets[next++];
      if (target) cells.push([target.path, written]);
      else if (written.trim()) outside++;
    });
  });
  return { cells, rows: block.length, columns: Math.max(...block.map(row => row.filter(cell => cell !== null).length)), outside };
}

/** A block that was copied with the headings' empty lines keeps them; one without goes over the headings. */
function rowsFrom(block, layout, start) {
  const straight = block.map((_, i) => start + i);
  const overHeading = straight.filter(line => line < layout.lines.length && layout.lines[line].kind !== 'row');
  const emptyThere = overHeading.length > 0 && straight.every((line, i) =>
    line >= layout.lines.length ? false : layout.lines[line].kind === 'row' || block[i].every(cell => !cell?.trim()));
  if (emptyThere) return straight.map(line => layout.lines[line].kind === 'row' ? line : null);
  const lines = [];
  let line = start;
  for (let i = 0; i < block.length; i++) {
    while (line < layout.lines.length && layout.lines[line].kind !== 'row') line++;
    lines.push(line++);
  }
  return lines;
}

/** Rows are known by their labels, and lie in them in the order of the form. Null where no label is known. */
function byLabels(block, layout) {
  const known = new Map();
  layout.lines.forEach((line, index) => {
    if (line.kind !== 'row') return;
    for (const label of new Set([bare(line.label + line.aside), bare(line.label)])) if (label.length > 1) known.set(label, [...(known.get(label) ?? []), index]);
  });
  const candidates = block.flatMap((row) => {
    const after = row.findIndex((written) => written && known.has(bare(written)));
    return after < 0 ? [] : known.get(bare(row[after])).map((line) => ({ line, row, after }));
  });
  const found = longestChain(candidates);
  if (found.length === 0) return null;
  const cells = [];
  let outside = 0;
  let columns = 0;
  for (const { line, row, after } of found) {
    const targets = layout.lines[line].cells;
    const written = row.slice(after + 1).filter((cell) => cell !== null);
    columns = Math.max(columns, written.length);
    written.forEach((value, i) => {
      if (targets[i]) cells.push([targets[i].path, value]);
      else if (value.trim()) outside++;
    });
  }
  return { cells, rows: found.length, columns, outside };
}

/** A label may stand several times, and in a head (其他): the most rows that keep the form's order, each once. */
function longestChain(candidates) {
  const best = candidates.map((one, i) => {
    let before = -1;
    for (let j = 0; j < i; j++) {
      if (candidates[j].row !== one.row && candidates[j].line < one.line && (before < 0 || candidates[j].length > candidates[before].length)) before = j;
    }
    one.length = before < 0 ? 1 : candidates[before].length + 1;
    return before;
  });
  const chain = [];
  let at = candidates.reduce((longest, one, i) => (longest < 0 || one.length > candidates[longest].length ? i : longest), -1);
  for (; at >= 0; at = best[at]) chain.unshift(candidates[at]);
  return chain;
}

function bare(words) {
  return words.normalize('NFKC').replace(/^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?/u, '').replace(/[\s\p{P}]/gu, '').toLowerCase();
}

function trimmed(rows) {
  const filled = row => row.some(cell => cell?.trim());
  let end = rows.length;
  while (end > 0 && !filled(rows[end - 1]) && (end > 1 || rows[end - 1].length <= 1)) end--;
  return rows.slice(0, end);
}

/** Tab-separated text; a cell in quotation marks may hold breaks, as spreadsheets write them. */
function readTabs(text) {
  const rows = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/g;
  for (let match; cells.lastIndex <= text.length && (match = cells.exec(text));) {
    rows[rows.length - 1].push(match[1] === undefined ? match[2] : match[1].replace(/""/g, '"'));
    if (match[3] === '') break;
    if (match[3] !== '\t') rows.push([]);
  }
  if (rows.length > 1 && rows[rows.length - 1].length === 1 && rows[rows.length - 1][0] === '') rows.pop();
  return text === '' ? [] : rows;
}

/** The first table of a fragment of HTML, spans written out. No document is built of it: nothing in it is ever run or fetched. */
function readTable(html) {
  const body = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(style|script)[\s\S]*?<\/\1>/gi, '');
  const rows = [];
  let depth = 0, cell = null;
  const close = () => { if (cell) { cell.text = tidy(cell.text); cell = null; } };
  for (const [token, end, name, attributes] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+|</gi)) {
    const tag = name?.toLowerCase();
    if (!tag) { if (cell) cell.text += token; continue; }
    if (tag === 'table') { depth += end ? -1 : 1; if (depth === 0) break; continue; }
    if (depth !== 1) { if (depth > 1 && cell && (tag === 'td' || tag === 'tr')) cell.text += ' '; continue; }
    if (tag === 'tr') { close(); if (!end) rows.push([]); }
    else if (tag === 'td' || tag === 'th') {
      close();
      if (!end) {
        if (rows.length === 0) rows.push([]);
        cell = { text: '', across: span(attributes, 'colspan'), down: span(attributes, 'rowspan') };
        rows[rows.length - 1].push(cell);
      }
    } else if (cell && (tag === 'br' || tag === 'p' || tag === 'div')) cell.text += ' ';
  }
  close();
  const out = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const one of row) {
      while (out[r][c] !== undefined) c++;
      for (let y = 0; y < one.down && r + y < out.length; y++) for (let x = 0; x < one.across; x++) out[r + y][c + x] = x === 0 && y === 0 ? one.text : null;
      c += one.across;
    }
  });
  return out.map(row => Array.from(row, one => one === undefined ? '' : one));
}

function span(attributes, name) {
  const match = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,3})`, 'i').exec(attributes);
  return Math.min(Math.max(Number(match?.[1] ?? 1), 1), 100);
}

function tidy(text) {
  return text.replace(/&nbsp;|&#160;|&#xa0;/gi, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#(\d{1,7});/g, (_, n) => code(Number(n)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, n) => code(parseInt(n, 16))).replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
}

function code(point) {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
