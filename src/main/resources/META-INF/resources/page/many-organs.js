/**
 * The organs of a region that has thousands of them: 200 at a time as the service hands them out, largest first, found by name at the service.
 * exports: MANY; ManyOrgans({standing}) for offices; OrganList({standing}) for everybody
 */
import { html, useEffect, useRef, useState } from './html.js';
import { link } from './address.js';
import { Bar, most } from './bar.js';
import { Cell, number, plain } from './cell.js';
import { FigureTable } from './figure-table.js';
import { Answered } from './notice.js';
import { filesOf } from './overview-parts.js';
import { usePages } from './pages.js';
import { Sheet, Take } from './sheet.js';
import { kinds, say, several } from './words.js';

/** With more than these, their rows are never asked for all at once. */
export const MANY = 600;

function Find({ onFind, many }) {
  const [text, setText] = useState('');
  const submit = (event) => {
    event.preventDefault();
    onFind(text.trim());
  };
  return html`<form class="find" role="search" onSubmit=${submit}><label class="nowrap">${say(`在${number(many)}家中查找`, `Find among ${number(many)}`)} <input class="field" type="search" value=${text} onInput=${(event) => setText(event.target.value)} /></label>
    <button type="submit" class="button">${say('查找', 'Find')}</button></form>`;
}

/** Comes nearer as one scrolls; the button is for those who do not. */
function More({ pages, total }) {
  const end = useRef(null);
  const { next, more } = pages;
  useEffect(() => {
    if (!next) return undefined;
    const seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && more(), { rootMargin: '400px' });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [next]);
  return next ? html`<p class="note" ref=${end}><button type="button" class="button small" onClick=${more}>${say(`再取200家（还有${number(total - pages.items.length)}家）`, `200 more (${number(total - pages.items.length)} left)`)}</button></p>` : '';
}

export function OrganList({ standing, q = '', title }) {
  const pages = usePages('/organs', { region: standing.region, q: q || null });
  const columns = [
    { id: 'name', kind: 'name', head: say('机关', 'Organ'), plain: (row) => row.name, cell: (row) => html`<a href=${`/organs/${row.code}`}>${row.name}</a>` },
    { id: 'kind', kind: 'text', wide: true, head: say('类别', 'Kind'), plain: (row) => row.kind, cell: (row) => row.kindLabel ?? kinds(row.kind) },
  ];
  return html`<${Answered} answer=${pages}>${(data) => html`
    ${q && html`<p class="says">${say(`名称里有“${q}”的：${number(data.total)}家`, `With “${q}” in the name: ${number(data.total)}`)}</p>`}
    ${pages.items.length > 0 && html`<${FigureTable} caption=${title ?? say('机关', 'Organs')} columns=${columns} rows=${pages.items} pageOf=${Infinity} />`}
    <${More} pages=${pages} total=${data.total} />`}</${Answered}>`;
}

function Largest({ standing, expected }) {
  const { region, year, basis } = standing;
  const pages = usePages('/rollups/contributions', { region, year, basis, by: 'organ', section: 'applications', row: 'received', column: 'total' });
  const top = most(pages.items, 'number');
  const columns = [
    { id: 'name', kind: 'name', head: say('机关', 'Organ'), plain: (row) => row.name, cell: (row) => html`<a href=${`/organs/${row.code}`}>${row.name}</a>` },
    { id: 'bar', kind: 'bar', wide: true, head: '', cell: (row) => html`<${Bar} now=${row.number} most=${top} />` },
    { id: 'now', kind: 'number', className: 'now', head: say('新收', 'Received'), plain: (row) => plain(row.number), cell: (row) => html`<${Cell} value=${row.number} blank=${row.blank} />` },
  ];
  const board = link(`/board/${region}/${year}`);
  return html`<${Answered} answer=${pages}>${(data) => html`
    <p class="note">${say(`报了数的${number(data.total)}家，从多到少，每次取200家；合计${number(data.sum ?? 0)}件由服务算出。没有报的在`, `${several(data.total, 'organ')} with a number, largest first, 200 at a time; their sum, ${number(data.sum ?? 0)}, is the service’s. Those without a report are on the `)}<a href=${board}>${say(`报送情况（应报${number(expected)}家）`, `board (${number(expected)} expected)`)}</a>${say('里。', '.')}</p>
    <${FigureTable} caption=${say('新收申请', 'Applications received')} columns=${columns} rows=${pages.items} pageOf=${Infinity} />
    <${More} pages=${pages} total=${data.total} />`}</${Answered}>`;
}

export function ManyOrgans({ standing, expected }) {
  const [q, setQ] = useState('');
  return html`<${Sheet} span=12 id="children" title=${say('各机关', 'Organs')} note=${say(`${number(expected)}家`, `${number(expected)}`)} take=${html`<${Take} files=${filesOf('applications', standing, { by: 'organ', row: 'received', column: 'total' })} />`}>
    <${Find} onFind=${setQ} many=${expected} />
    ${q ? html`<${OrganList} standing=${standing} q=${q} />` : html`<${Largest} standing=${standing} expected=${expected} />`}</${Sheet}>`;
}
