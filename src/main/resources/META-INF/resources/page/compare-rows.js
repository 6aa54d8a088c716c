/**
 * The rows of a section over regions or years, each with how it differs from the first column, and one row of them as a chart.
 * exports: Columns({state, codes}) regions of a year; Series({state, years}) years of a region; Beside({…}) what both draw;
 *   rowsOf(form, section, data) for tests
 */
import { html, useMemo } from './html.js';
import { useAnswer } from './api.js';
import { change } from './address.js';
import { Chart } from './chart.js';
import { columns as columnChart } from './chart-options.js';
import { Cell, difference, number, plain } from './cell.js';
import { FigureTable, tsv } from './figure-table.js';
import { columnsToChoose } from './measures.js';
import { Answered } from './notice.js';
import { Sheet, Take } from './sheet.js';
import { label, say, units } from './words.js';

const SECTIONS = ['applications', 'disclosure', 'contests', 'publications'];
const CHANNEL_UNITS = ['item', 'event', 'issue', 'place'];

/** Every row of a section that is printed, with the columns that it has: one for applications, all where rows differ. */
export function rowsOf(form, section, data, column) {
  if (section === 'publications') {
    const rows = [...(data?.rows ?? []), ...(data?.totals ?? []).map((one) => ({ ...one, channel: 'total' }))];
    return CHANNEL_UNITS.flatMap((unit) => {
      const ids = [...new Set(rows.filter((row) => row.unit === unit).map((row) => row.channel))];
      return ids.length === 0 ? [] : [{ key: unit, heading: say(`单位：${units(unit)}`, `Unit: ${units(unit)}`) },
        ...ids.map((channel) => ({ key: `${channel}/${unit}`, row: channel, unit, column: 'count', name: channel === 'total' ? say('总数', 'Total') : rows.find((row) => row.channel === channel)?.label ?? channel }))];
    });
  }
  const found = form?.sections.find((one) => one.id === section);
  return (found?.rows ?? []).flatMap((row) => {
    const level = row.id.split('.').length - 1;
    // Subtotals that the form does not print are computed by the service.
    const computed = section === 'applications' && row.role === 'heading' && (data?.rows ?? []).some((one) => one.row === row.id);
    if (row.role === 'heading' && !computed) return [{ key: row.id, heading: label(row.label), plainHeading: true, level: Math.min(level, 2) }];
    const open = columnsToChoose(form, section, row.id).filter((one) => section !== 'applications' || one.id === column);
    return open.map((one) => ({ key: `${row.id}.${one.id}`, row: row.id, column: one.id, level: Math.min(level, 2), sum: row.role === 'total' && section === 'applications', strong: computed,
      name: section === 'applications' ? label(row.label) : open.length > 1 || section === 'disclosure' ? say(`${label(row.label)}，${one.name}`, `${label(row.label)}, ${one.name.toLowerCase()}`) : label(row.label) }));
  });
}

export function valueOf(data, section, row, { code, year }) {
  const rows = row.row === 'total' && section === 'publications' ? (data?.totals ?? []) : (data?.rows ?? []);
  const found = rows.find((one) => one.year === year && (code === undefined || one.code === code)
    && (section === 'publications' ? (row.row === 'total' || one.channel === row.row) && one.unit === row.unit : one.row === row.row));
  const place = (data?.places ?? []).find((one) => one.year === year && (code === undefined || one.code === code));
  return { value: found?.[row.column] ?? null, blank: found?.blank ?? 0, none: (place?.coverage.reported ?? 0) === 0, coverage: place?.coverage };
}

function Choosers({ form, section, column }) {
  const applicants = form?.sections.find((one) => one.id === 'applications')?.columns ?? [];
  const name = (id) => (id === 'publications' ? say('信息发布渠道', 'Channels of publication') : label(form?.sections.find((one) => one.id === id)?.title) || id);
  return html`<div class="choosing"><label class="labelled"><span>${say('部分', 'Section')}</span><select class="field" value=${section} onChange=${(event) => change({ section: event.target.value, row: null })}>
      ${SECTIONS.map((id) => html`<option value=${id} selected=${id === section}>${name(id)}</option>`)}</select></label>
    ${section === 'applications' && html`<label class="labelled"><span>${say('申请人', 'Applicants')}</span><select class="field" value=${column} onChange=${(event) => change({ column: event.target.value })}>
      ${applicants.toReversed().map((one) => html`<option value=${one.id} selected=${one.id === column}>${label(one.label)}</option>`)}</select></label>`}</div>`;
}

/** heads: [{key, name, code?, year}], the first one is what the others are held against. */
export function Beside({ state, title, answer, query, heads, column }) {
  const section = SECTIONS.includes(state.section) ? state.section : 'applications';
  const form = useAnswer('/forms/2021').data;
  const data = answer.data;
  const rows = useMemo(() => rowsOf(form, section, data, column), [form, section, data, column]);
  const free = rows.filter((row) => !row.heading);
  const at = (row, head) => valueOf(data, section, row, head);
  const inChart = free.find((row) => row.key === state.row) ?? free.find((row) => heads.some((head) => at(row, head).value > 0)) ?? free[0];
  const isDrawn = inChart && heads.filter((head) => typeof at(inChart, head).value === 'number').length > 1;
  // Years run from left to right in a chart, and the newest stands first in the table.
  const drawn = heads.some((head) => head.code === undefined) ? heads.toReversed() : heads;
  const option = useMemo(() => columnChart({ names: drawn.map((head) => head.name), series: [{ name: inChart?.name ?? '', values: inChart ? drawn.map((head) => at(inChart, head).value) : [] }], text: number }),
    [data, inChart?.key, heads.map((head) => head.key).join()]);
  const shown = (row, head) => {
    const { value, blank, none } = at(row, head);
    return none ? html`<span class="na">${say('没有报告', 'no report')}</span>` : value === null ? html`<span class="na">${say('没有这个数', 'no such number')}</span>` : html`<${Cell} value=${value} blank=${blank} />`;
  };
  const columns = [
    { id: 'name', kind: 'name', head: say('项目', 'Figure'), plain: (row) => row.name, cell: (row) => html`<button type="button" class=${`row-pick ${row.key === inChart?.key ? 'on' : ''}`} aria-pressed=${row.key === inChart?.key} onClick=${() => change({ row: row.key })}>${row.name}</button>` },
    ...heads.flatMap((head, i) => [
      { id: head.key, kind: 'number', className: i === 0 ? 'now' : '', head: head.name, plain: (row) => plain(at(row, head).value), cell: (row) => shown(row, head) },
      ...(i === 0 ? [] : [{ id: `${head.key}-by`, kind: 'change', wide: true, head: say('相差', 'Differs'), headText: `${head.name} ${say('相差', 'differs')}`, plain: (row) => difference(at(row, heads[0]).value, at(row, head).value), cell: (row) => difference(at(row, heads[0]).value, at(row, head).value) }]),
    ]),
  ];
  const takes = ['csv', 'xlsx', null].map((format) => ({ name: { csv: 'CSV', xlsx: 'Excel' }[format] ?? 'JSON', path: `/rollups/${section}`, query: { ...query, format }, file: `compare-${section}.${format ?? 'json'}` }));
  const parts = heads.map((head) => ({ head, coverage: free[0] ? at(free[0], head).coverage : undefined })).filter((one) => one.coverage);
  return html`<${Sheet} level=${2} title=${title} note=${say(`相差＝${heads[0]?.name ?? ''}减去这一列；点项目画成图`, `Differs: ${heads[0]?.name ?? ''} less this one; a figure’s name draws it`)} take=${html`<${Take} copy=${() => tsv(columns, rows)} files=${takes} />`}>
    <${Choosers} form=${form} section=${section} column=${column} />
    <${Answered} answer=${answer}>${() => html`
      <p class="note">${say('计入机关：', 'Organs counted: ')}${parts.map((one) => `${one.head.name} ${number(one.coverage.reported)}/${number(one.coverage.expected)}`).join(say('；', '; '))}</p>
      ${isDrawn && html`<h3>${inChart.name}</h3><${Chart} label=${say(`${inChart.name}的柱形图，数在下面的表里`, `${inChart.name} as columns, the numbers are in the table below`)} option=${option} height=${260} />`}
      <${FigureTable} className="beside-rows" caption=${title} columns=${columns} rows=${rows} />`}</${Answered}></${Sheet}>`;
}

const columnOf = (state) => new URLSearchParams(location.search).get('column') ?? (state.section === 'applications' || !state.section ? 'total' : null);

const keptColumn = (state, column) => (!state.section || state.section === 'applications' ? { column } : {});

export function Columns({ state, codes }) {
  const { region, year, basis } = state;
  const section = SECTIONS.includes(state.section) ? state.section : 'applications';
  const column = columnOf({ ...state, section }) ?? 'total';
  const query = { region, year, basis, by: 'region', ...keptColumn({ section }, column) };
  const answer = useAnswer(`/rollups/${section}`, query);
  const heads = codes.map((code) => ({ key: code, code, year, name: `${answer.data?.places.find((one) => one.code === code)?.name ?? code}${code === region ? say('本级', ' (own)') : ''}` }));
  return html`<${Beside} state=${state} title=${say('选中的地区逐行对照', 'The picked regions, row by row')} answer=${answer} query=${query} heads=${heads} column=${column} />`;
}

export function Series({ state, years }) {
  const { region, basis } = state;
  const section = SECTIONS.includes(state.section) ? state.section : 'applications';
  const column = columnOf({ ...state, section }) ?? 'total';
  const query = { region, by: 'year', from: Math.min(...years), to: Math.max(...years), basis, ...keptColumn({ section }, column) };
  const answer = useAnswer(`/rollups/${section}`, query);
  const heads = years.map((year) => ({ key: String(year), year, name: say(`${year}年`, `${year}`) }));
  return html`<${Beside} state=${state} title=${say('逐年对照', 'Year by year')} answer=${answer} query=${query} heads=${heads} column=${column} />`;
}
