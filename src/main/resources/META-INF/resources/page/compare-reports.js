/**
 * Reports beside each other, cell by cell and sentence by sentence: the first one is held against each of the others.
 * exports: Reports({state, pairs: [{organ, year}], heads: [{key, name}]})
 */
import { html, useMemo } from './html.js';
import { change, useAddress } from './address.js';
import { useTogether } from './asked-together.js';
import { Cell, difference, number, plain } from './cell.js';
import { cellRows, marked, underHeadings } from './beside-words.js';
import { FigureTable, tsv } from './figure-table.js';
import { Answered, Empty } from './notice.js';
import { listOf } from './organ-report.js';
import { Sheet, Take } from './sheet.js';
import { say } from './words.js';

const ALL = 'all';

/** What a report states in a cell, and that it has none, or that its edition does not have the cell. */
const Stated = ({ of }) => (!of ? html`<span class="na">${say('未报', 'no report')}</span>` : !of.has ? html`<span class="na">${say('版式无此格', 'other form')}</span>` : html`<${Cell} value=${of.value} approximate=${of.approximate} />`);

function Figures({ comparisons, heads, first }) {
  const { query } = useAddress();
  const sections = [...first.sections.map((one) => ({ id: one.section, name: one.label })), { id: 'publications', name: say('信息发布渠道', 'Channels of publication') }];
  const section = sections.some((one) => one.id === query.section) ? query.section : 'applications';
  const columnsOf = [...new Map((first.sections.find((one) => one.section === section)?.cells ?? []).map((cell) => [cell.column, cell.columnLabel])).entries()];
  const column = section !== 'applications' ? ALL : query.column ?? 'total';
  const only = query.only === 'different';
  const rows = useMemo(() => underHeadings(cellRows(comparisons, section, column, only)), [comparisons, section, column, only]);
  const columns = [
    { id: 'name', kind: 'name', head: say('项目', 'Figure'), plain: (row) => row.name, cell: (row) => row.name },
    ...heads.flatMap((head, i) => [
      { id: head.key, kind: 'number', className: i === 0 ? 'now' : '', head: head.name, plain: (row) => (row.values[i]?.has ? plain(row.values[i].value) : ''), cell: (row) => html`<${Stated} of=${row.values[i]} />` },
      ...(i === 0 ? [] : [{ id: `${head.key}-by`, kind: 'change', wide: heads.length > 2, head: say('相差', 'Differs'), headText: `${head.name} ${say('相差', 'differs')}`, plain: (row) => row.differences[i] ?? '', cell: (row) => (row.differences[i] === null ? '' : difference(row.differences[i], 0)) }]),
    ]),
  ];
  const select = (name, value, options, onChange) => html`<label class="labelled"><span>${name}</span><select class="field" value=${value} onChange=${(event) => onChange(event.target.value)}>
    ${options.map(([id, words]) => html`<option value=${id} selected=${id === value}>${words}</option>`)}</select></label>`;
  return html`<${Sheet} level=${2} title=${say('数字', 'Figures')} note=${say(`相差＝${heads[0].name}减去这一列`, `Differs: ${heads[0].name} less this one`)} take=${html`<${Take} copy=${() => tsv(columns, rows)} />`}>
      <div class="choosing">${select(say('部分', 'Section'), section, sections.map((one) => [one.id, one.name]), (id) => change({ section: id, column: null }))}
      ${section === 'applications' && select(say('申请人', 'Applicants'), column, [...columnsOf.toReversed(), [ALL, say('每一格', 'every cell')]], (id) => change({ column: id }))}
      <label class="tick"><input type="checkbox" checked=${only} onChange=${(event) => change({ only: event.target.checked ? 'different' : null })} /> ${say('只看不同的', 'Only what differs')}</label></div>
      ${rows.length === 0 ? html`<p class="note">${only ? say('这一部分没有不同的数。', 'No figure of this section differs.') : say('这一部分没有数。', 'This section has no figures.')}</p>`
        : html`<${FigureTable} className="beside-rows" caption=${say('数字', 'Figures')} columns=${columns} rows=${rows} />`}</${Sheet}>`;
}

const share = (repetition) => (repetition.share === undefined ? say('没有可比的文字', 'nothing to compare') : say(`重复率${Math.round(repetition.share * 100)}%（${number(repetition.repeated)}/${number(repetition.characters)}字）`, `${Math.round(repetition.share * 100)}% repeated (${number(repetition.repeated)} of ${number(repetition.characters)} characters)`));

const KIND = () => ({ same: say('相同', 'same'), numbers: say('仅数字或标点不同', 'only numbers differ'), other: say('不同', 'different'), first: say('一方有', 'one only'), second: say('一方有', 'one only') });

function Texts({ comparison, heads }) {
  const files = ['docx', 'html', 'pdf', null].map((format) => ({ name: { docx: 'Word', html: say('网页', 'Web page'), pdf: 'PDF' }[format] ?? 'JSON', path: `/reports/${comparison.first.report}/comparison`,
    query: { with: comparison.second.report, revision: null, format }, file: `comparison-${comparison.first.report}-${comparison.second.report}.${format ?? 'json'}` }));
  const kinds = KIND();
  const piece = (one) => (one.mark ? html`<mark class=${one.mark.kind}>${one.text}</mark>` : one.text);
  return html`<${Sheet} level=${2} title=${say(`文字：${heads[0].name}与${heads[1].name}`, `Text: ${heads[0].name} and ${heads[1].name}`)} note=${share(comparison.repetition)} take=${html`<${Take} files=${files} />`}>
    <p class="note">${say(`重复率：${heads[0].name}的文字有多少也见于${heads[1].name}。连续8个以上汉字相同的计为重复，数字、标点和年度报告必有的语句不计。下面加点线的是重复的字，相同的句子颜色淡。`,
      `Repeated: how much of the text of ${heads[0].name} stands in that of ${heads[1].name}, in stretches of 8 Chinese characters or more, without numbers, marks and what every report must say. Underlined: what is repeated; equal sentences are dimmed.`)}</p>
    ${comparison.texts.length === 0 && html`<p>${say('两份都没有文字。', 'Neither has any text.')}</p>`}
    ${comparison.texts.map((part) => html`<h3>${part.label} <span class="note">${share(part.repetition)}</span></h3>
      <div class="scroll"><table class="sentences" lang="zh-Hans"><caption class="sr">${part.label}</caption><thead><tr><th scope="col">${heads[0].name}</th><th scope="col">${heads[1].name}</th><th scope="col" class="wide-only">${say('比较', 'Compared')}</th></tr></thead>
        <tbody>${marked(part).map((one) => html`<tr class=${one.kind}><td>${one.first.map(piece)}</td><td>${one.second.map(piece)}</td><td class="wide-only note">${kinds[one.kind]}</td></tr>`)}</tbody></table></div>`)}</${Sheet}>`;
}

export function Reports({ state, pairs, heads }) {
  const { query } = useAddress();
  const reports = useTogether(pairs.map((one) => ({ ...listOf(one), optional: true })));
  const ids = (reports.data ?? []).map((one) => one?.items[0]?.id);
  const base = ids.findIndex((id) => id !== undefined);
  const others = ids.map((id, i) => ({ id, i })).filter((one) => one.id !== undefined && one.i !== base);
  const comparisons = useTogether(reports.data && others.length > 0 ? others.map((one) => ({ path: `/reports/${ids[base]}/comparison`, query: { with: one.id } })) : null);
  if (!reports.data) return html`<${Answered} answer=${reports}>${() => ''}</${Answered}>`;
  const none = heads.filter((_, i) => ids[i] === undefined);
  const told = none.length > 0 && html`<p class="note">${say(`没有可看的报告：${none.map((one) => one.name).join('、')}。`, `No report to be seen: ${none.map((one) => one.name).join(', ')}.`)}</p>`;
  if (others.length === 0) {
    return html`<${Empty} title=${say('没有两份报告可以对照', 'No two reports to compare')}>${told}${say('选有报告的年度或机关。', 'Choose years or organs that have one.')}</${Empty}>`;
  }
  const order = [base, ...others.map((one) => one.i)];
  // An organ is called as it was called in that year; years are called by their number.
  const named = (i, side) => ({ ...heads[i], name: state.by === 'organ' && side ? side.name : heads[i].name });
  const shown = order.map((i, at) => named(i, comparisons.data && (at === 0 ? comparisons.data[0].first : comparisons.data[at - 1].second)));
  const chosen = Math.max(0, others.findIndex((one) => heads[one.i].key === query.text));
  return html`${told}<${Answered} answer=${comparisons}>${(all) => html`
    <${Figures} comparisons=${all} heads=${shown} first=${all[0]} state=${state} />
    ${others.length > 1 && html`<div class="choosing"><label class="labelled"><span>${say('文字与哪一份对照', 'Text against')}</span><select class="field" value=${shown[chosen + 1].key} onChange=${(event) => change({ text: event.target.value })}>
      ${shown.slice(1).map((head, i) => html`<option value=${head.key} selected=${i === chosen}>${head.name}</option>`)}</select></label></div>`}
    <${Texts} comparison=${all[chosen]} heads=${[shown[0], shown[chosen + 1]]} />`}</${Answered}>`;
}
