/**
 * All years of a region beside each other, each with how many reports stand behind it: what came in, and what became of it.
 * exports: Years({standing, form}); yearRows(data) for tests
 */
import { html, useMemo } from './html.js';
import { useAnswer } from './api.js';
import { link } from './address.js';
import { Chart } from './chart.js';
import { stacked } from './chart-options.js';
import { Cell, number, plain } from './cell.js';
import { FigureTable, tsv } from './figure-table.js';
import { Answered } from './notice.js';
import { OUTCOMES, rowName } from './overview-parts.js';
import { Sheet, Take } from './sheet.js';
import { FIRST_YEAR, lastYear } from './standing.js';
import { say } from './words.js';

/** A year without reports has no number at all: undefined, which is neither 0 nor blank. */
export function yearRows(data) {
  return (data?.places ?? []).map(({ year, coverage }) => {
    const at = (row) => (coverage.reported > 0 ? (data.rows.find((one) => one.year === year && one.row === row)?.total ?? null) : undefined);
    return { key: year, year, coverage, received: at('received'), concluded: at('outcomes.total'), ...Object.fromEntries(OUTCOMES.map((id) => [id, at(`outcomes.${id}`)])) };
  });
}

export function Years({ standing, form }) {
  const { region, year, basis } = standing;
  const query = { region, by: 'year', from: FIRST_YEAR, to: lastYear(), basis, column: 'total' };
  const answer = useAnswer('/rollups/applications', query);
  const kept = basis === 'submitted' ? {} : { basis };
  const rows = useMemo(() => yearRows(answer.data), [answer.data]);
  const names = OUTCOMES.map((id) => rowName(form, 'applications', `outcomes.${id}`, id));
  const known = rows.filter((row) => row.received !== undefined);
  // Years before the first report and after the last one are in the table, and would be nothing but room in the chart.
  const drawn = rows.filter((row) => known.length > 0 && row.year >= known[0].year && row.year <= known.at(-1).year);
  const title = say('历年收到和办结的申请', 'Applications over the years');
  const option = useMemo(() => stacked({ names: drawn.map((row) => String(row.year)), series: OUTCOMES.map((id, i) => ({ name: names[i], values: drawn.map((row) => row[id]) })),
    line: { name: say('本年新收', 'received'), values: drawn.map((row) => row.received) }, text: number }), [rows, names.join()]);
  const shown = (value) => (value === undefined ? html`<span class="na">${say('没有报告', 'no report')}</span>` : html`<${Cell} value=${value} />`);
  const column = (id, head, more = {}) => ({ id, kind: 'number', head, sortable: true, by: (row) => row[id] ?? null, plain: (row) => plain(row[id]), cell: (row) => (row[id] === undefined && id !== 'received' ? '' : shown(row[id])), ...more });
  const columns = [
    { id: 'year', kind: 'name', sortable: true, by: (row) => row.year, head: say('年度', 'Year'), plain: (row) => row.year, cell: (row) => (row.year === year ? html`<b>${row.year}</b>` : html`<a href=${link(`/overview/${region}/${row.year}`, kept)}>${row.year}</a>`) },
    column('received', say('本年新收', 'Received'), { className: 'now' }),
    column('concluded', say('办结', 'Concluded'), { className: 'now' }),
    ...OUTCOMES.map((id, i) => column(id, names[i], { wide: true })),
    { id: 'counted', kind: 'text', headClass: 'n', className: 'n then', head: say('计入机关', 'Organs counted'), plain: (row) => `${row.coverage.reported}/${row.coverage.expected}`, cell: (row) => `${number(row.coverage.reported)}/${number(row.coverage.expected)}` },
  ];
  const files = [['CSV', 'csv'], ['Excel', 'xlsx'], ['JSON', null]].map(([name, format]) => ({ name, path: '/rollups/applications', query: { ...query, format }, file: `${region}-years.${format ?? 'json'}` }));
  return html`<${Sheet} span=12 title=${title} note=${say('柱：办结的，按结果分；点：本年新收。单位：件', 'Columns: concluded, by outcome; points: received')} take=${html`<${Take} copy=${() => tsv(columns, rows)} files=${files} />`}>
    <${Answered} answer=${answer}>${() => html`
      ${known.length > 1 && html`<${Chart} label=${say('历年办结的申请按结果分，以及本年新收的；数在下面的表里', 'Concluded applications by outcome, and those received, over the years; the numbers are in the table below')} option=${option} height=${320} />`}
      <${FigureTable} caption=${title} columns=${columns} rows=${rows} />
      <p class="note">${say('各年计入的机关多少不同，少的年份数也少。', 'The organs counted differ from year to year, and the numbers with them.')} <a href=${link('/compare', { by: 'year', region, basis: kept.basis })}>${say('逐年对照全部项目', 'All figures, year by year')}</a></p>`}</${Answered}></${Sheet}>`;
}
