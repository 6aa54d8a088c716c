/** A government's report against the sum of its organs: /reconciliation/{region}/{year}?scope=level|area&basis=… */
import { html, useState } from './html.js';
import { useAnswer } from './api.js';
import { change, link } from './address.js';
import { Cell, difference, number } from './cell.js';
import { Place, useTitle } from './frame.js';
import { DraftFromSums, isWritten, placeOfGovernment, useGovernmentReport } from './government-report.js';
import { Answered, Empty } from './notice.js';
import { usePrinting } from './printing.js';
import { groupsOf } from './reconciliation-groups.js';
import { may } from './session.js';
import { Take } from './sheet.js';
import { bases, list, say, several, useLanguage } from './words.js';

const sectionNumber = { publications: '一', disclosure: '二', applications: '三', contests: '四' };

function Line({ cell, inner }) {
  const stated = (value, blank) => html`<${Cell} value=${value} blank=${value === null ? 0 : blank} />`;
  return html`<tr><th scope="row" class=${inner ? 'in2' : 'in1'}>${sectionNumber[cell.section] && html`<span class="note">${sectionNumber[cell.section]}${say('　', ' ')}</span>`}${cell.label}</th>
    <td class="n">${stated(cell.reported, cell.reportedBlank)}</td><td class="n">${stated(cell.summed, cell.summedBlank)}</td>
    <td class="n now">${cell.difference === null ? html`<span class="na">${say('不能相减', 'cannot be subtracted')}</span>` : difference(cell.reported, cell.summed)}</td></tr>`;
}

function Cause({ cause }) {
  const [open, setOpen] = useState(false);
  const printing = usePrinting();
  const { cell, effects } = cause;
  const shown = open || printing;
  return html`<${Line} cell=${cell} />${effects.length > 0 && html`${!printing && html`<tr><th scope="row" colspan="4" class="in2"><button type="button" class="as-link" aria-expanded=${shown} onClick=${() => setOpen(!open)}>${say(`由此引起的${effects.length}格`, several(effects.length, 'cell that follows from it', 'cells that follow from it'))}</button></th></tr>`}
    ${shown && effects.map((effect) => html`<${Line} key=${effect.path} cell=${effect} inner=${true} />`)}`}`;
}

function Differences({ answer }) {
  const { causes, loose } = groupsOf(answer);
  const explaining = causes.filter((one) => one.effects.length > 0);
  const alone = causes.filter((one) => one.effects.length === 0);
  const head = (words) => html`<tr class="sum"><th scope="rowgroup" colspan="4">${words}</th></tr>`;
  return html`<div class="board scroll"><table class="flush"><caption class="sr">${say('不一致的单元格', 'Cells that differ')}</caption><thead><tr><th scope="col">${say('单元格', 'Cell')}</th><th scope="col" class="n">${say('政府报告', 'Government')}</th><th scope="col" class="n">${say('各机关之和', 'Sum of organs')}</th><th scope="col" class="n">${say('相差', 'Difference')}</th></tr></thead>
    ${explaining.length > 0 && html`<tbody>${head(say(`引起别处不一致的${explaining.length}格`, `${several(explaining.length, 'cell')} from which others follow`))}${explaining.map((cause) => html`<${Cause} key=${cause.cell.path} cause=${cause} />`)}</tbody>`}
    ${alone.length > 0 && html`<tbody>${head(say(`单独不一致的${alone.length}格`, several(alone.length, 'cell that differs by itself', 'cells that differ by themselves')))}${alone.map((cause) => html`<${Line} key=${cause.cell.path} cell=${cause.cell} />`)}</tbody>`}
    ${loose.length > 0 && html`<tbody>${head(say(`随之不一致的${loose.length}格`, several(loose.length, 'cell that follows from others', 'cells that follow from others')))}${loose.map((cell) => html`<${Line} key=${cell.path} cell=${cell} />`)}</tbody>`}</table></div>`;
}

function Head({ answer }) {
  const { coverage, government, missing, contradicting } = answer;
  const names = missing.slice(0, 10).map((one) => one.name);
  const equal = answer.compared - answer.differing;
  return html`<div class="cover"><div><p>${say(html`<a href=${`/reports/${government.report}`}>${government.name}的报告</a>共核对${number(answer.compared)}格，<b>${number(equal)}格与${number(coverage.reported)}家机关之和一致，${number(answer.differing)}格不一致</b>${answer.differing > 0 ? `；其中${number(answer.causes)}格自身不一致，其余随之不一致` : ''}。`,
      html`Of ${number(answer.compared)} cells of <a href=${`/reports/${government.report}`}>the report of ${government.name}</a>, <b>${number(equal)} equal the sum of ${number(coverage.reported)} organs and ${number(answer.differing)} differ</b>${answer.differing > 0 ? `; ${number(answer.causes)} differ by themselves, the others follow from them` : ''}.`)}</p>
    ${coverage.missing > 0 && html`<p>${say(`缺报告的${number(coverage.missing)}家机关不在和内：`, `${several(coverage.missing, 'organ without a report is', 'organs without a report are')} not in the sum: `)}${list(names)}${coverage.missing > names.length ? say('等', ' …') : ''}${say('。', '.')}</p>`}
    ${contradicting.length > 0 && html`<p>${say('总计与分项不符的机关：', 'Organs whose totals contradict their cells: ')}${contradicting.slice(0, 20).map((one, i) => html`${i > 0 ? say('、', ', ') : ''}<a href=${`/reports/${one.report}`}>${one.name}</a>`)}${contradicting.length > 20 ? say('等', ' …') : ''}</p>`}
    ${answer.notCompared.map((one) => html`<p class="note">${one.message}</p>`)}</div></div>`;
}

const basisWords = (basis) => ({ submitted: '提交', accepted: '审核通过', published: '发布' })[basis];

/** Not filed yet: it is being written, or nobody has begun. */
function AreaMissing({ asked: { region, year, basis } }) {
  const report = useGovernmentReport(region, year);
  if (report === undefined) return '';
  if (report === null) return html`<${DraftFromSums} region=${region} year=${year} basis=${basis} />`;
  return html`<${Empty} title=${say('政府年报还没有提交', 'The government’s report is not submitted yet')} action=${html`<a class="button main" href=${placeOfGovernment(report)}>${isWritten(report) ? say('去填报', 'Go on with it') : say('看报告', 'Open the report')}</a>`}>
    ${say('提交以后和各机关之和逐格核对。', 'Once it is, its cells are held against the sums of the organs.')}</${Empty}>`;
}

export default function Reconciliation({ address }) {
  useLanguage();
  const [region, year] = [address.parts[0], Number(address.parts[1])];
  const { query } = address;
  const basis = ['accepted', 'published'].includes(query.basis) ? query.basis : may('reader') ? 'published' : 'submitted';
  const asked = { region, year, scope: query.scope === 'area' ? 'area' : 'level', basis };
  // Of what was never filed nothing is asked: that would be an error to programs, and it is none here.
  const report = useGovernmentReport(region, year, asked.scope);
  const filed = report && report.state !== 'draft';
  const answer = useAnswer(filed ? '/reconciliations' : null, asked);
  const title = say('政府的报告与各机关之和', 'The government’s report and the sum of its organs');
  useTitle(title);
  const nothing = report === null || report?.state === 'draft' || answer.problem?.code === 'nothing-to-reconcile';
  const scope = (one, words) => html`<button type="button" aria-pressed=${asked.scope === one} onClick=${() => change({ scope: one === 'level' ? null : one })}>${words}</button>`;
  return html`<${Place} region=${region} year=${year} basis=${basis} address=${(to) => link(`/reconciliation/${to.region ?? region}/${to.year ?? year}`, query)}>
      <${Take} files=${[{ name: 'CSV', path: '/reconciliations', query: { ...asked, all: true, format: 'csv' }, file: `reconciliation-${region}-${year}.csv` }]} /></${Place}>
    <main id="main" class="page" tabindex="-1"><h1>${title}</h1>
      <div class="bar-row"><span class="pick"><span>${say('政府报告的范围', 'What the report is of')}</span><span class="seg">${scope('level', say('本级政府和部门', 'Government and departments'))}${scope('area', say('全行政区域', 'Whole area'))}</span></span></div>
      ${nothing ? (asked.scope === 'area' ? html`<${AreaMissing} asked=${asked} />` : html`<${Empty} title=${say(`${year}年度没有“本级政府和部门”的政府年报`, `There is no report of the government and its departments for ${year}`)} action=${html`<button type="button" class="button" onClick=${() => change({ scope: 'area' })}>${say('看全行政区域的', 'See that of the whole area')}</button>`}>
          ${say(`政府年报一般写全行政区域；只写本级和部门的，${basisWords(basis)}以后在这里和各机关之和逐格核对。`, `Reports of governments are mostly of the whole area. One of the government and its departments alone is held against the sum of its organs here once it is ${bases(basis)}.`)}</${Empty}>`) : html`<${Answered} answer=${answer}>${(data) => html`<${Head} answer=${data} />
        ${data.differing > 0 && html`<${Differences} answer=${data} />`}<p class="note">${say('不一致不等于有误：政府的报告可以包含不单独报送的机关。', 'To differ is not to be wrong: a government’s report may include organs that file none of their own.')}</p>`}</${Answered}>`}</main>`;
}
