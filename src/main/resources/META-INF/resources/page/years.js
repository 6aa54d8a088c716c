/**
 * All years of a region beside each other, each with how many reports stand behind it.
 * exports: Years({standing})
 */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { link } from './address.js';
import { Bar, most } from './bar.js';
import { Cell, number, plain } from './cell.js';
import { FigureTable, tsv } from './figure-table.js';
import { Answered } from './notice.js';
import { Sheet, Take } from './sheet.js';
import { FIRST_YEAR, lastYear } from './standing.js';
import { say } from './words.js';

export function Years({ standing }) {
  const { region, year, basis } = standing;
  const query = { region, by: 'year', from: FIRST_YEAR, to: lastYear(), basis, row: 'received', column: 'total' };
  const answer = useAnswer('/rollups/applications', query);
  const kept = basis === 'submitted' ? {} : { basis };
  const rows = (answer.data?.places ?? []).map((place) => ({ key: place.year, year: place.year, coverage: place.coverage,
    now: place.coverage.reported > 0 ? (answer.data.rows.find((row) => row.year === place.year)?.total ?? null) : undefined }));
  const top = most(rows, 'now');
  const columns = [
    { id: 'year', kind: 'name', head: say('年度', 'Year'), plain: (row) => row.year, cell: (row) => (row.year === year ? html`<b>${row.year}</b>` : html`<a href=${link(`/overview/${region}/${row.year}`, kept)}>${row.year}</a>`) },
    { id: 'bar', kind: 'bar', head: '', cell: (row) => html`<${Bar} now=${row.now} most=${top} />` },
    { id: 'now', kind: 'number', className: 'now', head: say('新收', 'Received'), plain: (row) => plain(row.now), cell: (row) => (row.now === undefined ? html`<span class="na">${say('没有报告', 'no report')}</span>` : html`<${Cell} value=${row.now} />`) },
    { id: 'counted', kind: 'text', headClass: 'n', className: 'n then', head: say('计入机关', 'Organs'), plain: (row) => `${row.coverage.reported}/${row.coverage.expected}`, cell: (row) => `${number(row.coverage.reported)}/${number(row.coverage.expected)}` },
  ];
  return html`<${Sheet} span=5 className="narrow" title=${say('历年新收申请', 'Received over the years')} take=${html`<${Take} copy=${() => tsv(columns, rows)} files=${[{ name: 'CSV', path: '/rollups/applications', query: { ...query, format: 'csv' }, file: `${region}-years.csv` }]} />`}>
    <${Answered} answer=${answer}>${() => html`<${FigureTable} caption=${say('历年新收申请', 'Applications received over the years')} columns=${columns} rows=${rows} />`}</${Answered}></${Sheet}>`;
}
