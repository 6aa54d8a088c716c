/**
 * Findings beside a report that is read: each where it belongs, with what one may do about it.
 * exports:
 *   Beside({remarks, all, onlyOpen, setOnlyOpen, wide, draw})
 *   ReportRemark({remark, among, rule, form, chosen, pick, mayExplain, mayWaive, sayOf, onReturn, last})
 */
import { html, useLayoutEffect, useRef, useState } from './html.js';
import { Bases, Remark, remarkId } from './remarks.js';
import { ReasonForm } from './report-acts.js';
import { say, several } from './words.js';

/** Remarks stand beside what they are about; two that would overlap push down. */
export function Beside({ remarks, all, onlyOpen, setOnlyOpen, wide, draw }) {
  const box = useRef(null);
  useLayoutEffect(() => {
    if (!wide) return undefined;
    const lay = () => {
      const list = box.current;
      if (!list) return;
      const top = list.getBoundingClientRect().top;
      let end = 0;
      [...list.children].forEach((child, i) => {
        const target = remarks[i]?.place && document.getElementById(`cell-${remarks[i].place}`);
        const mark = target?.querySelector(`[href$="#${remarkId(remarks[i])}"]`) ?? target;
        const want = mark ? mark.getBoundingClientRect().top - top - 12 : end;
        const margin = Math.max(want - end, i === 0 ? 0 : 12);
        child.style.marginTop = `${Math.max(margin, 0)}px`;
        end += Math.max(margin, 0) + child.offsetHeight;
      });
    };
    lay();
    const watch = new ResizeObserver(lay);
    const paper = document.querySelector('.report .leaf');
    if (paper) watch.observe(paper);
    for (const child of box.current?.children ?? []) watch.observe(child);
    return () => watch.disconnect();
  });
  return html`<aside class="notes beside-notes" aria-label=${say('问题', 'Findings')}>
    <div class="head-row"><h3>${say(`共${all}处，显示${remarks.length}处`, `${several(all, 'finding')}, ${remarks.length} shown`)}</h3><span class="grow"></span>
      <span class="seg"><button type="button" aria-pressed=${onlyOpen} onClick=${() => setOnlyOpen(true)}>${say('未解决', 'Open')}</button><button type="button" aria-pressed=${!onlyOpen} onClick=${() => setOnlyOpen(false)}>${say('全部', 'All')}</button></span></div>
    ${wide && html`<div class="beside-list" ref=${box}>${remarks.map(draw)}</div>`}
    <${Bases} remarks=${remarks} />
  </aside>`;
}

export function ReportRemark({ remark, among, rule, form, chosen, pick, mayExplain, mayWaive, sayOf, onReturn, last }) {
  const [writing, setWriting] = useState(null);
  const { finding } = remark;
  const acts = [];
  if (remark.cells.length + remark.texts.length > 0) acts.push({ name: chosen ? say('不只看这几格', 'Show all') : say('只看有关的格', 'Only its cells'), act: () => pick(remark) });
  if (onReturn) acts.push({ name: say('写进退回理由', 'Add to the reasons'), act: onReturn });
  if (mayWaive && remark.severity === 'error' && [finding, ...remark.others].some((one) => !one.waiver)) acts.push({ name: say('豁免并写理由', 'Waive with a reason'), act: () => setWriting('waiver') });
  if (mayExplain && remark.severity === 'warning') acts.push({ name: finding.explanation ? say('改说明', 'Change the explanation') : say('写说明', 'Explain'), act: () => setWriting('explanation') });
  const years = finding.cells.some((cell) => cell.year !== undefined);
  return html`<${Remark} remark=${remark} among=${among} rule=${rule} form=${form} chosen=${chosen} onPick=${pick} acts=${writing ? [] : acts}>
    ${years && last && html`<p class="note"><a href=${`/reports/${last.id}#${finding.cells.find((cell) => cell.year !== undefined).path}`}>${say('看上年报告', 'Open last year’s report')}</a></p>`}
    ${writing && html`<${ReasonForm} title=${writing === 'waiver' ? say('豁免的理由', 'Why it may pass') : say('为什么不是差错', 'Why it is no mistake')} button=${writing === 'waiver' ? say('豁免', 'Waive') : say('保存说明', 'Save it')}
      first=${writing === 'explanation' ? finding.explanation?.reason ?? '' : ''} send=${async (reason) => { await sayOf(remark, writing, reason); setWriting(null); }} close=${() => setWriting(null)} />`}
  </${Remark}>`;
}
