/**
 * One file: what was recognised, drawn as the form, with where each cell was found and how sure that is; and what becomes of it.
 * exports: ImportFile({imported, number, whole, again, address})   whole: the import's own answer, where it has one file
 */
import { html, useEffect, useMemo, useState } from './html.js';
import { ask, download, useAnswer } from './api.js';
import { go } from './address.js';
import { inOrder, openOnes } from './findings-order.js';
import { FoundTable, LeftOver, Publications } from './import-findings.js';
import { DeleteImport } from './import-list.js';
import { ImportChoice, firstChoice } from './import-choice.js';
import { Takeover } from './import-takeover.js';
import { remedy, shapeOf, size, standingOf, standings } from './import-words.js';
import { Refused, Waiting } from './notice.js';
import { placeNames } from './place-names.js';
import { Bases, Legend, Remark } from './remarks.js';
import { editionOf, useForms } from './report-forms.js';
import { ReportPaper } from './report-paper.js';
import { placesOf } from './report-places.js';
import { may } from './session.js';
import { State } from './state.js';
import { useFollow } from './follow.js';
import { useTitle } from './frame.js';
import { lastYear } from './standing.js';
import { moment, person, say, several } from './words.js';

const KINDS = { docx: 'Word', doc: 'Word', xlsx: 'Excel', pdf: 'PDF' };
const kindWords = (kind) => KINDS[kind] ?? { html: say('网页', 'web page'), text: say('纯文本', 'plain text') }[kind] ?? '';

export function ImportFile({ imported, number, whole, again, address }) {
  const apart = useAnswer(whole ? null : `/imports/${imported.id}/files/${number}`);
  const answer = whole ?? apart;
  const file = whole ? whole.data.files[0] : apart.data;
  const { forms, problem } = useForms();
  useFollow(apart, !whole && file?.state === 'waiting');
  useTitle(file?.name ?? imported.name);
  const failed = problem ?? (file ? null : answer.problem);
  if (failed) return html`<main id="main" class="page slim" tabindex="-1"><h1>${imported.name}</h1><${Refused} problem=${failed} again=${answer.again} /></main>`;
  if (!file || !forms) return html`<main id="main" class="page" tabindex="-1"><${Waiting} answer=${answer} /></main>`;
  return html`<${Shown} key=${file.state} imported=${imported} file=${file} forms=${forms} address=${address} again=${() => { answer.again(); again?.(); }} />`;
}

/** What the rules say of the file, if it is of this organ and year. */
function useVerdict(file, { organ, year, scope }) {
  const [state, setState] = useState({});
  useEffect(() => {
    const leave = new AbortController();
    setState({});
    if (!file.report || !organ || !year) return undefined;
    ask('/validations', { method: 'POST', body: { ...file.report, organ: organ.code, year, ...(scope === 'organ' ? { scope: undefined } : { scope }) }, signal: leave.signal })
      .then(({ data }) => setState({ data }), (problem) => problem.name !== 'AbortError' && setState({ problem }));
    return () => leave.abort();
  }, [file, organ?.code, year, scope]);
  return state;
}

function Head({ imported, file, many, again }) {
  const [problem, setProblem] = useState(null);
  const content = `/imports/${imported.id}/files/${file.number}/content`;
  const standing = standingOf(file);
  const fetchIt = (event) => {
    event.preventDefault();
    download(content, {}, file.name).catch(setProblem);
  };
  const step = (to, words) => (to >= 1 && to <= imported.counts.files ? html`<a href=${`/imports/${imported.id}/${to}`}>${words}</a>` : '');
  return html`<section class="bench" aria-label=${say('文件', 'The file')}><div>
    <ol class="crumbs note"><li><a href="/imports">${say('导入', 'Imports')}</a></li>${many && html`<li><a class="long-name" href=${`/imports/${imported.id}`}>${imported.name}</a></li>`}<li aria-current="page">${many ? say(`第${file.number}个，共${imported.counts.files}个`, `${file.number} of ${imported.counts.files}`) : say('文件', 'File')}</li></ol>
    <div class="head-row"><h1 class="long-name">${file.name || say('（已清除）', '(cleared)')}</h1><${State} of=${shapeOf(standing)} word=${standings(standing)} />
      <span class="note">${[kindWords(file.kind), size(file.bytes), person(imported.author), moment(imported.createdAt)].filter(Boolean).join(say('　', ' · '))}</span><span class="grow"></span>
      <span class="take">${many && step(file.number - 1, say('上一个', 'Previous'))}${many && step(file.number + 1, say('下一个', 'Next'))}${file.digest && file.state !== 'forgotten' && html`<a href=${`/api/v1${content}`} onClick=${fetchIt}>${say('下载原文件', 'The file as it was sent')}</a>`}<button type="button" class="as-link" onClick=${() => print()}>${say('打印', 'Print')}</button></span>
      ${!many && html`<${DeleteImport} imported=${imported} done=${() => go('/imports')} />`}</div>
    ${file.takenOver && html`<p>${say('已采用：', 'Taken over: ')}<a href=${`/reports/${file.takenOver}`}>${say(`报告${file.takenOver}`, `report ${file.takenOver}`)}</a></p>`}
    ${problem && html`<${Refused} problem=${problem} title=${say('没有下载', 'Not downloaded')} focus=${true} again=${again} />`}</div></section>`;
}

function Shown({ imported, file, forms, again }) {
  const many = imported.counts.files > 1;
  const head = html`<${Head} imported=${imported} file=${file} many=${many} again=${again} />`;
  if (file.state === 'waiting') return html`<main id="main" tabindex="-1">${head}<div class="page"><p role="status">${say('等着读，读好了这一页自己会变。', 'It waits to be read; this page changes by itself then.')}</p></div></main>`;
  if (file.state === 'forgotten') return html`<main id="main" tabindex="-1">${head}<div class="page"><p>${say('报告里遮盖或者删去了文字，这个文件的内容也一并清除了。', 'Words of its report were masked or taken out, and what the file said was cleared with them.')}</p></div></main>`;
  if (file.state === 'refused' || !file.report) {
    const what = file.problem ?? { title: say('没有读出报告', 'No report was read') };
    return html`<main id="main" tabindex="-1">${head}<div class="page"><${Refused} problem=${{ ...what, detail: `${what.detail ?? ''}` }} title=${say('这个文件读不出', 'This file was not read')} action=${html`<span>${remedy(what.reason)}</span><a class="button" href="/imports">${say('再导入一个', 'Send another one')}</a>`} /></div></main>`;
  }
  return html`<${Read} imported=${imported} file=${file} forms=${forms} head=${head} again=${again} />`;
}

function Read({ imported, file, forms, head, again }) {
  const [choice, setChoice] = useState(() => firstChoice(file));
  const [taken, setTaken] = useState(null);
  const [where, setWhere] = useState(false);
  const [chosenId, setChosenId] = useState(null);
  const verdict = useVerdict(file, choice);
  const year = choice.year ?? file.proposals?.year[0] ?? null;
  const editions = useMemo(() => {
    const usual = editionOf(forms, year ?? lastYear());
    return { disclosure: usual, applications: usual, contests: usual, ...file.report.editions, ...verdict.data?.editions };
  }, [forms, file, year, verdict.data]);
  const places = useMemo(() => placesOf({ ...file.report, editions }, forms), [file, editions, forms]);
  const found = useMemo(() => new Map([...(file.cells ?? []), ...(file.texts ?? [])].map((one) => [one.path, one])), [file]);
  const remarks = useMemo(() => openOnes(inOrder(verdict.data?.findings ?? [], { forms, editions })), [verdict.data, forms, editions]);
  const rules = useMemo(() => new Map(Object.values(forms).flatMap((form) => form.rules.map((rule) => [rule.id, rule]))), [forms]);
  const chosen = remarks.find((one) => one.finding.id === chosenId) ?? null;
  const nameOf = useMemo(() => placeNames(forms, editions), [forms, editions]);
  const doubtful = [...found.values()].filter((one) => one.certainty === 'likely');
  const name = choice.organ?.name ?? file.proposals?.printed[0] ?? '';
  const pick = (remark) => {
    setChosenId(remark.finding.id === chosenId ? null : remark.finding.id);
    if (remark.place) document.getElementById(`cell-${remark.place}`)?.scrollIntoView({ block: 'center' });
  };
  const done = (report) => {
    setTaken(report);
    again();
    scrollTo(0, 0);
  };
  const asks = remarks.length > 0;
  return html`<main id="main" tabindex="-1">${head}
    <div class="page acts-above">
      ${taken && html`<p class="tell" role="status"><span>${say(`已采用为${choice.organ?.name ?? ''}${taken.year}年度的报告，第${taken.revision}稿${taken.state === 'submitted' ? '，已经提交' : ''}。`, `It is revision ${taken.revision} of the report of ${choice.organ?.name ?? ''} for ${taken.year} now${taken.state === 'submitted' ? ', and filed' : ''}.`)}</span><span class="grow"></span>
        ${['draft', 'returned', 'withdrawn', 'reopened'].includes(taken.state) && may('organ', 'office', 'admin') && html`<a class="button main" href=${`/filing/${taken.organ}/${taken.year}${taken.scope === 'organ' ? '' : `?scope=${taken.scope}`}`}>${say('去填报', 'Go on filing')}</a>`}<a class="button" href=${`/reports/${taken.id}`}>${say('看报告', 'See the report')}</a></p>`}
      ${(file.notices ?? []).length > 0 && html`<div class="tell notices"><ul>${file.notices.map((notice) => html`<li>${notice}</li>`)}</ul></div>`}
      ${!taken && html`<section class="sheet"><header><h2>${file.takenOver ? say('再采用一次', 'Take it over once more') : say('采用', 'Take it over')}</h2><span class="note">${say('先看下面读得对不对。', 'See below first whether it was read rightly.')}</span></header>
        <${ImportChoice} file=${file} choice=${choice} setChoice=${setChoice} />
        <${Takeover} imported=${imported} file=${file} choice=${choice} forms=${forms} verdict=${verdict} done=${done} /></section>`}
      <section class="sheet"><header><h2>${say('读出的', 'What was read')}</h2><span class="note">${say(`${file.counts.cells}格，${file.texts.length}处文字`, `${several(file.counts.cells, 'cell')}, ${several(file.texts.length, 'piece')} of text`)}</span></header>
        <p class="keys"><span>${say('没有记号的：按行名、列名找到，读得准。', 'Without a mark: found by the labels of row and column, sure.')}</span>${doubtful.length > 0 && html`<span><span class="maybe-mark">${say('待核', 'check')}</span> ${say(`按位置推断的，请核对（${doubtful.length}处）`, `found by its place among others: look at it (${doubtful.length})`)}</span>`}<span><span class="na">${say('没读到', 'not found')}</span> ${say('文件里没有找到这一格，不等于未填', 'the file has no such cell; that is not blank')}</span></p>
        ${doubtful.length > 0 && html`<${FoundTable} found=${doubtful} nameOf=${nameOf} places=${places} />`}
        <label class="pick"><input type="checkbox" checked=${where} onChange=${(event) => setWhere(event.target.checked)} /> ${say('格内显示在文件里的位置', 'Show in each cell where it stands in the file')}</label></section></div>
    <div class=${`desk report read-file ${asks ? 'without-outline' : 'paper-only'}`}>
      <${ReportPaper} report=${{ editions, year }} name=${name} places=${places} forms=${forms} remarks=${remarks} before=${null} chosen=${chosen} onPick=${pick} folded=${false} reading=${{ found, where }} />
      ${asks && html`<aside class="notes" aria-label=${say('问题', 'Findings')}><h2 class="side-title">${say(`按规则有${remarks.length}处`, `The rules find ${remarks.length}`)}</h2><${Legend} />
        ${remarks.map((one) => html`<${Remark} key=${one.finding.id} remark=${one} among=${remarks} rule=${rules.get(one.finding.rule)} form=${forms[editions[one.section]]} chosen=${one.finding.id === chosenId} onPick=${pick} acts=${[]} />`)}<${Bases} remarks=${remarks} /></aside>`}</div>
    <div class="page after-paper"><${LeftOver} file=${file} /><${Publications} file=${file} nameOf=${nameOf} /></div></main>`;
}
