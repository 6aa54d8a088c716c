/**
 * The report of the government itself, over all its area: not there yet, being written, or filed; drafted from the sums of its organs.
 * exports:
 *   isWritten(report), placeOfGovernment(report)   whether it is still filled in, and where one goes on with it
 *   useGovernmentReport(region, year, scope = 'area')   the newest such report of the region, null where there is none, undefined while it is asked
 *   GovernmentLine({region, year, filed})          one sentence for the board
 *   DraftFromSums({region, year, basis})    why there is none, and the one next step
 *   Staleness({report})                     for a report that is still written: what the sums say now
 */
import { html, useRef, useState } from './html.js';
import { ask, download, forget, useAnswer } from './api.js';
import { go } from './address.js';
import { Cell, number } from './cell.js';
import { attempt } from './issued-keys.js';
import { Empty, Refused } from './notice.js';
import { may } from './session.js';
import { State } from './state.js';
import { list, moment, say, several } from './words.js';

const WRITTEN = ['draft', 'returned', 'withdrawn', 'reopened'];
const MOST_CELLS = 20;

export const isWritten = (report) => WRITTEN.includes(report.state);

export function useGovernmentReport(region, year, scope = 'area') {
  const { data } = useAnswer(region ? '/reports' : null, { region, year, scope, limit: 200 });
  return data && (data.items.find((one) => one.region === region) ?? null);
}

const filingOf = (report) => `/filing/${report.organ}/${report.year}?scope=area`;
export const placeOfGovernment = (report) => (isWritten(report) ? filingOf(report) : `/reports/${report.id}`);

export function GovernmentLine({ region, year, filed }) {
  const report = useGovernmentReport(region, year);
  if (report === undefined) return '';
  if (report === null && !filed) return html`<p class="note">${say('政府年报还没有起草：各机关的报告提交以后，可以由汇总起草。', 'The government’s report is not drafted yet: it can be drafted from the sums once organs have filed.')}</p>`;
  if (report === null) return html`<p class="note">${say('政府年报还没有起草。', 'The government’s report is not drafted yet. ')}<a href=${`/reconciliation/${region}/${year}?scope=area`}>${say('由汇总起草', 'Draft it from the sums')}</a></p>`;
  return html`<p class="note">${say('政府年报：', 'The government’s report: ')}<a href=${placeOfGovernment(report)}><${State} of=${report.state} /></a></p>`;
}

/** The organs of the region itself that may make it: its general office, or the government. */
function useMakers(region, year) {
  const offices = useAnswer(region ? '/organs' : null, { region, year, kind: 'general-office', limit: 500 }).data;
  const governments = useAnswer(region ? '/organs' : null, { region, year, kind: 'people-government', limit: 500 }).data;
  return offices && governments && [...offices.items, ...governments.items].filter((one) => one.region === region);
}

/** Before it is drafted: whose figures are not in it, and what the office will have to divide. */
function NotIn({ data }) {
  const names = data.missing.slice(0, 12).map((one) => one.name);
  return html`<p>${data.missing.length === 0 ? say(`应报的${number(data.expected)}家机关都已计入。`, data.expected === 1 ? 'The one organ is counted.' : `All ${number(data.expected)} organs are counted.`)
      : say(html`计入${number(data.reported)}家，<b>缺${number(data.missing.length)}家</b>：${list(names)}${data.missing.length > names.length ? '等' : ''}。它们的数不在草稿里。`, html`${several(data.reported, 'organ is counted', 'organs are counted')}, <b>${number(data.missing.length)} ${data.missing.length === 1 ? 'is' : 'are'} missing</b>: ${list(names)}${data.missing.length > names.length ? ' …' : '.'} Their figures are not in the draft.`)}</p>
    ${data.undivided.length > 0 && html`<p>${say(`“其他处理”有${number(data.undivided.length)}列要由办公室细分，草稿第六部分开头写明是哪几家的。`, `“Other handling” has to be divided by the office in ${number(data.undivided.length)} columns; section 6 of the draft begins with whose it is.`)}</p>`}`;
}

export function DraftFromSums({ region, year, basis }) {
  const [problem, setProblem] = useState(null);
  const [making, setMaking] = useState(false);
  const name = useRef(attempt());
  const [chosen, setChosen] = useState('');
  const mayDraft = may('office', 'admin');
  const makers = useMakers(mayDraft ? region : null, year);
  const organ = makers?.length > 1 ? chosen : null;
  const query = { region, year, basis, organ };
  const draft = async () => {
    if (making) return;
    setMaking(true);
    setProblem(null);
    try {
      const { data } = await ask('/rollups/report', { method: 'POST', query, headers: { 'Idempotency-Key': name.current } });
      forget('/');
      go(filingOf(data));
    } catch (refused) {
      name.current = attempt();
      setProblem(refused);
      setMaking(false);
    }
  };
  const waits = makers?.length === 0 || organ === '';
  const sums = useAnswer(mayDraft && makers && !waits ? '/rollups/report' : null, query).data;
  const counted = useAnswer(mayDraft ? '/rollups/applications' : null, { region, year, basis, column: 'total' }).data;
  const nothing = counted?.coverage?.reported === 0;
  return html`<${Empty} title=${say(`${year}年度还没有全行政区域的政府年报`, `There is no report of the whole area for ${year} yet`)}
      action=${mayDraft && !nothing && html`${makers?.length > 1 && html`<label class="labelled"><span>${say('由哪个机关编制', 'Which organ makes it')}</span><select class="field" value=${chosen} onChange=${(event) => setChosen(event.target.value)}><option value="">${say('选一个', 'Choose one')}</option>${makers.map((one) => html`<option key=${one.code} value=${one.code}>${one.name}</option>`)}</select></label>`}
        ${makers?.length === 0 && html`<p>${say('本地区还没有登记政府或者政府办公厅（室），登记以后才能起草。', 'The region has no government or general office in the registry; it is drafted once one is registered.')}</p>`}
        <div class="do"><button type="button" class="button main" disabled=${waits} onClick=${draft}>${making ? say('正在起草', 'Drafting') : say('由汇总起草', 'Draft it from the sums')}</button>
        <button type="button" class="button" disabled=${waits} onClick=${() => download('/rollups/report', { ...query, format: 'docx' }, `${region}-${year}.docx`).catch(setProblem)}>${say('只下载Word', 'Only download as Word')}</button></div>`}>
      ${nothing ? say('还没有一份机关报告计入，没有可以相加的数；各机关的报告提交以后再起草。', 'No report of an organ is counted yet, so there is nothing to add up; it can be drafted once organs have filed.') : mayDraft ? say('表里的数由计入的机关报告相加，没有机关填过的格留空；文字写出同样的数和上年的数。起草以后照常填报、提交、发布。', 'Its tables are the sums of the reports that are counted, and stay blank where none states anything; its sentences say the same and last year’s figures. The draft is then filled in, submitted and published as any other.')
        : say('政府年报提交以后在这里核对。', 'It is reconciled here when it is filed.')}
      ${sums && !nothing && html`<${NotIn} data=${sums} />`}</${Empty}>
    ${problem && html`<${Refused} problem=${problem} focus=${true} title=${say('没有起草', 'Not drafted')} />`}`;
}

export function Staleness({ report }) {
  const { data } = useAnswer(`/reports/${report.id}/staleness`);
  const [open, setOpen] = useState(false);
  if (!data?.stale) return '';
  const cells = open ? data.cells : data.cells.slice(0, MOST_CELLS);
  return html`<section class="tell"><div><b>${say(`起草以后（${moment(data.writtenAt)}），汇总变了${data.cells.length}格`, `Since it was written (${moment(data.writtenAt)}), ${data.cells.length} sums have changed`)}</b>
    <div class="scroll"><table><caption class="sr">${say('变了的格', 'Cells that changed')}</caption><thead><tr><th scope="col">${say('单元格', 'Cell')}</th><th scope="col" class="n">${say('起草时', 'Then')}</th><th scope="col" class="n">${say('现在', 'Now')}</th></tr></thead>
      <tbody>${cells.map((cell) => html`<tr key=${cell.path}><th scope="row">${cell.label}</th><td class="n"><${Cell} value=${cell.was ?? null} /></td><td class="n now"><${Cell} value=${cell.now ?? null} /></td></tr>`)}</tbody></table></div>
    ${cells.length < data.cells.length && html`<button type="button" class="button small" onClick=${() => setOpen(true)}>${say(`另有${data.cells.length - cells.length}格，展开`, `${data.cells.length - cells.length} more`)}</button>`}</div></section>`;
}
