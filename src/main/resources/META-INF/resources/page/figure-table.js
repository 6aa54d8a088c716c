/**
 * A real table: sortable, with groups, sum rows and bars, to be copied and taken away.
 * exports:
 *   FigureTable({caption, columns, rows, sort, pageOf, className, rowKey, onOpen})
 *     columns: [{id, head, unit?, kind: 'name'|'number'|'text'|'bar'|'change', cell(row) → element, plain(row) → text, by(row) → sort key,
 *       sortable?, wide? (not on a phone), className?, headClass?, group? (a heading over neighbours)}]
 *     rows: [{…, level?: 0–2, sum?: true, heading?: text, group?: text}]   a heading row has only `heading`
 *     sort: {id, down}   how it is sorted at first; groups stay together
 *     pageOf: rows drawn at first (200); the rest comes while scrolling, at a button, and in print
 *   tsv(columns, rows)    what a copy holds
 */
import { html, useEffect, useMemo, useRef, useState } from './html.js';
import { number } from './cell.js';
import { say } from './words.js';

const ROWS = 200;

export function tsv(columns, rows) {
  const written = columns.filter((column) => column.plain);
  const clean = (text) => String(text ?? '').replace(/[\t\r\n]+/g, ' ');
  return [
    written.map((column) => clean(column.headText ?? column.head)),
    ...rows.map((row) => (row.heading ? [clean(row.heading)] : written.map((column) => clean(column.plain(row))))),
  ].map((cells) => cells.join('\t')).join('\n');
}

function compare(a, b) {
  const empty = (x) => x === null || x === undefined || x === '';
  if (empty(a) || empty(b)) return empty(a) - empty(b); // what says nothing comes last, whichever way
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh');
}

export function sorted(columns, rows, sort) {
  const column = sort && columns.find((one) => one.id === sort.id);
  if (!column?.by) return rows;
  const parts = [];
  for (const row of rows) {
    if (row.heading || parts.length === 0) parts.push([]);
    parts.at(-1).push(row);
  }
  return parts.flatMap((part) => {
    const fixed = part.filter((row) => row.heading);
    const sums = part.filter((row) => row.sum);
    const free = part.filter((row) => !row.heading && !row.sum);
    const empty = (row) => [null, undefined, ''].includes(column.by(row));
    const full = free.filter((row) => !empty(row)).sort((a, b) => compare(column.by(a), column.by(b)) * (sort.down ? -1 : 1));
    return [...fixed, ...full, ...free.filter(empty), ...sums];
  });
}

function Head({ columns, sort, onSort }) {
  const groups = columns.some((column) => column.group);
  const cell = (column, rows) => {
    const classes = [column.kind === 'number' || column.kind === 'change' ? 'n' : '', column.kind === 'bar' ? 'bars' : '',
      column.wide ? 'wide-only' : '', column.headClass ?? ''].join(' ');
    const isSorted = sort?.id === column.id;
    const isBar = column.kind === 'bar' && !column.sortable;
    if (isBar || column.head === '') return html`<td class=${classes} rowspan=${rows}></td>`;
    return html`<th scope="col" class=${classes} rowspan=${rows} aria-sort=${isSorted ? (sort.down ? 'descending' : 'ascending') : undefined}>
      ${column.sortable
        ? html`<button type="button" class=${`sorter ${isSorted ? (sort.down ? 'down' : 'up') : ''}`} onClick=${() => onSort(column)}>${column.head}</button>`
        : column.head}
    </th>`;
  };
  if (!groups) return html`<thead><tr>${columns.map((column) => cell(column))}</tr></thead>`;
  const over = [];
  for (const column of columns) {
    if (column.group && over.at(-1)?.group === column.group) over.at(-1).columns.push(column);
    else over.push({ group: column.group, columns: [column] });
  }
  return html`<thead><tr>${over.map((one) => one.group
      ? html`<th scope="colgroup" colspan=${one.columns.length} class=${`group ${one.columns.every((c) => c.wide) ? 'wide-only' : ''}`}>${one.group}</th>`
      : cell(one.columns[0], 2))}</tr>
    <tr>${columns.filter((column) => column.group).map((column) => cell(column))}</tr></thead>`;
}

function Row({ row, columns }) {
  if (row.heading !== undefined) {
    return html`<tr class=${row.plainHeading ? '' : 'unit-head'}><th scope="colgroup" class=${row.level ? `in${row.level}` : ''} colspan=${columns.length}>${row.heading}</th></tr>`;
  }
  return html`<tr class=${`${row.sum ? 'sum' : ''} ${row.className ?? ''}`}>${columns.map((column) => {
    const content = column.cell(row);
    if (column.kind === 'name') return html`<th scope="row" class=${row.level ? `in${row.level}` : ''}>${content}</th>`;
    const classes = [column.kind === 'number' || column.kind === 'change' ? 'n' : '', column.kind === 'change' ? 'diff' : '',
      column.kind === 'bar' ? 'bars' : '', column.wide ? 'wide-only' : '', column.className ?? ''].join(' ');
    return html`<td class=${classes} data-label=${content === '' ? undefined : column.label}>${content}</td>`;
  })}</tr>`;
}

export function FigureTable({ caption, columns, rows, sort: first, pageOf = ROWS, className = '' }) {
  const [sort, setSort] = useState(first ?? null);
  const [many, setMany] = useState(pageOf);
  const end = useRef(null);
  const inOrder = useMemo(() => sorted(columns, rows, sort), [columns, rows, sort]);
  const more = inOrder.length > many;
  const onSort = (column) => setSort({ id: column.id, down: sort?.id === column.id ? !sort.down : column.kind !== 'name' });
  useEffect(() => {
    if (!more) return undefined;
    const all = () => setMany(Infinity);
    addEventListener('beforeprint', all);
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setMany((n) => n + pageOf);
    }, { rootMargin: '600px' });
    if (end.current) seen.observe(end.current);
    return () => {
      removeEventListener('beforeprint', all);
      seen.disconnect();
    };
  }, [more, many]);
  // What scrolls sideways is reached by keys, too; what does not is no stop on the way.
  const box = useRef(null);
  useEffect(() => {
    const scrolls = box.current.scrollWidth > box.current.clientWidth;
    for (const [name, value] of [['tabindex', '0'], ['role', 'region'], ['aria-label', caption]]) {
      if (scrolls) box.current.setAttribute(name, value);
      else box.current.removeAttribute(name);
    }
  });
  const rest = inOrder.length - many;
  return html`<div class="scroll" ref=${box}><table class=${className}>
      ${caption && html`<caption class="sr">${caption}</caption>`}
      <${Head} columns=${columns} sort=${sort} onSort=${onSort} />
      <tbody>${(more ? inOrder.slice(0, many) : inOrder).map((row, i) => html`<${Row} key=${row.key ?? i} row=${row} columns=${columns} />`)}</tbody>
    </table></div>
    ${more && html`<p class="note" ref=${end}><button type="button" class="button small" onClick=${() => setMany(Infinity)}>
      ${say(`列出其余${number(rest)}行`, `List the other ${number(rest)} rows`)}</button></p>`}`;
}
