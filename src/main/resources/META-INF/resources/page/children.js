/**
 * The regions directly below, or the organs: one row each, with bar, last year and coverage. Search first where there are many.
 * exports: Children({answer, standing, below}); childRows(data, year, below) for tests
 */
import { html, useMemo, useState } from './html.js';
import { link } from './address.js';
import { Bar, most } from './bar.js';
import { Cell, difference, number, plain } from './cell.js';
import { FigureTable, tsv } from './figure-table.js';
import { filesOf } from './overview-parts.js';
import { Answered } from './notice.js';
import { Sheet, Take } from './sheet.js';
import { isOver } from './standing.js';
import { State } from './state.js';
import { session } from './session.js';
import { mayOpen } from './views.js';
import { say } from './words.js';

const MANY = 30;

export function childRows(data, year) {
  const rows = new Map(data.rows.filter((row) => row.row === 'received').map((row) => [row.code, row]));
  return data.places.filter((place) => place.year === year).map(({ code, name, coverage }) => {
    const row = rows.get(code);
    return { key: code, code, name, coverage, now: coverage.reported > 0 ? (row?.total ?? null) : undefined, then: row?.previousTotal ?? null, blank: row?.blank ?? 0 };
  });
}

function Counted({ coverage, year }) {
  return html`${number(coverage.reported)}/${number(coverage.expected)}${coverage.missing > 0 && isOver(year) && say(`，缺${number(coverage.missing)}家`, `, ${number(coverage.missing)} missing`)}`;
}

export function Children({ answer, standing, below }) {
  const [search, setSearch] = useState('');
  const { region, year, basis } = standing;
  const organs = below === 'organ';
  const all = useMemo(() => (answer.data ? childRows(answer.data, year) : []), [answer.data, year]);
  const rows = search ? all.filter((row) => row.name.includes(search.trim())) : all;
  const top = most(all, 'now', 'then');
  const kept = basis === 'submitted' ? {} : { basis };
  const toOrgan = mayOpen('organs', session().caller);
  const href = (code) => (organs ? toOrgan && `/organs/${code}` : code !== region && link(`/overview/${code}/${year}`, kept));
  const columns = [
    { id: 'name', kind: 'name', sortable: true, by: (row) => row.name, head: organs ? say('机关', 'Organ') : say('地区', 'Region'), plain: (row) => row.name,
      cell: (row) => (href(row.code) ? html`<a href=${href(row.code)}>${row.name}</a>` : html`${row.name}${!organs && row.code === region ? say('本级机关', ': its own organs') : ''}`) },
    { id: 'bar', kind: 'bar', wide: true, head: '', cell: (row) => html`<${Bar} now=${row.now} then=${row.then} most=${top} />` },
    { id: 'now', kind: 'number', sortable: true, by: (row) => row.now ?? null, className: 'now', head: say('新收', 'Received'), plain: (row) => plain(row.now), cell: (row) => (row.now === undefined ? html`<${State} of="none" word=${basis === 'submitted' ? undefined : say('未计入', 'not counted')} />` : html`<${Cell} value=${row.now} blank=${row.blank} />`) },
    { id: 'then', kind: 'number', sortable: true, by: (row) => row.then, className: 'then', head: say(`${year - 1}年`, `${year - 1}`), plain: (row) => plain(row.then), cell: (row) => (row.then === null ? '' : html`<${Cell} value=${row.then} />`) },
    { id: 'change', kind: 'change', sortable: true, wide: !organs, by: (row) => (row.now == null || row.then === null ? null : row.now - row.then), head: say('增减', 'Change'), plain: (row) => difference(row.now, row.then), cell: (row) => difference(row.now, row.then) },
    ...(organs ? [] : [{ id: 'counted', kind: 'text', head: say('计入机关', 'Organs counted'), plain: (row) => `${row.coverage.reported}/${row.coverage.expected}`, cell: (row) => html`<${Counted} coverage=${row.coverage} year=${year} />` }]),
  ];
  return html`<${Sheet} span=12 id="children" title=${organs ? say('各机关', 'Organs') : say('各地区', 'Regions below')} note=${answer.data ? say(`${number(all.length)}${organs ? '家' : '个'}`, number(all.length)) : ''}
      take=${html`<${Take} copy=${() => tsv(columns, rows)} files=${filesOf('applications', standing, { by: below, row: 'received', column: 'total' })} />`}>
    <${Answered} answer=${answer}>${() => html`
      ${all.length > MANY && html`<p class="bar-row"><label class="nowrap">${say(`在${number(all.length)}${organs ? '家' : '个'}中查找`, `Find among ${number(all.length)}`)} <input class="field" type="search" value=${search} onInput=${(event) => setSearch(event.target.value)} /></label></p>`}
      ${rows.length === 0
        ? html`<p class="note">${search ? say(`没有名称里有“${search}”的。`, `None has “${search}” in its name.`) : say('下面没有应报的机关。', 'No organ below is expected to report.')} ${search && html`<button type="button" class="as-link" onClick=${() => setSearch('')}>${say('清除', 'Clear')}</button>`}</p>`
        : html`<${FigureTable} caption=${say('新收申请', 'Applications received')} columns=${columns} rows=${rows} sort=${{ id: 'now', down: true }} />`}`}</${Answered}>
  </${Sheet}>`;
}
