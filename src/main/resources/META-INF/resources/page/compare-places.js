/**
 * The regions or organs below a region by one number or indicator; two to six of them can be picked and stand beside each other below.
 * exports: Places({state})
 */
import { html, useMemo, useState } from './html.js';
import { useAnswer } from './api.js';
import { change, link } from './address.js';
import { Chart } from './chart.js';
import { bars, heightOf } from './chart-options.js';
import { Reports } from './compare-reports.js';
import { Columns } from './compare-rows.js';
import { MOST, toggled } from './compare-state.js';
import { Cell, difference, number, plain, rate } from './cell.js';
import { FigureTable, sorted, tsv } from './figure-table.js';
import { MANY } from './many-organs.js';
import { SECTIONS, USUAL, channelUnits, columnsToChoose, measureName, measureOf, measureText, partOf, pathOf, queryOf, rowsToChoose, valuesOf } from './measures.js';
import { Answered, Band } from './notice.js';
import { usePages } from './pages.js';
import { Sheet, Take } from './sheet.js';
import { isOver } from './standing.js';
import { State } from './state.js';
import { label, say, units } from './words.js';

const IN_CHART = 12;
const FEW = 30;

const sectionName = (form, id) => ({ publications: say('信息发布渠道', 'Channels of publication'), indicators: say('指标', 'Indicators') }[id] ?? (label(form?.sections.find((one) => one.id === id)?.title) || id));

export function MeasureChooser({ form, measure, channels, definitions, without = [] }) {
  const set = (next) => change({ measure: measureText(next) });
  const ofSection = (section) => measureOf(`${section}.${USUAL[section]}`);
  const rows = { publications: () => channels.flatMap((one) => channelUnits.map((unit) => ({ id: `${one.id}.${unit}`, name: `${label(one.label)}${say(`（${units(unit)}）`, ` (${units(unit)})`)}` }))),
    indicators: () => definitions.map((one) => ({ id: one.indicator, name: one.label })) }[measure.section] ?? (() => rowsToChoose(form, measure.section));
  const columns = ['publications', 'indicators'].includes(measure.section) ? [] : columnsToChoose(form, measure.section, measure.row);
  const chosen = measure.section === 'publications' ? `${measure.row}.${measure.column}` : measure.row;
  const onRow = (id) => {
    if (measure.section === 'publications') return set(measureOf(`publications.${id}`));
    if (measure.section === 'indicators') return set({ ...measure, row: id });
    const open = columnsToChoose(form, measure.section, id);
    return set({ ...measure, row: id, column: open.some((one) => one.id === measure.column) ? measure.column : (open.find((one) => one.id === 'total') ?? open[0]).id });
  };
  const select = (name, value, options, onChange) => html`<label class="labelled"><span>${name}</span><select class="field" value=${value} onChange=${(event) => onChange(event.target.value)}>
    ${options.map((one) => html`<option value=${one.id} selected=${one.id === value}>${one.name}</option>`)}</select></label>`;
  return html`<div class="choosing">${select(say('部分', 'Section'), measure.section, SECTIONS.filter((one) => !without.includes(one)).map((id) => ({ id, name: sectionName(form, id) })), (id) => set(ofSection(id)))}
    ${select(say('项目', 'Figure'), chosen, rows(), onRow)}
    ${columns.length > 1 && select(say('列', 'Column'), measure.column, columns, (id) => set({ ...measure, column: id }))}</div>`;
}

export function Places({ state }) {
  const { by, region, year, basis } = state;
  const organs = by === 'organ';
  const measure = measureOf(state.measure) ?? measureOf('applications.received.total');
  const isRate = measure.section === 'indicators';
  const form = useAnswer('/forms/2021').data;
  const channels = useAnswer(measure.section === 'publications' ? '/channels' : null).data?.channels ?? [];
  const query = { region, year, basis, by, compare: 'previous-year', ...queryOf(measure) };
  // Of thousands of organs no list is taken whole, but the largest, as many as one wants.
  const expectedHere = useAnswer(organs ? '/rollups/applications' : null, { region, year, basis, row: 'received', column: 'total' }).data?.coverage.expected;
  const isMany = organs && expectedHere > MANY;
  const whole = useAnswer(organs && (isRate || expectedHere === undefined || isMany) ? null : pathOf(measure), query);
  const largest = usePages(isMany ? '/rollups/contributions' : null, { region, year, basis, by: 'organ', section: measure.section, ...partOf(measure) });
  const answer = isMany ? { ...largest, data: largest.data && { places: largest.items.map((one) => ({ code: one.code, name: one.name, year, coverage: { expected: 1, reported: 1 } })), coverage: { expected: expectedHere },
    rows: largest.items.map((one) => ({ code: one.code, year, row: measure.row, channel: measure.row, unit: measure.column, [measure.section === 'publications' ? 'count' : measure.column]: one.number, blank: one.blank })) } } : whole;
  const definitions = isRate ? (answer.data?.definitions ?? []) : [];
  const [search, setSearch] = useState('');
  const { rows: all, median } = useMemo(() => (answer.data ? valuesOf(measure, answer.data, year) : { rows: [], median: null }), [isMany ? largest.items.length + measureText(measure) : answer.data, year, measureText(measure)]);
  // The organs of a region itself are no sibling of the regions below it.
  const expected = all.filter((row) => row.coverage.expected > 0 || row.coverage.reported > 0);
  const written = isRate ? rate : number;
  const name = measureName(form, measure, { channels, definitions });
  const picked = organs ? state.organs : state.regions;
  const pick = (code) => change({ by, of: region, [organs ? 'organ' : 'region']: toggled(picked, code).join(',') });
  const top = sorted([{ id: 'now', by: (row) => row.now ?? null }], expected.filter((row) => typeof row.now === 'number'), { id: 'now', down: true });
  const nameOf = (row) => (!organs && row.code === region ? say(`${row.name}本级机关`, `${row.name}: its own organs`) : row.name);
  const inChart = top.slice(0, IN_CHART);
  const option = useMemo(() => bars({ rows: inChart.map((row) => ({ ...row, name: nameOf(row) })), keys: { now: `${year}`, then: `${year - 1}` }, median: { name: say('中位数', 'median'), value: median }, text: isRate ? (value) => rate(value) : number }), [inChart.map((row) => `${row.code} ${row.now} ${row.then}`).join(), median, name]);
  const value = (row) => (row.now === undefined ? html`<${State} of="none" />` : isRate && row.now === null ? html`<span class="na">${row.denominator === 0 ? say('没有可比的数', 'nothing to divide') : say('数不齐', 'incomplete')}</span>`
    : isRate ? written(row.now) : html`<${Cell} value=${row.now} blank=${row.blank} />`);
  const columns = [
    { id: 'pick', kind: 'text', headClass: 'no-print picking', className: 'no-print picking', head: html`<span class="sr">${say('选', 'Pick')}</span>`, cell: (row) => html`<input type="checkbox" aria-label=${say(`选${row.name}来对照`, `Pick ${row.name}`)} checked=${picked.includes(row.code)}
      disabled=${!picked.includes(row.code) && picked.length >= MOST} onChange=${() => pick(row.code)} />` },
    { id: 'name', kind: 'name', sortable: true, by: (row) => row.name, head: organs ? say('机关', 'Organ') : say('地区', 'Region'), plain: (row) => row.name,
      cell: (row) => (organs ? html`<a href=${link('/compare', { by: 'year', organ: row.code })}>${row.name}</a>` : row.code === region ? nameOf(row) : html`<a href=${link(`/overview/${row.code}/${year}`, basis === 'submitted' ? {} : { basis })}>${row.name}</a>`) },
    { id: 'now', kind: 'number', sortable: true, className: 'now', by: (row) => row.now ?? null, head: say(`${year}年`, `${year}`), plain: (row) => plain(row.now), cell: value },
    ...(isRate ? [{ id: 'of', kind: 'number', wide: true, className: 'then', head: say('分子/分母', 'Of'), plain: (row) => (row.denominator > 0 ? `${row.numerator}/${row.denominator}` : ''), cell: (row) => (row.denominator > 0 ? `${number(row.numerator)}/${number(row.denominator)}` : '') }] : []),
    ...(isMany ? [] : [{ id: 'then', kind: 'number', sortable: true, className: 'then', by: (row) => row.then, head: say(`${year - 1}年`, `${year - 1}`), plain: (row) => plain(row.then), cell: (row) => (row.then === null ? '' : isRate ? rate(row.then) : html`<${Cell} value=${row.then} />`) }]),
    ...(isRate ? [{ id: 'rank', kind: 'text', sortable: true, by: (row) => row.rank, head: say('名次（从高到低）', 'Rank, highest first'), plain: (row) => row.rank ?? '', cell: (row) => (row.rank ? say(`${number(row.rank)}/${number(row.ranked)}`, `${row.rank}/${row.ranked}`)
      : row.code === region ? html`<span class="na">${say('不是同级', 'no sibling')}</span>` : row.tooFew || row.denominator < FEW ? html`<span class="na">${say('不足30件，不排名', 'under 30, not ranked')}</span>` : '') }]
      : isMany ? [] : [{ id: 'change', kind: 'change', wide: true, sortable: true, by: (row) => (typeof row.now !== 'number' || row.then === null ? null : row.now - row.then), head: say('增减', 'Change'), plain: (row) => difference(row.now, row.then), cell: (row) => difference(row.now, row.then) }]),
    ...(organs ? [] : [{ id: 'counted', kind: 'text', wide: true, head: say('计入机关', 'Organs counted'), plain: (row) => `${row.coverage.reported}/${row.coverage.expected}`, cell: (row) => html`${number(row.coverage.reported)}/${number(row.coverage.expected)}${row.coverage.missing > 0 && isOver(year) && say(`，缺${number(row.coverage.missing)}家`, `, ${number(row.coverage.missing)} missing`)}` }]),
  ];
  const shown = search ? expected.filter((row) => row.name.includes(search.trim())) : expected;
  const definition = definitions.find((one) => one.indicator === measure.row);
  const coverage = answer.data?.coverage;
  const said = definition ? `${definition.formula}${say('。', '. ')}${definition.article ?? ''}` : '';
  return html`<${Sheet} level=${2} title=${name} note=${said} take=${html`<${Take} copy=${() => tsv(columns, shown)} files=${[['CSV', 'csv'], ['Excel', 'xlsx'], ['JSON', null]].map(([word, format]) => ({ name: word, path: pathOf(measure), query: { ...query, format }, file: `${region}-${year}-${measure.section}.${format ?? 'json'}` }))} />`}>
    <${MeasureChooser} form=${form} measure=${measure} channels=${channels} definitions=${definitions} without=${organs ? ['indicators'] : []} />
    <${Answered} answer=${answer}>${() => html`
      ${coverage && html`<p class="note">${organs ? say(`${number(expected.length)}家机关，`, `${number(expected.length)} organs; `) : say(`${number(expected.length)}个地区，`, `${number(expected.length)} regions; `)}${say('未报的不画条。', 'those without a report have no bar. ')}
        ${isRate ? (median === null ? say(`可比的不足5${organs ? '家' : '个'}，没有中位数。`, 'Fewer than 5 can be compared, so there is no median. ') : say(`中位数${rate(median)}。`, `The median is ${rate(median)}. `)) : say('数量随地区和机关的大小而变，不排名。', 'Numbers go with size, so there is no rank. ')}
        ${isMany && largest.data && say(`这里有${number(expectedHere)}家应报，先列最大的${number(expected.length)}家。`, `${number(expectedHere)} are expected here; these are the ${number(expected.length)} largest. `)}
        ${top.length > IN_CHART && say(`图上是前${IN_CHART}${organs ? '家' : '个'}，全部在表里。`, `The chart has the first ${IN_CHART}, the table has all.`)}</p>`}
      ${inChart.length > 1 && html`<${Chart} label=${say(`${name}：${inChart.length}${organs ? '家' : '个'}的条形图，数在下面的表里`, `${name}: bars of ${inChart.length}, the numbers are in the table below`)} option=${option} height=${heightOf(inChart)} />`}
      ${expected.length > FEW && html`<p class="bar-row"><label class="nowrap">${say(`在${number(expected.length)}${organs ? '家' : '个'}中查找`, `Find among ${number(expected.length)}`)} <input class="field" type="search" value=${search} onInput=${(event) => setSearch(event.target.value)} /></label></p>`}
      ${shown.length === 0 ? html`<p class="note">${search ? say(`没有名称里有“${search}”的。`, `None has “${search}” in its name.`) : say('下面没有应报的机关。', 'No organ below is expected to report.')} ${search && html`<button type="button" class="as-link" onClick=${() => setSearch('')}>${say('清除', 'Clear')}</button>`}</p>`
        : html`<${FigureTable} caption=${name} columns=${columns} rows=${shown} sort=${{ id: 'now', down: true }} />`}
      ${isMany && largest.next && html`<p class="note"><button type="button" class="button small" onClick=${largest.more}>${say('再取200家', '200 more')}</button></p>`}`}</${Answered}></${Sheet}>
    ${picked.length === 0 && html`<p class="note">${say(`在表里选2至${MOST}${organs ? '家' : '个'}，就在这里逐行对照${organs ? '，文字也一起' : ''}。`, `Pick 2 to ${MOST} in the table to see them side by side here${organs ? ', with their texts' : ''}.`)}</p>`}
    ${picked.length === 1 && html`<${Band}>${say(`选了1${organs ? '家，再选1家' : '个，再选1个'}就可以对照。`, 'One is picked; pick another one.')}</${Band}>`}
    ${picked.length > 1 && (organs
      ? html`<${Reports} state=${state} pairs=${picked.map((organ) => ({ organ, year }))} heads=${picked.map((code) => ({ key: code, name: all.find((row) => row.code === code)?.name ?? code }))} />`
      : html`<${Columns} state=${state} codes=${picked} />`)}`;
}
