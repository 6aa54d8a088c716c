/**
 * The tables of the overview, each a sheet over the same figures.
 * exports: MainFigures, Channels, Disclosure, Outcomes, Matrix, Grounds, OtherHandling, Contests   ({figures, standing})
 */
import { html, useState } from './html.js';
import { Balance } from './balance.js';
import { Bar, BarKey, Mini, most } from './bar.js';
import { Cell, change, difference, meaning, number, plain } from './cell.js';
import { FigureTable, tsv } from './figure-table.js';
import { numberLink } from './number-link.js';
import { Answered } from './notice.js';
import { Sheet, Take } from './sheet.js';
import { filesOfTable } from './table-files.js';
import { label, say, units } from './words.js';

const CHANNEL_UNITS = ['item', 'event', 'issue', 'place'];
export const OUTCOMES = ['granted', 'partlyGranted', 'refused', 'unableToProvide', 'notProcessed', 'otherHandling'];

/** The files of a section, as the API hands them out. */
export function filesOf(section, { region, year, basis }, more = {}) {
  const query = { region, year, basis, compare: 'previous-year', ...more };
  const file = (name, format, ending) => ({ name, path: `/rollups/${section}`, query: { ...query, format }, file: `${region}-${year}-${section}.${ending}` });
  return [file('CSV', 'csv', 'csv'), file('Excel', 'xlsx', 'xlsx'), { name: 'JSON', path: `/rollups/${section}`, query, file: `${region}-${year}-${section}.json` }];
}

export const formRow = (form, section, id) => form?.sections.find((one) => one.id === section)?.rows.find((row) => row.id === id);

/** Short words of the form; the whole label where there are none. */
export const rowName = (form, section, id, otherwise = id) => {
  const row = formRow(form, section, id);
  return row ? label(row.shortLabel) || label(row.label) : otherwise;
};

const years = (year) => [say(`${year}年`, `${year}`), say(`${year - 1}年`, `${year - 1}`)];
const reason = (text) => (text ? html`<span class="na">${text}</span>` : '');

const now = (figures, standing, section, row, column, kind = 'now') => {
  const { value, blank } = figures.at(section, row, column);
  return html`<span class=${kind}><${Cell} value=${value} href=${numberLink(standing, section, row, column === 'count' ? null : column)}
    blank=${blank} blankHref=${numberLink(standing, section, row, column === 'count' ? null : column, { blank: true })} /></span>`;
};
const then = (figures, section, row, column) => {
  const why = figures.why(section, row, column);
  return why ? reason(why) : html`<${Cell} value=${figures.at(section, row, column, figures.year - 1).value} />`;
};

function mainRows(form) {
  const name = (section, id, zh, en) => say(`${rowName(form, section, id, '')}${zh}`, `${rowName(form, section, id, '')}${en}`);
  return [
    { section: 'publications', row: 'total/item', column: 'count', name: say('主动公开信息总数', 'Items made public'), unit: say('条', 'items') },
    { section: 'disclosure', row: 'normativeDocuments', column: 'issued', name: name('disclosure', 'normativeDocuments', '，本年制发', ' issued'), unit: say('件', '') },
    { section: 'disclosure', row: 'normativeDocuments', column: 'inForce', name: name('disclosure', 'normativeDocuments', '，现行有效', ' in force'), unit: say('件', '') },
    { section: 'disclosure', row: 'licensing', column: 'decisions', name: name('disclosure', 'licensing', '处理决定', ': decisions'), unit: say('件', '') },
    { section: 'disclosure', row: 'penalties', column: 'decisions', name: name('disclosure', 'penalties', '处理决定', ': decisions'), unit: say('件', '') },
    { section: 'disclosure', row: 'compulsion', column: 'decisions', name: name('disclosure', 'compulsion', '处理决定', ': decisions'), unit: say('件', '') },
    { section: 'disclosure', row: 'fees', column: 'amount', name: name('disclosure', 'fees', '', ''), unit: say('万元', '10,000 yuan') },
    { section: 'applications', row: 'received', column: 'total', name: say('新收政府信息公开申请', 'Applications received'), unit: say('件', '') },
    { section: 'applications', row: 'outcomes.total', column: 'total', name: say('办结', 'Concluded'), unit: say('件', '') },
    { section: 'applications', row: 'carriedForward', column: 'total', name: say('结转下年度', 'Carried forward'), unit: say('件', '') },
    { section: 'contests', row: 'reconsideration', column: 'total', name: rowName(form, 'contests', 'reconsideration', say('行政复议', 'Reconsideration')), unit: say('件', '') },
    { section: 'contests', row: 'litigation', column: 'total', name: say('行政诉讼', 'Litigation'), unit: say('件', ''), adds: ['litigationDirect', 'litigationAfterReconsideration'] },
  ];
}

/** The two rows of litigation are one number in sentences; both have to be there. */
function ofRow(figures, one, year) {
  if (!one.adds) return figures.at(one.section, one.row, one.column, year);
  const parts = one.adds.map((id) => figures.at(one.section, id, one.column, year));
  return {
    value: parts.every((part) => meaning(part.value) === 'number') ? parts.reduce((sum, part) => sum + part.value, 0) : null,
    blank: parts.reduce((sum, part) => sum + part.blank, 0),
  };
}

export function MainFigures({ figures, standing }) {
  const { year, form } = figures;
  const rows = mainRows(form).map((one) => {
    const current = ofRow(figures, one, year);
    const before = ofRow(figures, one, year - 1);
    return { ...one, ...current, before: before.value, why: figures.why(one.section, one.adds?.[0] ?? one.row, one.column),
      series: figures.years.map((of) => ofRow(figures, one, of).value) };
  });
  const [thisYear, lastYear] = years(year);
  const about = { region: standing.region, year, basis: standing.basis, coverage: figures.coverage(),
    figures: rows.map(({ section, row, column, name, unit, value, before, blank }) => ({ section, row, column, name, unit, value, previous: before, blank })) };
  const columns = [
    { id: 'name', kind: 'name', head: say('项目', 'Figure'), cell: (row) => html`${row.name}${row.unit && html`<span class="only-phone note"> ${row.unit}</span>`}`, plain: (row) => row.name },
    { id: 'unit', kind: 'text', wide: true, className: 'note', head: say('单位', 'Unit'), cell: (row) => row.unit, plain: (row) => row.unit },
    { id: 'now', kind: 'number', head: thisYear, className: 'now', plain: (row) => plain(row.value), cell: (row) => (row.adds
      ? html`<${Cell} value=${row.value} blank=${row.blank} />` : now(figures, standing, row.section, row.row, row.column)) },
    { id: 'then', kind: 'number', head: lastYear, className: 'then', plain: (row) => plain(row.before), cell: (row) => (row.why ? reason(row.why) : html`<${Cell} value=${row.before} />`) },
    { id: 'change', kind: 'change', head: say('增减', 'Change'), plain: (row) => difference(row.value, row.before), cell: (row) => difference(row.value, row.before) },
    { id: 'percent', kind: 'change', wide: true, head: say('增减%', 'Change, %'), plain: (row) => change(row.value, row.before), cell: (row) => change(row.value, row.before) },
    { id: 'series', kind: 'text', wide: true, headClass: 'n', head: `${figures.years[0]}–${year}`, cell: (row) => html`<${Mini} values=${row.series} />` },
  ];
  return html`<${Sheet} level=${2} span=8 title=${say('主要数据', 'Main figures')} note=${standing.open ? say('点数字看由哪些报告相加而成', 'A number opens what it is made of') : ''}
      take=${html`<${Take} copy=${() => tsv(columns, rows)} files=${filesOfTable(columns, rows, { file: `${standing.region}-${year}-main`, about })} />`}>
    <${FigureTable} caption=${say('主要数据', 'Main figures')} columns=${columns} rows=${rows} />
    <p class="note">${say('同一条信息可能发在几个渠道，各渠道相加大于总数。“空”：有单元格留空。小图从0起，每行各用刻度。上年不足20件的不算百分比。两年版式不同的不相比。',
      'One item may go out on several channels, so these add up to more than the total. “Blank”: cells without anything in them. Small columns begin at 0, each row has its own scale. No per cent where last year was below 20, no difference where the forms differ.')}</p>
  </${Sheet}>`;
}

export function Channels({ figures, standing, span = 7, bare = false }) {
  const { year } = figures;
  const all = [...figures.rowsOf('publications', year), ...figures.rowsOf('publications', year - 1)];
  const rows = CHANNEL_UNITS.flatMap((unit) => {
    const ids = [...new Set(all.filter((row) => row.unit === unit).map((row) => row.channel))];
    const ofUnit = ids.map((channel) => {
      const current = figures.row('publications', `${channel}/${unit}`);
      const before = figures.row('publications', `${channel}/${unit}`, year - 1);
      return { id: `${channel}/${unit}`, name: (current ?? before).label, now: current?.count ?? null, then: before?.count ?? null,
        approximate: current?.approximate > 0, reports: current?.reports ?? 0 };
    }).sort((a, b) => (b.now ?? -1) - (a.now ?? -1));
    const top = most(ofUnit, 'now', 'then');
    return ofUnit.length === 0 ? [] : [{ heading: say(`单位：${units(unit)}`, `Unit: ${units(unit)}`), key: unit }, ...ofUnit.map((row) => ({ ...row, top, key: row.id }))];
  });
  const [thisYear, lastYear] = years(year);
  const none = (value) => (value === null ? html`<span class="na">${say('没有报告写明', 'in no report')}</span>` : html`<${Cell} value=${value} />`);
  const columns = [
    { id: 'name', kind: 'name', head: say('渠道', 'Channel'), cell: (row) => row.name, plain: (row) => row.name },
    { id: 'bar', kind: 'bar', head: '', cell: (row) => html`<${Bar} now=${row.now} then=${row.then} most=${row.top} />` },
    { id: 'now', kind: 'number', className: 'now', head: thisYear, plain: (row) => plain(row.now), cell: (row) => (row.now === null ? none(null) : now(figures, standing, 'publications', row.id, 'count')) },
    { id: 'then', kind: 'number', className: 'then', head: lastYear, plain: (row) => plain(row.then), cell: (row) => none(row.then) },
    ...(bare ? [] : [{ id: 'reports', kind: 'number', wide: true, className: 'then', head: say('填报机关', 'Organs'), plain: (row) => row.reports, cell: (row) => number(row.reports) }]),
  ];
  const table = rows.length > 0
    ? html`<${FigureTable} caption=${say('按渠道', 'By channel')} columns=${columns} rows=${rows} />`
    : html`<p class="note">${say('计入的报告没有写到渠道。', 'No report that is counted names channels.')}</p>`;
  if (bare) return table;
  return html`<${Sheet} span=${span} title=${say('按渠道', 'By channel')} extra=${html`<${BarKey} now=${year} then=${year - 1} />`}
    take=${html`<${Take} copy=${() => tsv(columns, rows)} files=${filesOf('publications', standing)} />`}>${table}</${Sheet}>`;
}

export function Disclosure({ figures, standing }) {
  const { year, form } = figures;
  const [thisYear, lastYear] = years(year);
  const documents = ['rules', 'normativeDocuments'].flatMap((row) => [
    { row, year, name: rowName(form, 'disclosure', row) },
    ...(figures.why('disclosure', row, 'issued') ? [] : [{ row, year: year - 1, level: 1, name: lastYear }]),
  ]);
  const head = (id) => label(form?.sections.find((one) => one.id === 'disclosure')?.columns.find((one) => one.id === id)?.shortLabel) || id;
  const ofDocument = (id) => ({ id, kind: 'number', head: head(id), plain: (row) => plain(figures.at('disclosure', row.row, id, row.year).value),
    cell: (row) => (row.year === year ? now(figures, standing, 'disclosure', row.row, id) : html`<span class="then"><${Cell} value=${figures.at('disclosure', row.row, id, row.year).value} /></span>`) });
  const first = [{ id: 'name', kind: 'name', head: '', headText: '', cell: (row) => row.name, plain: (row) => row.name }, ...['issued', 'repealed', 'inForce'].map(ofDocument)];
  const decisions = [['licensing', 'decisions'], ['penalties', 'decisions'], ['compulsion', 'decisions'], ['fees', 'amount']].map(([row, column]) => ({ row, column,
    name: `${rowName(form, 'disclosure', row)}${column === 'amount' ? say('（万元）', ' (10,000 yuan)') : say('决定', ': decisions')}`,
    value: figures.at('disclosure', row, column).value, before: figures.at('disclosure', row, column, year - 1).value }));
  const second = [
    { id: 'name', kind: 'name', head: '', headText: '', cell: (row) => row.name, plain: (row) => row.name },
    { id: 'now', kind: 'number', className: 'now', head: thisYear, plain: (row) => plain(row.value), cell: (row) => now(figures, standing, 'disclosure', row.row, row.column) },
    { id: 'then', kind: 'number', className: 'then', head: lastYear, plain: (row) => plain(row.before), cell: (row) => then(figures, 'disclosure', row.row, row.column) },
    { id: 'change', kind: 'change', head: say('增减', 'Change'), plain: (row) => difference(row.value, row.before), cell: (row) => difference(row.value, row.before) },
  ];
  return html`<${Sheet} span=5 title=${say('文件、决定和收费', 'Documents, decisions, fees')}
      take=${html`<${Take} copy=${() => `${tsv(first, documents)}\n\n${tsv(second, decisions)}`} files=${filesOf('disclosure', standing)} />`}>
    <${FigureTable} caption=${say('规章和行政规范性文件', 'Rules and normative documents')} columns=${first} rows=${documents} />
    <${FigureTable} caption=${say('处理决定和收费', 'Decisions and fees')} columns=${second} rows=${decisions} />
  </${Sheet}>`;
}

export const outcomeValue = (figures, id, year = figures.year) => figures.at('applications', `outcomes.${id}`, 'total', year).value ?? 0;

export function Outcomes({ figures }) {
  const total = (row) => figures.at('applications', row, 'total').value ?? 0;
  const came = total('received') + total('carriedOver');
  if (came === 0) return html`<${Sheet} span=12><p>${say('本年没有收到申请，也没有上年结转的。', 'No application came in, and none was carried over.')}</p></${Sheet}>`;
  return html`<${Sheet} span=12 className="wide-only" title=${say(`${number(came)}件申请的去向`, `What became of ${number(came)} applications`)}
      note=${say('新收＋上年结转＝办理结果＋结转下年，单位：件', 'received + carried over = outcomes + carried forward')}>
    <${Balance} received=${total('received')} carriedOver=${total('carriedOver')} carriedForward=${total('carriedForward')}
      outcomes=${OUTCOMES.map((id) => ({ name: rowName(figures.form, 'applications', `outcomes.${id}`, id), value: outcomeValue(figures, id) }))} />
  </${Sheet}>`;
}

export function Matrix({ figures, standing }) {
  const { year, form } = figures;
  const [chosen, choose] = useState('total');
  const section = form?.sections.find((one) => one.id === 'applications');
  const kinds = section?.columns ?? [];
  const rows = ['received', 'carriedOver', 'outcomes', ...OUTCOMES.map((id) => `outcomes.${id}`), 'outcomes.total', 'carriedForward'].map((id) => ({
    id, key: id, name: figures.row('applications', id)?.label ?? label(formRow(form, 'applications', id)?.label),
    level: id.startsWith('outcomes.') ? 1 : 0, sum: id === 'outcomes.total', ...(id === 'outcomes' ? { heading: label(formRow(form, 'applications', id)?.label), plainHeading: true } : {}),
  })).map((row) => ({ ...row, name: say(row.name?.replace(/（区分处理的.*?）|政府信息公开申请数量/g, ''), label(formRow(form, 'applications', row.id)?.shortLabel) || row.name) }));
  const [, lastYear] = years(year);
  const columns = [
    { id: 'name', kind: 'name', head: '', headText: '', cell: (row) => row.name, plain: (row) => row.name },
    ...kinds.map((kind) => ({ id: kind.id, kind: 'number', wide: kind.id !== chosen, className: kind.id === 'total' ? 'now' : '', group: label(kind.group) || undefined,
      head: label(kind.shortLabel), plain: (row) => plain(figures.at('applications', row.id, kind.id).value),
      cell: (row) => (kind.id === 'total' ? now(figures, standing, 'applications', row.id, 'total')
        : html`<${Cell} value=${figures.at('applications', row.id, kind.id).value} href=${numberLink(standing, 'applications', row.id, kind.id)} />`) })),
    { id: 'then', kind: 'number', className: 'then', head: lastYear, plain: (row) => plain(figures.at('applications', row.id, 'total', year - 1).value), cell: (row) => then(figures, 'applications', row.id, chosen) },
  ];
  return html`<${Sheet} span=8 title=${say('办理结果与申请人', 'Outcomes by applicant')} note=${say('单位：件', '')} take=${html`<${Take} copy=${() => tsv(columns, rows)} files=${filesOf('applications', standing)} />`}>
    <label class="labelled only-phone"><span>${say('申请人', 'Applicants')}</span><select class="field" value=${chosen} onChange=${(event) => choose(event.target.value)}>
      ${kinds.toReversed().map((kind) => html`<option value=${kind.id}>${label(kind.shortLabel)}</option>`)}</select></label>
    <${FigureTable} className="flush" caption=${say('办理结果与申请人', 'Outcomes by applicant')} columns=${columns} rows=${rows} />
    <p class="note">${say('总计由各单元格相加得出，不取各机关填写的总计。', 'Totals are added up from the cells; what organs state as total is not taken.')}</p>
  </${Sheet}>`;
}

export function Grounds({ figures, standing }) {
  const { year, form } = figures;
  const ids = (form?.sections.find((one) => one.id === 'applications')?.rows ?? []).filter((row) => row.id.startsWith('outcomes.refused.'));
  const rows = ids.map((row) => ({ id: row.id, key: row.id, name: label(row.shortLabel) || label(row.label), now: figures.at('applications', row.id, 'total').value,
    then: figures.at('applications', row.id, 'total', year - 1).value })).sort((a, b) => (b.now ?? -1) - (a.now ?? -1));
  const top = most(rows, 'now', 'then');
  const columns = [
    { id: 'name', kind: 'name', head: say('理由', 'Ground'), cell: (row) => row.name, plain: (row) => row.name },
    { id: 'bar', kind: 'bar', head: '', cell: (row) => html`<${Bar} now=${row.now} then=${row.then} most=${top} />` },
    { id: 'now', kind: 'number', className: 'now', head: year, plain: (row) => plain(row.now), cell: (row) => now(figures, standing, 'applications', row.id, 'total') },
    { id: 'then', kind: 'number', className: 'then', head: year - 1, plain: (row) => plain(row.then), cell: (row) => then(figures, 'applications', row.id, 'total') },
  ];
  const all = outcomeValue(figures, 'refused');
  return html`<${Sheet} className="narrow" title=${say('不予公开的理由', 'Grounds of refusal')} note=${say(`共${number(all)}件`, `${number(all)} in all`)}>
    ${all === 0 && outcomeValue(figures, 'refused', year - 1) === 0 && !figures.why('applications', 'outcomes.refused', 'total') ? html`<p class="note">${say('两年都没有不予公开的。', 'Nothing was refused in either year.')}</p>` : ''}
    <${FigureTable} caption=${say('不予公开的理由', 'Grounds of refusal')} columns=${columns} rows=${rows} /></${Sheet}>`;
}

/** What the 2019 layout does not divide is a row of its own: it is split by nobody. */
export function OtherHandling({ figures, standing }) {
  const all = outcomeValue(figures, 'otherHandling');
  const ids = ['correctionOverdue', 'feeUnpaid', 'otherReasons'].map((id) => `outcomes.otherHandling.${id}`);
  const rows = ids.map((id) => ({ id, key: id, name: rowName(figures.form, 'applications', id), value: figures.at('applications', id, 'total').value,
    undivided: !figures.row('applications', id) && Boolean(figures.row('applications', 'outcomes.otherHandling')) }));
  const divided = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
  const columns = [
    { id: 'name', kind: 'name', head: say('情形', 'Case'), cell: (row) => row.name, plain: (row) => row.name },
    { id: 'now', kind: 'number', className: 'now', head: figures.year, plain: (row) => plain(row.value), cell: (row) => (row.rest ? number(row.value) : row.undivided ? reason(say('版式无此项', 'not in the layout')) : now(figures, standing, 'applications', row.id, 'total')) },
  ];
  const rest = all - divided;
  const shown = rest > 0 ? [...rows, { rest: true, key: 'rest', name: say('2019年版式，不分细项', '2019 layout, not divided'), value: rest }] : rows;
  return html`<${Sheet} title=${say('其他处理', 'Other handling')} note=${say(`共${number(all)}件`, `${number(all)} in all`)}>
    <${FigureTable} caption=${say('其他处理', 'Other handling')} columns=${columns} rows=${shown} /></${Sheet}>`;
}

export function Contests({ figures, standing, span = 7 }) {
  const { year, form } = figures;
  const [, lastYear] = years(year);
  const section = form?.sections.find((one) => one.id === 'contests');
  const rows = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'].map((id) => ({ id, key: id, name: figures.row('contests', id)?.label ?? rowName(form, 'contests', id) }));
  const columns = [
    { id: 'name', kind: 'name', head: '', headText: '', cell: (row) => row.name, plain: (row) => row.name },
    ...(section?.columns ?? []).map((column) => ({ id: column.id, kind: 'number', wide: ['other', 'pending'].includes(column.id), head: label(column.shortLabel), className: column.id === 'total' ? 'now' : '',
      plain: (row) => plain(figures.at('contests', row.id, column.id).value),
      cell: (row) => (column.id === 'total' ? now(figures, standing, 'contests', row.id, 'total')
        : html`<${Cell} value=${figures.at('contests', row.id, column.id).value} href=${numberLink(standing, 'contests', row.id, column.id)} />`) })),
    { id: 'then', kind: 'number', className: 'then', head: lastYear, plain: (row) => plain(figures.at('contests', row.id, 'total', year - 1).value), cell: (row) => then(figures, 'contests', row.id, 'total') },
  ];
  return html`<${Sheet} span=${span} title=${say('结果', 'Results')} note=${say('单位：件；复议与诉讼不相加', 'Reconsideration and litigation are not added')}
      take=${html`<${Take} copy=${() => tsv(columns, rows)} files=${filesOf('contests', standing)} />`}>
    <${FigureTable} caption=${say('行政复议、行政诉讼的结果', 'Results of reconsideration and litigation')} columns=${columns} rows=${rows} /></${Sheet}>`;
}

/** A part that waits or fails does so in its place; the rest of the page stays. */
export const Needs = ({ of, children }) => {
  const first = of.find((answer) => answer.data === undefined);
  return first ? html`<${Answered} answer=${first}>${() => ''}</${Answered}>` : children;
};
