/**
 * A finding beside the form: what it says, the way to its cell, what sets it right, and an explanation.
 * exports:
 *   FormRemark({remark, among, rule, form, chosen, pick, grid, editable, explain})
 *   suggestedOf(finding, rule)       {values, name of the act} that set it right; null where that cannot be told
 *   hitsOf(remarks, forms, chosen)   place → gravest severity of the findings that mark it
 */
import { html, useState } from './html.js';
import { number } from './cell.js';
import { gravestLast } from './findings-order.js';
import { Remark } from './remarks.js';
import { say } from './words.js';

/** A sum of twenty cells is marked at its total; all of it where one asks. */
const MOST_MARKED = 8;

export function FormRemark({ remark, among, rule, form, chosen, pick, grid, editable, explain }) {
  const [writing, setWriting] = useState(null);
  const [refused, setRefused] = useState('');
  const { finding } = remark;
  const acts = [];
  if (remark.place) acts.push({ name: say('到这一格', 'Go there'), act: () => pick(remark) });
  const mended = suggestedOf(finding, rule);
  if (editable && mended) acts.push({ name: mended.name, act: () => grid.change(mended.values, 'suggested') });
  if (editable && finding.severity === 'warning') acts.push({ name: finding.explanation ? say('改说明', 'Change the explanation') : say('写说明', 'Explain'), act: () => setWriting(finding.explanation?.reason ?? '') });
  const send = async (event) => {
    event.preventDefault();
    try {
      await explain(remark, writing);
      setWriting(null);
    } catch (problem) {
      setRefused(problem.detail ?? problem.title ?? problem.message);
    }
  };
  return html`<${Remark} remark=${remark} among=${among} rule=${rule} form=${form} chosen=${chosen} onPick=${pick} acts=${acts}>
    ${writing !== null && html`<form class="stack small" data-panel onSubmit=${send}><label>${say('为什么不是差错', 'Why it is no mistake')}<textarea class="field" rows="3" value=${writing} onInput=${(event) => setWriting(event.target.value)}></textarea></label>
      ${refused && html`<p class="bad" role="alert">${refused}</p>`}
      <div class="do"><button class="button small main" aria-disabled=${writing.trim() === ''}>${say('保存说明', 'Save it')}</button><button type="button" class="button small" data-close onClick=${() => setWriting(null)}>${say('不写了', 'Leave it')}</button></div></form>`}
  </${Remark}>`;
}

const changeTo = (value) => say(`改为${typeof value === 'number' ? number(value) : value}`, `Change to ${typeof value === 'number' ? number(value) : value}`);

/** What one press sets right: the service's suggestion, or for a join of years the one number that it must be. */
export function suggestedOf(finding, rule) {
  const cells = finding.suggestion?.cells ?? [];
  if (cells.length) {
    const values = Object.fromEntries(cells.map((cell) => [cell.path, cell.stated]));
    const name = cells.length === 1 ? changeTo(cells[0].stated) : say(`改正${cells.length}格`, `Mend ${cells.length} cells`);
    return { values, name };
  }
  const own = finding.cells.filter((cell) => cell.year === undefined);
  if (rule?.id === 'X-CARRY' && own.length === 1 && finding.right !== undefined) return { values: { [own[0].path]: finding.right }, name: changeTo(finding.right) };
  return null;
}

export function hitsOf(remarks, forms, chosen) {
  const quiet = new Set(Object.values(forms).flatMap((form) => form.rules.filter((rule) => rule.relation === 'blank').map((rule) => rule.id)));
  const hits = new Map();
  for (const remark of gravestLast(remarks)) {
    if (quiet.has(remark.finding.rule) && remark.finding.id !== chosen) continue;
    if (remark.severity === 'info' && remark.finding.id !== chosen) continue;
    const isChosen = remark.finding.id === chosen;
    const cells = isChosen ? remark.allCells : remark.cells.length > MOST_MARKED ? [remark.place] : remark.cells;
    for (const path of cells) hits.set(path, remark.severity);
  }
  return hits;
}

