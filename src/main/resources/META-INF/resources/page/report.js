/** A report: /reports/71?revision=3#finding=T3-BAL:…, /reports/71/differences?from=2&to=3, /reports/71/events, /reports/71/verification/2; /reports lists them. */
import { html, useEffect, useMemo, useState } from './html.js';
import { ask, download, forget, useAnswer } from './api.js';
import { daysBetween } from './board-rows.js';
import { bySection, inOrder, mostOf, openOnes, OUTLINE } from './findings-order.js';
import { useReportOf } from './organ-report.js';
import { Returned } from './returned.js';
import { SHORT } from './filing-words.js';
import { useTitle } from './frame.js';
import { Live, Refused, Waiting } from './notice.js';
import { Legend, Pin, remarkId } from './remarks.js';
import { Beside, ReportRemark } from './report-beside.js';
import { ReasonForm, ReturnForm, actWords, actsOf, NEEDS_REASON, step } from './report-acts.js';
import { ReportDifferences } from './report-differences.js';
import { ReportEvents } from './report-events.js';
import { useForms } from './report-forms.js';
import { ReportPaper } from './report-paper.js';
import { placesOf } from './report-places.js';
import { ReportList } from './report-list.js';
import { ReportVerification } from './report-verification.js';
import { useSession } from './session.js';
import { State } from './state.js';
import { mayOpen } from './views.js';
import { dateOf, day, days, moment, say, scopes, useLanguage } from './words.js';

/** Documents that the service writes of a report. */
const FILES = [['Word', 'docx'], ['PDF', 'pdf'], [['网页', 'Web page'], 'html'], ['Excel', 'xlsx'], ['CSV', 'csv']];

/** Numbers beside a part of the outline: the gravest, and how many more there are. */
const IN_OUTLINE = 10;

export default function ReportView({ address }) {
  const [id] = address.parts;
  return id ? html`<${One} key=${id} id=${id} address=${address} />` : html`<${ReportList} address=${address} />`;
}

/** The report, with the ETag that an act is made from. */
function useReport(id, revision) {
  const { caller } = useSession();
  const language = useLanguage();
  const [state, setState] = useState({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const { data, etag } = await ask(`/reports/${id}`);
      if (!revision || Number(revision) === data.revision) return { report: data, etag };
      const { data: old } = await ask(`/reports/${id}/revisions/${revision}`);
      return { report: { ...data, ...old.content, editions: old.editions, findings: old.findings, shownRevision: old.number, id: data.id }, etag };
    };
    const slow = setTimeout(() => wanted && setState((last) => ({ ...last, waiting: true })), 300);
    read().then((next) => wanted && setState(next), (problem) => wanted && setState((last) => ({ ...last, problem, waiting: false }))).finally(() => clearTimeout(slow));
    return () => { wanted = false; };
  }, [id, revision, round, caller?.prefix, language]);
  return { ...state, again: () => setRound((n) => n + 1), took: ({ data, etag }) => { forget('/'); setState({ report: data, etag }); setRound((n) => n + 1); } };
}

function One({ id, address }) {
  const { forms, problem: noForms } = useForms();
  const found = useReport(id, address.query.revision);
  const { report } = found;
  const organ = useAnswer(report ? `/organs/${report.organ}` : null).data;
  const name = organ?.name ?? report?.organ ?? '';
  useTitle(report ? say(`${name}${report.year}年度报告`, `${name}, ${report.year}`) : '');
  const problem = noForms ?? (report ? null : found.problem);
  if (problem) return html`<main id="main" class="page slim" tabindex="-1"><${Refused} alone=${true} problem=${problem} again=${found.again} />${problem.code === 'report-hidden' && problem.reason && html`<p>${problem.reason}</p>`}</main>`;
  if (!report || !forms) return html`<main id="main" class="page" tabindex="-1"><${Waiting} answer=${{ waiting: found.waiting }} /></main>`;
  return html`<${Shown} key=${`${report.id} ${address.query.revision ?? ''}`} report=${report} etag=${found.etag} took=${found.took} organ=${organ} name=${name} forms=${forms} address=${address} />`;
}

function useWide(query) {
  const media = useMemo(() => matchMedia(query), []);
  const [wide, setWide] = useState(media.matches);
  useEffect(() => {
    const look = () => setWide(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, []);
  return wide;
}


function Shown({ report, etag, took, organ, name, forms, address }) {
  const { caller } = useSession();
  const [, tab = ''] = address.parts;
  const isOffice = ['office', 'admin'].includes(caller?.role);
  const isOwn = caller?.role === 'organ' && caller.organ === report.organ;
  const insider = isOffice || isOwn;
  const last = useReportOf({ organ: report.organ, year: report.year - 1, scope: report.scope });
  const calendar = useAnswer(insider ? `/organs/${report.organ}/calendar/${report.year}` : null).data;
  const [withLast, setWithLast] = useState(true);
  const [onlyOpen, setOnlyOpen] = useState(true);
  const [chosenId, setChosenId] = useState(address.fragment.startsWith('finding=') ? address.fragment.slice(8) : null);
  const [doing, setDoing] = useState(null);
  const [reasons, setReasons] = useState([]);
  const [refused, setRefused] = useState(null);
  const [said, setSaid] = useState('');
  const wide = useWide('(min-width: 64.01rem)');
  const places = useMemo(() => placesOf(report, forms), [report, forms]);
  const before = useMemo(() => (last.data ? placesOf(last.data, forms) : null), [last.data, forms]);
  const remarks = useMemo(() => inOrder(report.findings ?? [], { forms, editions: report.editions }), [report, forms]);
  const rules = useMemo(() => new Map(Object.values(forms).flatMap((form) => form.rules.map((rule) => [rule.id, rule]))), [forms]);
  const shown = onlyOpen ? openOnes(remarks) : remarks;
  // A cell that the address or a reason of the office names is there to be led to, also where its section has no finding.
  const named = new Set([address.fragment, ...(report.returned?.reasons ?? []).map((one) => one.path ?? '')].map((path) => path.split('.')[0]));
  const chosen = remarks.find((one) => one.finding.id === chosenId) ?? null;
  const errors = remarks.filter((one) => one.severity === 'error' && [one.finding, ...one.others].some((finding) => !finding.waiver)).length;
  const old = report.shownRevision !== undefined;
  const acts = old ? [] : actsOf(report, caller);
  const editable = ['draft', 'returned', 'withdrawn', 'reopened'].includes(report.state);

  const scrollTo = (place) => {
    const target = place && document.getElementById(`cell-${place}`);
    target?.scrollIntoView({ block: 'center' });
    return target;
  };
  const pick = (remark) => {
    if (!openOnes(remarks).includes(remark)) setOnlyOpen(false);
    setChosenId(remark.finding.id === chosenId ? null : remark.finding.id);
    history.replaceState(history.state, '', `#finding=${remark.finding.id}`);
    requestAnimationFrame(() => {
      scrollTo(remark.place);
      document.getElementById(remarkId(remark))?.focus({ preventScroll: wide });
    });
  };
  useEffect(() => {
    if (chosen) requestAnimationFrame(() => scrollTo(chosen.place));
    else if (address.fragment) requestAnimationFrame(() => scrollTo(address.fragment) ?? document.getElementById(address.fragment)?.scrollIntoView());
  }, []);
  const onKeyDown = (event) => {
    if (event.key === 'Escape') setChosenId(null);
    if (event.key !== 'F8' || shown.length === 0) return;
    event.preventDefault();
    const at = shown.findIndex((one) => one.finding.id === chosenId);
    pick(shown[(at + (event.shiftKey ? -1 : 1) + shown.length) % shown.length] ?? shown[0]);
  };
  const onCell = doing === 'return'
    ? (place) => setReasons((list) => [...list, { path: place.path, label: `${place.rowLabel} / ${place.columnLabel}`, reason: '' }])
    : null;
  const run = async (act, body) => {
    setRefused(null);
    const answer = await step(report, etag, act, body);
    setDoing(null);
    setReasons([]);
    setSaid(say(`${actWords(act)}：已办`, `${actWords(act)}: done`));
    took(answer);
  };
  const begin = (act) => {
    setRefused(null);
    if (act === 'return') setReasons(remarks.filter((one) => one.severity === 'error').map((one) => reasonOf(one)));
    if (act === 'return' || NEEDS_REASON.includes(act)) setDoing(act);
    else run(act).catch(setRefused);
  };
  const sayOf = async (remark, kind, reason) => {
    // What one mistake makes is one remark: all of it is waived, or none.
    const all = kind === 'waiver' ? [remark.finding, ...remark.others].filter((finding) => !finding.waiver) : [remark.finding];
    let answer;
    for (const finding of all) answer = await ask(`/reports/${report.id}/findings/${encodeURIComponent(finding.id)}/${kind}`, { method: 'PUT', body: { reason } });
    took(answer);
  };
  const remark = (one) => html`<${ReportRemark} key=${one.finding.id} remark=${one} among=${shown} rule=${rules.get(one.finding.rule)} form=${forms[report.editions[one.section]]} chosen=${one.finding.id === chosenId} pick=${pick}
    mayExplain=${insider && !old} mayWaive=${isOffice && !old && editable} sayOf=${sayOf} onReturn=${doing === 'return' ? () => setReasons((list) => [...list, reasonOf(one)]) : null} last=${last.data} />`;
  const state = report.hidden ? 'hidden' : report.state === 'draft' && errors ? 'errors' : report.state;
  const due = report.state === 'returned' && report.returned?.due ? report.returned.due : calendar?.due;
  const path = (part = '') => `/reports/${report.id}${part && `/${part}`}`;
  // What was not handed in yet stands nowhere else to be held against it.
  const isPublishable = Boolean(report.publishedRevision) || ['submitted', 'accepted', 'published', 'reopened'].includes(report.state);
  const tabs = [['', say('报告与问题', insider ? 'Report and findings' : 'Report')], ...(insider ? [['differences', say(`稿次差别（共${report.revision}稿）`, `Revisions (${report.revision})`)], ...(isPublishable || tab === 'verification' ? [['verification', say('发布核验', 'Verification')]] : [])] : [])];
  const sections = bySection(shown);
  const file = old ? `/reports/${report.id}/revisions/${report.shownRevision}` : path();
  const fileLink = (words, format) => html`<a href=${`/api/v1${file}${format ? `?format=${format}` : ''}`} onClick=${(event) => {
    event.preventDefault();
    download(file, format ? { format } : {}, `${name}${report.year}.${format ?? 'json'}`).catch(setRefused);
  }}>${Array.isArray(words) ? say(...words) : words}</a>`;
  const leadsOut = editable && insider && mayOpen('filing', caller);
  return html`<section class="bench" aria-label=${say('报告', 'The report')}><div>
      ${isOffice && html`<ol class="crumbs note"><li><a href=${`/board/${report.region}/${report.year}`}>${say(`${report.year}年度报送`, `Filing of ${report.year}`)}</a></li><li>${organ?.regionName}</li><li aria-current="page">${name}</li></ol>`}
      <div class="head-row"><h1>${name} ${say(`${report.year}年度报告`, report.year)}</h1>${insider && html`<${State} of=${state} />`}
        <span class="note">${report.scope !== 'organ' ? `${scopes(report.scope)}${say('　', ' · ')}` : ''}${insider ? say(`第${report.shownRevision ?? report.revision}稿，${moment(report.changedAt)}`, `revision ${report.shownRevision ?? report.revision}, ${moment(report.changedAt)}`) : ''}${insider && due && html`${say('　期限', ' · due ')}${day(due)}${editable ? leftWords(daysBetween(dateOf(), due)) : ''}`}</span>
        <span class="grow"></span>
        ${leadsOut && html`<a class="button main" href=${`/filing/${report.organ}/${report.year}${report.scope === 'organ' ? '' : `?scope=${report.scope}`}`}>${say('去填报', 'Edit it')}</a>`}
        ${acts.map((act) => html`<button type="button" class=${`button ${['accept', 'publish'].includes(act) ? 'main' : ''}`} onClick=${() => begin(act)}>${actWords(act)}</button>`)}</div>
      <div class="head-row">${insider && html`<span class="seg">${tabs.map(([to, words]) => html`<a href=${path(to)} aria-current=${tab === to ? 'page' : undefined}>${words}</a>`)}
          ${last.data && html`<a href=${`/reports/${last.data.id}`}>${say('上年报告', 'Last year')}</a><a href=${`/compare?organ=${report.organ}&year=${report.year},${report.year - 1}`}>${say('与上年对照', 'Beside last year')}</a>`}
          <a href=${path('events')} aria-current=${tab === 'events' ? 'page' : undefined}>${say('经过', 'Events')}</a></span>`}
        ${tab === '' && before && html`<label class="pick"><input type="checkbox" checked=${withLast} onChange=${(event) => setWithLast(event.target.checked)} /> ${say('格内显示上年数', 'Last year in the cells')}</label>`}
        <span class="grow"></span><span class="take">${FILES.map(([words, format]) => fileLink(words, format))}${fileLink('JSON')}
          <button type="button" class="as-link" onClick=${() => print()}>${say('打印', 'Print')}</button></span></div>
      ${insider && errors > 0 && editable && html`<p><${State} of="errors" word=${say(`有${errors}处错误，机关现在提交会被拒绝：须改正，或由办公室写明理由豁免。`, `${errors} ${errors === 1 ? 'error' : 'errors'}: submitting is refused until they are mended, or waived by the office with a reason.`)} /></p>`}
      ${report.returned && insider && !old && tab === '' && html`<${Returned} event=${report.returned} show=${scrollTo} />`}
      ${report.receipt && insider && html`<p class="note">${say('回执', 'Receipt')} <a href=${`/receipts/${report.receipt.number}`}>${report.receipt.number}</a>${say('，', ', ')}${moment(report.receipt.receivedAt, { seconds: true })}</p>`}
      ${report.hidden && html`<p>${say('已停止公布：', 'Hidden: ')}${report.hidden.reason} <span class="note">${moment(report.hidden.at)}</span></p>`}
      ${report.redacted && html`<p>${say('部分文字已遮盖：', 'Some words are masked: ')}${report.redacted.reason}</p>`}
      ${old && html`<p class="head-row">${say(`这是第${report.shownRevision}稿，最新的是第${report.revision}稿。`, `This is revision ${report.shownRevision}; the newest is ${report.revision}.`)} <a href=${path()}>${say('看最新的', 'Show the newest')}</a></p>`}
    </div></section>
    ${(refused || doing) && html`<section class="page acts-above" aria-label=${say('要办的事', 'What is to be done')}>${refused && html`<${Refused} problem=${refused} focus=${true} title=${refused.status === 412 ? say('没有办成：报告刚才改过了，请再看一遍', 'Not done: the report has just been changed, please look again') : undefined} />`}
      ${doing === 'return' && html`<${ReturnForm} report=${report} name=${name} office=${caller?.label} reasons=${reasons} setReasons=${setReasons} send=${(body) => run('return', body)} close=${() => setDoing(null)} />`}
      ${NEEDS_REASON.includes(doing) && html`<section class="sheet"><${ReasonForm} title=${say(`${actWords(doing)}的理由`, `${actWords(doing)}: the reason`)} hint=${doing === 'hide' ? say('查询的人会看到这条理由。', 'Readers see this reason.') : ''} button=${actWords(doing)} send=${(reason) => run(doing, { reason })} close=${() => setDoing(null)} /></section>`}</section>`}
    <${Live}>${said}</${Live}>
    ${tab === 'differences' && insider && html`<main id="main" tabindex="-1"><${ReportDifferences} report=${report} address=${address} /></main>`}
    ${tab === 'verification' && insider && html`<main id="main" tabindex="-1"><${ReportVerification} report=${report} address=${address} /></main>`}
    ${tab === 'events' && insider && html`<main id="main" tabindex="-1"><${ReportEvents} report=${report} /></main>`}
    ${tab === '' && html`<main class=${`desk report ${remarks.length ? '' : 'without-notes'}`} id="main" tabindex="-1" onKeyDown=${onKeyDown}>
      <nav aria-label=${say('报告目录', 'Contents')}><ul class="outline">${OUTLINE.map((id) => html`<li><a href=${`#part-${id}`}>${say(...SHORT[id])}<span>${mostOf(sections.get(id) ?? [], IN_OUTLINE).map((one) => html`<${Pin} remark=${one} /> `)}${(sections.get(id) ?? []).length > IN_OUTLINE && html`<span class="note nowrap">${say(`另${sections.get(id).length - IN_OUTLINE}处`, `${sections.get(id).length - IN_OUTLINE} more`)}</span>`}</span></a></li>`)}</ul>
        ${remarks.length > 0 && html`<${Legend} />`}</nav>
      <${ReportPaper} report=${report} name=${name} places=${places} forms=${forms} remarks=${shown} settled=${remarks.filter((one) => !shown.includes(one))} before=${withLast ? before : null} chosen=${chosen} onPick=${pick} onCell=${onCell} folded=${remarks.length > 0 && doing !== 'return'} named=${named}
        after=${wide ? null : (id) => (sections.get(id) ?? []).length > 0 && html`<div class="notes follow">${sections.get(id).map(remark)}</div>`} />
      ${remarks.length > 0 && html`<${Beside} remarks=${shown} all=${remarks.length} onlyOpen=${onlyOpen} setOnlyOpen=${setOnlyOpen} wide=${wide} draw=${remark} />`}
    </main>`}`;
}

const reasonOf = (one) => ({ path: one.place ?? undefined, label: one.finding.cells.find((cell) => cell.path === one.place)?.label ?? one.finding.suggestion?.cells[0]?.label, reason: one.finding.message });

function leftWords(left) {
  return left >= 0 ? say(`，还有${days(left)}`, `, ${days(left)} left`) : say(`，已过${days(-left)}`, `, ${days(-left)} late`);
}
