/**
 * A finding beside what it is about: rule, both sides, suggestion, what was said of it, and one or two acts.
 * exports:
 *   Pin({remark, onPick, href})          its number: filled square, ring, dashed ring
 *   Remark({remark, rule, form, chosen, onPick, acts, among, children})   among: all of the list: of many, what is no error is
 *       shortened until somebody opens it, and what the rules rest on stands once below them
 *   basesOf(remarks)                     [{basis, numbers}] each once, in the order of the remarks
 *   Bases({remarks})                     the same below a list
 *   Sides({finding, rule, form})         both sides of an equation as sums
 *   Legend()                             what the three shapes mean
 *   remarkId(remark)                     the id that cells point to
 */
import { html, useState } from './html.js';
import { number } from './cell.js';
import { label, moment, person, say, severities } from './words.js';

const SHAPE = { error: '', warning: 'w', info: 'i' };
const MOST_TERMS = 6;
/** More than these are longer than the paper that they stand beside. */
const FEW = 6;
const MOST_NAMED = 8;

/** One that names many places is told by its beginning; one that compares numbers has them at its end. */
const isList = (finding) => finding.left === undefined && finding.right === undefined && finding.cells.length > MOST_NAMED;

export const remarkId = (remark) => `remark-${remark.number}`;

export function Pin({ remark, onPick, href }) {
  const name = say(`第${remark.number}处，${severities(remark.severity)}`, `Number ${remark.number}, ${severities(remark.severity)}`);
  const className = `pin ${SHAPE[remark.severity]}`;
  if (!onPick && !href) return html`<span class=${className}>${remark.number}</span>`;
  const pick = (event) => {
    event.preventDefault();
    event.stopPropagation();
    onPick(remark);
  };
  return html`<a class=${className} href=${href ?? `#${remarkId(remark)}`} aria-label=${name} onClick=${onPick && pick}>${remark.number}</a>`;
}

export const Legend = () => html`<p class="keys legend">${[
  ['error', '!', say('错误，不改正不能提交', 'error: mend it before submitting')],
  ['warning', '?', say('提醒，请说明', 'warning: explain it')],
  ['info', 'i', say('供参考', 'for information')],
].map(([severity, sign, words]) => html`<span class="key"><span class=${`pin ${SHAPE[severity]}`} aria-hidden="true">${sign}</span>${words}</span>`)}</p>`;

export function Sides({ finding, rule, form }) {
  if (rule?.relation !== 'sum' || finding.left === undefined || finding.right === undefined) return null;
  const section = form?.sections.find((one) => one.id === rule.section);
  const side = (terms, sum) => {
    const cells = finding.cells.filter((cell) => terms.some((term) => matches(cell.path, rule, term)));
    if (cells.length === 0 || cells.length > MOST_TERMS) return html`${say(`${cells.length || ''}项相加`, `${cells.length || ''} cells`)} ＝ <b>${number(sum)}</b>`;
    if (cells.length === 1) return html`${nameOf(cells[0].path, rule, section)} <b>${number(sum)}</b>`;
    return html`${cells.map((cell, i) => html`${i > 0 && ' ＋ '}<span class="nowrap">${nameOf(cell.path, rule, section)} ${typeof cell.stated === 'number' ? number(cell.stated) : say('空', 'blank')}</span>`)} ＝ <b>${number(sum)}</b>`;
  };
  return html`<p class="sumline">${side(rule.left, finding.left)}<br />${side(rule.right, finding.right)}</p>`;
}

/** The row, or the column, of a cell that a rule is about. */
function termOf(path, rule) {
  const inner = path.slice(rule.section.length + 1);
  const at = inner.lastIndexOf('.');
  return rule.each === 'row' ? inner.slice(at + 1) : inner.slice(0, at);
}

function matches(path, rule, term) {
  const own = termOf(path, rule);
  return term.endsWith('.*') ? own.startsWith(term.slice(0, -1)) && own !== 'outcomes.total' : own === term;
}

function nameOf(path, rule, section) {
  const id = termOf(path, rule);
  const found = (rule.each === 'row' ? section?.columns : section?.rows)?.find((one) => one.id === id);
  return found ? label(found.shortLabel ?? found.label) : id;
}

function Said({ remark, word }) {
  return html`<p class="quote">${word}${remark.reason}<br /><span class="note">${person(remark.author)}${say('　', ' · ')}${moment(remark.at)}</span></p>`;
}

export function basesOf(remarks) {
  const bases = new Map();
  for (const { finding, number: its } of remarks) {
    if (finding.basis) bases.set(finding.basis, [...(bases.get(finding.basis) ?? []), its]);
  }
  return [...bases].map(([basis, numbers]) => ({ basis, numbers }));
}

export function Bases({ remarks }) {
  const bases = basesOf(remarks);
  if (bases.length === 0) return '';
  return html`<section class="bases" aria-label=${say('依据', 'What they rest on')}><p>${say('依据', 'What they rest on')}</p><ol>${bases.map(({ basis, numbers }) => html`<li>${basis} <span class="note">${say(`（第${numbers.join('、')}处）`, ` (${numbers.join(', ')})`)}</span></li>`)}</ol></section>`;
}

export function Remark({ remark, rule, form, chosen, onPick, acts, among = [], children }) {
  const [opened, setOpened] = useState(false);
  const { finding, others } = remark;
  const mayShorten = among.length > FEW && remark.severity !== 'error' && !chosen;
  const short = mayShorten && !opened;
  const at = among.length > 1 ? basesOf(among).findIndex((one) => one.basis === finding.basis) + 1 : 0;
  const where = [...new Set(finding.cells.filter((cell) => cell.year === undefined && cell.organ === undefined).map((cell) => cell.label))];
  const place = where.length > 1 ? '' : where[0];
  return html`<section class=${`remark ${SHAPE[remark.severity]} ${chosen ? 'open' : ''} ${short ? 'short' : ''}`} id=${remarkId(remark)} tabindex="-1" aria-current=${chosen ? 'true' : undefined}>
    <header><${Pin} remark=${remark} onPick=${onPick} /><span>${severities(remark.severity)}</span><span>${finding.rule}</span><span class="grow"></span>
      ${mayShorten && html`<button type="button" class="as-link" aria-expanded=${opened} onClick=${() => setOpened(!opened)}>${opened ? say('收起', 'Shorten') : say('展开', 'Open')}</button>`}</header>
    ${rule && html`<p class="more"><b>${label(rule.concern)}</b></p>`}
    <p class=${`what ${isList(finding) ? 'list' : ''}`}>${finding.message}</p>
    <div class="more">
    ${place && !finding.message.includes(place) && html`<p class="note">${place}</p>`}
    <${Sides} finding=${finding} rule=${rule} form=${form} />
    ${finding.suggestion && html`<p>${finding.suggestion.message}</p>`}
    ${finding.more > 0 && html`<p class="note">${say(`另有${finding.more}处没有列出。`, `${finding.more} more places are not listed.`)}</p>`}
    ${finding.explanation && html`<${Said} remark=${finding.explanation} word=${say('说明：', 'Explained: ')} />`}
    ${finding.waiver && html`<${Said} remark=${finding.waiver} word=${say('豁免：', 'Waived: ')} />`}
    ${finding.basis && html`<p class="note">${at ? say(`依据${at}`, `Basis ${at}`) : html`${say('依据：', 'Basis: ')}${finding.basis}`}${others.length > 0 && say(`。${[...new Set(others.map((one) => one.rule))].join('、')}同因，并在这里（共${others.length + 1}条）。`,
      ` ${[...new Set(others.map((one) => one.rule))].join(', ')} of the same cause, joined here (${others.length + 1} in all).`)}</p>`}
    ${acts?.length > 0 && html`<div class="do">${acts.map(({ name, act, main }) => html`<button type="button" class=${`button small ${main ? 'main' : ''}`} onClick=${act}>${name}</button>`)}</div>`}
    ${children}</div>
  </section>`;
}
