/**
 * What was read becomes a draft, or a correction of the report that there is already. Nothing is handed in by it.
 * exports: Takeover({imported, file, choice, forms, verdict, done})   verdict: {data, problem} of the rules for this choice
 */
import { html, useEffect, useMemo, useState } from './html.js';
import { ask, forget } from './api.js';
import { Cell, difference } from './cell.js';
import { placeNames } from './place-names.js';
import { Refused } from './notice.js';
import { findReport } from './organ-report.js';
import { placesOf } from './report-places.js';
import { State } from './state.js';
import { same } from './stated.js';
import { list, say, several } from './words.js';

const SHOWN = 30;

/** The report of the organ and year that there is already, with the ETag that a correction is made from. */
function useExisting({ organ, year, scope }) {
  const [state, setState] = useState({ wait: true });
  const [round, setRound] = useState(0);
  const name = organ && year ? `${organ.code} ${year} ${scope}` : '';
  useEffect(() => {
    const leave = new AbortController();
    setState({ wait: true });
    if (!name) return undefined;
    findReport({ organ: organ.code, year, scope }, { signal: leave.signal })
      .then((found) => setState({ report: found?.data ?? null, etag: found?.etag }))
      .catch((problem) => problem.name !== 'AbortError' && setState({ problem }));
    return () => leave.abort();
  }, [name, round]);
  return { ...state, again: () => setRound((n) => n + 1) };
}

function Differences({ report, file, forms, editions }) {
  const rows = useMemo(() => {
    const before = placesOf(report, forms);
    const after = placesOf({ ...file.report, editions }, forms);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((place) => !place.startsWith('editions.') && !same(before[place], after[place]))
      .map((place) => ({ place, before: before[place], after: after[place], text: /^(narrative|publications)\./.test(place) }));
  }, [report, file, forms, editions]);
  if (rows.length === 0) return html`<p>${say('文件和现有的报告一样，采用也不会有新的一稿。', 'The file says what the report says already: no revision would be made.')}</p>`;
  const nameOf = placeNames(forms, editions);
  const found = new Set((file.cells ?? []).map((one) => one.path));
  const figures = rows.filter((row) => !row.text);
  const isHeading = (row) => row.place.startsWith('narrative.headings.');
  const texts = rows.filter((row) => row.text);
  const parts = [...new Set(texts.filter((row) => !isHeading(row)).map((row) => nameOf(row.place))), ...(texts.some(isHeading) ? [say('各部分的标题', 'headings')] : [])];
  return html`<p>${say(`和现有的报告有${rows.length}处不同。采用以后，报告写的就是文件里的，文件没有的也就没有了。`, `It differs from the report in ${several(rows.length, 'place')}. The report will say then what the file says, and no more.`)}</p>
    ${figures.length > 0 && html`<div class="scroll"><table><thead><tr><th scope="col">${say('单元格', 'Cell')}</th><th scope="col" class="n">${say('现有的', 'Now')}</th><th scope="col" class="n">${say('文件里', 'In the file')}</th><th scope="col" class="n">${say('相差', 'Difference')}</th></tr></thead>
      <tbody>${figures.slice(0, SHOWN).map((row) => html`<tr key=${row.place}><th scope="row">${nameOf(row.place)}</th><td class="n then"><${Cell} value=${row.before} /></td><td class="n now">${row.after === undefined && !found.has(row.place) ? html`<span class="na">${say('没读到', 'not found')}</span>` : html`<${Cell} value=${row.after} />`}</td><td class="n diff">${difference(row.after, row.before)}</td></tr>`)}</tbody></table></div>
      ${figures.length > SHOWN && html`<p class="note">${say(`另有${figures.length - SHOWN}格，采用以后在“稿次差别”里看全。`, `${figures.length - SHOWN} more cells; “Revisions” of the report shows all.`)}</p>`}`}
    ${texts.length > 0 && html`<p>${say('文字不同的部分：', 'Parts whose text differs: ')}${list(parts)}${say('。', '.')}</p>`}`;
}

export function Takeover({ imported, file, choice, forms, verdict, done }) {
  const existing = useExisting(choice);
  const [reason, setReason] = useState('');
  const [publications, setPublications] = useState('none');
  const [problem, setProblem] = useState(null);
  const [sending, setSending] = useState(false);
  const { organ, year, scope } = choice;
  if (!organ || !year) return html`<p class="note">${say('先选机关和年度，再采用。', 'Choose organ and year first.')}</p>`;
  if (verdict.problem) return html`<${Refused} problem=${verdict.problem} title=${say(`现在不能采用：${verdict.problem.title}`, `It cannot be taken over: ${verdict.problem.title}`)} />`;
  if (existing.problem) return html`<${Refused} problem=${existing.problem} again=${existing.again} />`;
  if (existing.wait || !verdict.data) return html`<p class="note" role="status">${say('正在看有没有现成的报告', 'Looking for a report that is there already')}</p>`;
  const { report } = existing;
  const locked = report && ['accepted', 'published'].includes(report.state);
  const take = async (event) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      const target = report ? { report: report.id, ...(reason.trim() ? { reason: reason.trim() } : {}) } : { organ: organ.code, year, ...(scope === 'organ' ? {} : { scope }) };
      const body = publications === 'none' ? target : { ...target, publications };
      const { data } = await ask(`/imports/${imported.id}/files/${file.number}/draft`, { method: 'POST', body, headers: report ? { 'If-Match': existing.etag } : {} });
      forget('/');
      done(data);
    } catch (refused) {
      setProblem(refused);
      if (['report-exists', 'precondition-failed'].includes(refused.code) || refused.status === 412) existing.again();
    } finally {
      setSending(false);
    }
  };
  const published = file.publications ?? [];
  const sure = published.filter((one) => one.certainty === 'sure').length;
  const errors = verdict.data.findings.filter((finding) => finding.severity === 'error').length;
  const open = report && html`<a href=${`/reports/${report.id}`}>${say('看现有的报告', 'See the report')}</a>`;
  return html`<form class="stack takeover" onSubmit=${take}>
    ${report ? html`<p class="head-row"><${State} of=${report.hidden ? 'hidden' : report.state} /><span>${say(`${organ.name}${year}年度已经有报告（第${report.revision}稿），采用就是更正它${report.state === 'submitted' ? '，并且重新提交：马上有新的回执' : ''}。`, `${organ.name} has a report of ${year} already (revision ${report.revision}): taking the file over corrects it${report.state === 'submitted' ? ' and files it again at once, with a new receipt' : ''}.`)}</span>${open}</p>
        ${locked ? html`<p><b>${say('这份报告已经审核或者发布，要先由办公室重新开放，才能更正。', 'It is accepted or published: the office has to reopen it before it can be corrected.')}</b></p>` : html`<${Differences} report=${report} file=${file} forms=${forms} editions=${verdict.data.editions} />
        <label class="labelled"><span>${say('为什么更正（可以不写）', 'What it is for (may be left out)')}</span><input class="field" value=${reason} maxlength="200" onInput=${(event) => setReason(event.target.value)} /></label>`}`
      : html`<p>${say(`${organ.name}${year}年度还没有报告，采用就是做一份草稿；提交还要由机关自己提交。`, `${organ.name} has no report of ${year}: it becomes a draft, which the organ submits itself.`)}</p>`}
    ${published.length > 0 && !locked && html`<label class="labelled"><span>${say(`文字里写到的${published.length}项信息发布数量`, `The ${published.length} numbers of publications that the text speaks of`)}</span>
      <select class="field" value=${publications} onChange=${(event) => setPublications(event.target.value)}>
        <option value="none">${say('不采用', 'are not taken over')}</option>
        ${sure > 0 && html`<option value="certain">${say(`采用确定的${sure}项`, `take over the ${sure} that are certain`)}</option>`}
        ${sure < published.length && html`<option value="all">${say(`全部采用，包括待核的${published.length - sure}项`, `take over all, ${published.length - sure} to be checked among them`)}</option>`}
      </select></label>`}
    ${errors > 0 && !locked && html`<p class="bad">${report?.state === 'submitted' ? say(`按规则有${errors}处错误，已提交的报告不能改成有错误的；可以先退回。`, `The rules find ${several(errors, 'error')}; a submitted report cannot be given errors. Return it first.`) : say(`按规则有${errors}处错误，可以采用为草稿，改正以后才能提交。`, `The rules find ${several(errors, 'error')}: it can be a draft, and is submitted when they are mended.`)}</p>`}
    ${problem && html`<${Refused} problem=${problem} focus=${true} title=${problem.status === 412 ? say('没有采用：报告刚才改过了，已重新取来，请再看一遍', 'Not taken over: the report has just been changed; it was fetched again, please look once more') : say(`没有采用：${problem.title}`, `Not taken over: ${problem.title}`)} />
      ${problem.findings?.length > 0 && html`<ul>${problem.findings.slice(0, 20).map((finding) => html`<li>${finding.message}</li>`)}</ul>`}`}
    ${!locked && html`<div class="do"><button class="button main" aria-busy=${sending}>${sending ? say('正在采用……', 'Taking over …') : report ? (report.state === 'submitted' ? say('采用为更正并提交', 'Correct and file it again') : say('采用为更正', 'Take it over as a correction')) : say('采用为草稿', 'Take it over as a draft')}</button></div>`}
  </form>`;
}
