/**
 * What was published, held against what is stored: a saved page, a file, or what was copied from the page.
 * exports: ReportVerification({report, address})   /reports/71/verification, /reports/71/verification/2
 */
import { html, useEffect, useRef, useState } from './html.js';
import { forget, upload, useAnswer } from './api.js';
import { go } from './address.js';
import { Cell, number } from './cell.js';
import { FileDrop } from './file-drop.js';
import { disposition } from './file-sending.js';
import { size } from './import-words.js';
import { Answered, Empty, Refused } from './notice.js';
import { Progress } from './progress.js';
import { Changes } from './report-differences.js';
import { State } from './state.js';
import { moment, person, say, several } from './words.js';

const TYPES = '.html,.htm,.docx,.doc,.pdf,.xlsx,.txt';
const SHAPES = { same: 'accepted', different: 'errors', doubtful: 'draft' };

const outcomes = (code) => say(...{ same: ['一致', 'the same'], different: ['有不一致', 'differs'], doubtful: ['要人看一看', 'wants a look'] }[code]);

const Outcome = ({ of }) => html`<${State} of=${SHAPES[of]} word=${outcomes(of)} />`;

function counted({ counts }) {
  const parts = [say(`找到${number(counts.compared)}格`, `${several(counts.compared, 'cell')} found`), say(`不一致${number(counts.cells)}格`, `${number(counts.cells)} ${counts.cells === 1 ? 'differs' : 'differ'}`)];
  if (counts.missing > 0) parts.push(say(`没有找到${number(counts.missing)}格`, `${number(counts.missing)} not found`));
  if (counts.texts > 0) parts.push(say(`文字不同${number(counts.texts)}处`, several(counts.texts, 'part of the text differs', 'parts of the text differ')));
  return parts.join(say('，', ', '));
}

function Send({ report }) {
  const [sending, setSending] = useState(null);
  const [problem, setProblem] = useState(null);
  const last = useRef(null);
  const isPublic = Boolean(report.publishedRevision);
  const send = async (body, name) => {
    last.current = [body, name];
    setProblem(null);
    setSending({ name, sent: 0, size: body.size });
    try {
      const { data } = await upload(`/reports/${report.id}/verification`, {
        body, query: isPublic ? {} : { revision: report.revision }, headers: { 'Content-Disposition': disposition(name) },
        onProgress: (sent) => setSending({ name, sent, size: body.size }),
      });
      forget('/reports');
      go(`/reports/${report.id}/verification/${data.number}`);
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(null);
    }
  };
  const onPaste = ({ html: page, text }) => (page
    ? send(new Blob([`<!doctype html><meta charset="utf-8">${page}`]), say('粘贴的网页.html', 'pasted page.html')) : send(new Blob([text]), say('粘贴的文字.txt', 'pasted text.txt')));
  return html`<p class="says">${isPublic ? say(`把网站上公布的报告和已发布的第${report.publishedRevision}稿比：在浏览器里把网页另存，或者下载网站上的文件，放到这里。`, `Hold the report on the web site against the published revision ${report.publishedRevision}: save the page in the browser, or download the file there, and put it here.`)
    : say(`这份报告在这里还没有发布，就和第${report.revision}稿比。`, `The report is not published here yet: revision ${report.revision} is compared.`)}</p>
    <${FileDrop} button=${say('选网页或者文件', 'Choose page or file')} types=${TYPES} onFiles=${([file]) => send(file, file.name)} onPaste=${onPaste}
      hint=${say('文件只用来比，不保存；比出来的结果和报告存在一起。', 'The file is only compared, and not kept; what was found is kept with the report.')} />
    ${sending && html`<p class="head-row" role="status"><span>${sending.sent < sending.size ? say(`已发出${size(sending.sent)}，共${size(sending.size)}`, `${size(sending.sent)} of ${size(sending.size)} sent`) : say('发完了，正在读、正在比', 'sent, being read and compared')}</span></p><${Progress} done=${sending.sent} of=${sending.size} label=${sending.name} />`}
    ${problem && html`<${Refused} problem=${problem} focus=${true} title=${say(`没有比成：${problem.title}`, `Not compared: ${problem.title}`)} again=${problem.code === 'offline' || problem.status === 503 || problem.status === 429 ? () => send(...last.current) : undefined} />`}`;
}

function Missing({ missing }) {
  if (!missing?.length) return '';
  return html`<h3>${say(`公布的里面没有找到的${missing.length}格`, `${several(missing.length, 'cell')} not found in what was published`)}</h3><p class="note">${say('可能是没有公布，也可能是没有认出来，要人看一看。', 'They may not be published, or not be recognised: somebody has to look.')}</p>
    <div class="scroll"><table><thead><tr><th scope="col">${say('单元格', 'Cell')}</th><th scope="col" class="n">${say('存着的', 'Stored')}</th></tr></thead><tbody>${missing.map((one) => html`<tr key=${one.path}><th scope="row">${one.label}</th><td class="n"><${Cell} value=${one.stated} /></td></tr>`)}</tbody></table></div>`;
}

function One({ report, number: wanted }) {
  const answer = useAnswer(`/reports/${report.id}/verifications/${wanted}`);
  return html`<${Answered} answer=${answer}>${(found) => html`<section class="sheet differences"><header><h2>${say(`第${found.number}次核验`, `Verification no. ${found.number}`)}</h2><${Outcome} of=${found.outcome} />
      <span class="note">${found.name}${say('　', ' · ')}${person(found.author)}${say('　', ' · ')}${moment(found.at)}${say('　', ' · ')}${say(`和第${found.revision}稿比`, `against revision ${found.revision}`)}</span><button type="button" class="as-link" onClick=${() => print()}>${say('打印', 'Print')}</button></header>
    <p><b>${counted(found)}${say('。', '.')}</b>${found.outcome === 'different' ? say('不一致的，看看是网站上贴错了，还是报告要更正。', ' See whether the site has it wrong, or the report has to be corrected.') : found.outcome === 'same' ? say('网站上公布的和存着的一样。', ' What is published is what is stored.') : ''}</p>
    ${!found.differences && found.outcome !== 'same' ? html`<p class="note">${say('报告后来遮盖过文字，比出的内容已经清除，只留下数目。', 'Words of the report were masked since; only the counts are kept.')}</p>`
      : html`${found.counts.texts > 0 && html`<p class="note">${say('文字里：＋公布的有、存着的没有，−存着的有、公布的没有。', 'In the text: ＋ is published and not stored, − is stored and not published.')}</p>`}${found.differences && (found.counts.cells > 0 || found.counts.texts > 0 || found.differences.cells.length > 0) && html`<${Changes} found=${found.differences} words=${{ from: say('存着的', 'Stored'), to: say('公布的', 'Published') }} />`}<${Missing} missing=${found.missing} />`}
    <p><a href=${`/reports/${report.id}/verification`}>${say('再核验一次', 'Verify once more')}</a></p></section>`}</${Answered}>`;
}

export function ReportVerification({ report, address }) {
  const [, , wanted] = address.parts;
  const all = useAnswer(`/reports/${report.id}/verifications`);
  const shown = useRef(wanted);
  useEffect(() => {
    if (shown.current === wanted) return;
    shown.current = wanted;
    all.again();
  }, [wanted]);
  const heads = [say('第几次', 'No.'), say('结果', 'Result'), say('比出', 'Found'), say('文件', 'File'), say('谁', 'By'), say('时间', 'When')];
  return html`<div class="page">${wanted ? html`<${One} report=${report} number=${wanted} />` : html`<section class="sheet verify"><header><h2>${say('发布核验', 'Verify what was published')}</h2></header><${Send} report=${report} /></section>`}
    <section class="sheet"><header><h2>${say('核验过的', 'Verifications')}</h2></header><${Answered} answer=${all}>${({ items }) => (items.length === 0 ? html`<${Empty}>${say('还没有核验过。', 'There is none yet.')}</${Empty}>`
      : html`<div class="scroll"><table class="cards"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${items.map((one) => html`<tr key=${one.number} aria-current=${String(one.number) === wanted ? 'true' : undefined}>
        <th scope="row"><a href=${`/reports/${report.id}/verification/${one.number}`}>${say(`第${one.number}次`, `no. ${one.number}`)}</a></th><td data-label=${heads[1]}><${Outcome} of=${one.outcome} /></td><td data-label=${heads[2]}>${counted(one)}</td><td data-label=${heads[3]} class="long-name">${one.name}</td><td data-label=${heads[4]}>${person(one.author)}</td><td data-label=${heads[5]} class="then">${moment(one.at)}</td></tr>`)}</tbody></table></div>`)}</${Answered}></section></div>`;
}
