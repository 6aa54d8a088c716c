// Where the cells of a table of the form stand, as it is printed. Drawn from the answer of /forms/{edition}.
//   layoutOf(section, {lang, printed}) → {id, title, note, columns, lines, cells}
//     columns: how many columns stand right of the labels (of which a cell may span several)
//     lines: {kind: "heading", label, level} | {kind: "columns", labels: [{text, span}], article, first} | {kind: "row", row, label, aside, level, cells}
//     head: rows of {text, span, down} for the top of the table (empty where heads stand between the rows)
//     cells: Map of path → {path, line, from, to, kind, total, row, column, unit}
//   longestOf(values) → characters of the longest number
//   widthFor(layout, longest) → rem | null      how wide the table must be for figures of so many characters; null: as it is
// printed: contests stand in one row of fifteen, as on paper; otherwise as three rows of five.
import { numberOf } from './stated.js';

const SIX = 6;

export function layoutOf(section, { lang = 'zh', printed = true } = {}) {
  const text = pair => pair?.[lang] ?? '';
  if (section.id === 'contests' && printed) return wide(section, text);
  return section.rows.some(row => row.columns?.length) ? banded(section, text) : full(section, text);
}

/** Every row has every column: one head at the top. */
function full(section, text) {
  const columns = section.columns;
  const grouped = columns.some(column => column.group);
  const over = section.id === 'applications';
  const depth = 1 + (grouped ? 1 : 0) + (over ? 1 : 0);
  const first = { text: text(section.note), down: depth, span: 1, label: true };
  const head = over ? [[first, { text: text(APPLICANT), span: columns.length, down: 1 }], [], []] : [[first], []];
  const start = over ? 1 : 0;
  for (let i = 0; i < columns.length; i++) {
    const group = text(columns[i].group);
    if (!group) {
      head[start].push({ text: text(columns[i].label), span: 1, down: depth - start, column: columns[i].id });
    } else {
      if (text(columns[i - 1]?.group) !== group) {
        let span = 1;
        while (text(columns[i + span]?.group) === group) span++;
        head[start].push({ text: group, span, down: 1 });
      }
      head[start + 1].push({ text: text(columns[i].label), span: 1, down: 1, column: columns[i].id });
    }
  }
  const lines = section.rows.map(row => row.role === 'heading'
    ? { kind: 'heading', row: row.id, level: level(row.id), ...split(text(row.label)) }
    : line(section, row, columns, 1, text));
  return finish(section, text, columns.length, head.filter(cells => cells.length), lines);
}

/** Rows with different columns: each article has a head of its own. */
function banded(section, text) {
  const lines = [];
  let before = '';
  for (const row of section.rows) {
    const columns = (row.columns?.length ? row.columns : section.columns.map(c => c.id)).map(id => section.columns.find(c => c.id === id));
    const band = `${row.article}|${columns.map(c => c.id)}`;
    if (band !== before) {
      lines.push({ kind: 'columns', article: row.article ?? '', labels: columns.map(c => ({ text: text(c.label), span: SIX / columns.length, column: c.id })) });
      before = band;
    }
    lines.push(line(section, row, columns, SIX / columns.length, text));
  }
  return finish(section, text, SIX, [], lines);
}

/** All rows beside each other in one line, under their own heads. */
function wide(section, text) {
  const leaves = section.columns.length;
  const head = [[], [], []];
  for (let i = 0; i < section.rows.length; i++) {
    const group = text(section.rows[i].group);
    if (!group) {
      head[0].push({ text: text(section.rows[i].label), span: leaves, down: 2 });
    } else {
      if (text(section.rows[i - 1]?.group) !== group) {
        let rows = 1;
        while (text(section.rows[i + rows]?.group) === group) rows++;
        head[0].push({ text: group, span: rows * leaves, down: 1 });
      }
      head[1].push({ text: text(section.rows[i].label), span: leaves, down: 1 });
    }
    for (const column of section.columns) head[2].push({ text: text(column.label), span: 1, down: 1, column: column.id });
  }
  const cells = section.rows.flatMap((row, i) => section.columns.map((column, j) => place(section, row, column, i * leaves + j, 1, text)));
  return finish(section, text, cells.length, head, [{ kind: 'row', row: '', label: '', aside: '', level: 0, cells }], true);
}

function line(section, row, columns, span, text) {
  return { kind: 'row', row: row.id, article: row.article ?? '', level: level(row.id), total: row.role === 'total', short: text(row.shortLabel), ...split(text(row.label)),
    cells: columns.map((column, i) => place(section, row, column, i * span, span, text)) };
}

function place(section, row, column, from, span, text) {
  return { path: `${section.id}.${row.id}.${column.id}`, from, to: from + span, kind: column.kind, row: row.id, column: column.id,
    rowLabel: text(row.label), columnLabel: text(column.label), article: row.article ?? '', total: column.role === 'total' || row.role === 'total',
    unit: column.unit ?? '', statedUnit: column.statedUnit === true };
}

function finish(section, text, columns, head, lines, bare = false) {
  const cells = new Map();
  lines.forEach((line, index) => line.kind === 'row' && line.cells.forEach(cell => cells.set(cell.path, Object.assign(cell, { line: index }))));
  return { id: section.id, title: text(section.title), note: text(section.note), columns, head, lines, cells, bare };
}

/** Figures are neither cut nor broken: where the longest does not fit, type is smaller and the table as wide as it must be. In rem. */
export function widthFor(layout, longest) {
  const columns = Math.max(...layout.lines.map((line) => line.cells?.length ?? 0));
  const room = (46 - (layout.bare ? 0 : 17.5)) / columns;
  if (longest * 0.49 + 1 <= room) return null;
  return (layout.bare ? 0 : 10) + columns * (longest * 0.42 + 0.7);
}

/** Characters of the longest number as it is written, with its commas. */
export function longestOf(values) {
  return Math.max(0, ...values.filter((value) => numberOf(value) !== null).map((value) => {
    const [whole, part] = String(Math.abs(numberOf(value))).split('.');
    return whole.length + Math.floor((whole.length - 1) / 3) + (part ? part.length + 1 : 0) + (numberOf(value) < 0 ? 1 : 0);
  }));
}

function level(id) {
  return id.split('.').length - 1;
}

/** What stands in brackets behind a label is printed smaller. */
function split(label) {
  const at = label.search(/(?<=.)[（(](?=.{6,}[)）]$)/u);
  return at > 0 && !/^[（(].[)）]$/u.test(label.slice(0, at)) ? { label: label.slice(0, at), aside: label.slice(at) } : { label, aside: '' };
}

const APPLICANT = { zh: '申请人情况', en: 'Applicants' };
