/** The filing form of an organ and a year: /filing/{organ}/{year}?scope=area#applications.received.total */
import { html, useEffect, useMemo, useReducer, useRef, useState } from './html.js';
import { ask, useAnswer } from './api.js';
import { equationOf, totalsOf } from './computed-totals.js';
import { isEditable, openDraft } from './draft-store.js';
import { Conflict } from './filing-conflict.js';
import { FilingFoot } from './filing-foot.js';
import { ImportedFile, pickFile } from './filing-import.js';
import { Keys, ThisCell } from './filing-side.js';
import { FilingTable, gridEvents } from './filing-table.js';
import { Channels, TextPart } from './filing-texts.js';
import { bySection, inOrder, isSettled, numbersAt, OUTLINE } from './findings-order.js';
import { FormGrid } from './form-grid.js';
import { layoutOf } from './form-layout.js';
import { useTitle } from './frame.js';
import { Band, Live, Refused, Waiting } from './notice.js';
import { ReceiptSlip } from './receipt-slip.js';
import { Pin, Remark } from './remarks.js';
import { editionOf, partOf, useForms } from './report-forms.js';
import { placesOf, reportOf, sectionOf, TABLES } from './report-places.js';
import { ruleChecks, withRemarks } from './rule-checks.js';
import { daysBetween } from './board-rows.js';
import { State } from './state.js';
import { meaning, numberOf } from './stated.js';
import { dateOf, day, label, language, say, scopes, useLanguage } from './words.js';

const ASPECTS = ['proactiveDisclosure', 'disclosureOnRequest', 'informationManagement', 'platform', 'supervision'];
/** A sum of twenty cells is marked at its total; all of it where one asks. */
const MOST_MARKED = 8;
const PHONE = '(max-width: 40rem)';
const SHORT = {
  overview: ['一、总体情况', '1. Overview'], disclosure: ['二、主动公开', '2. Proactive'], applications: ['三、申请', '3. Applications'],
  contests: ['四、复议、诉讼', '4. Disputes'], problems: ['五、问题及改进', '5. Problems'], otherMatters: ['六、其他事项', '6. Other matters'],
};

export default function Filing({ address }) {
  const [organ, year] = [address.parts[0], Number(address.parts[1])];
  const scope = address.query.scope ?? 'organ';
  const { forms, problem, again } = useForms();
  const [draft, setDraft] = useState(null);
  const [failure, setFailure] = useState(null);
  const [round, setRound] = useState(0);
  useLanguage();
  useTitle(say(`填报${year}年度报告`, `File the report of ${year}`));
  useEffect(() => {
    if (!forms) return undefined;
    let opened = null;
    let wanted = true;
    setDraft(null);
    setFailure(null);
    openDraft({ organ, year, scope, forms, ask, store: storage() })
      .then((one) => { if (wanted) setDraft(opened = one); else one.close(); })
      .catch((refused) => wanted && setFailure(refused));
    return () => {
      wanted = false;
      opened?.close();
    };
  }, [forms, organ, year, scope, round]);
  const refused = problem ?? failure;
  if (refused) return html`<main id="main" class="page" tabindex="-1"><${Refused} problem=${refused} again=${() => { again(); setRound(round + 1); }} /></main>`;
  if (!draft) return html`<main id="main" class="page" tabindex="-1"><${Waiting} answer=${{ waiting: true }} /></main>`;
  return html`<${Form} key=${`${organ} ${year} ${scope} ${round}`} draft=${draft} forms=${forms} address=${address} reopen=${() => setRound(round + 1)} />`;
}

function storage() {
  try {
    return localStorage;
  } catch {
    return null; // switched off: the service alone keeps the draft
  }
}

function editionsOf(places, report, forms, year) {
  return Object.fromEntries(TABLES.map((id) => [id, places[`editions.${id}`] ?? report?.editions?.[id] ?? editionOf(forms, year)]));
}

function layouts(forms, editions) {
  const lang = language();
  const printed = lang === 'zh' && !globalThis.matchMedia?.(PHONE).matches;
  return TABLES.map((id) => layoutOf(forms[editions[id]].sections.find((one) => one.id === id), { lang, printed }));
}

/** What an earlier report states, and which cells its form had at all. Undefined while it is read, null where there is none. */
function useEarlier(organ, year, scope, forms) {
  const answer = useAnswer(`/organs/${organ}/reports/${year}`, { scope: scope === 'organ' ? null : scope });
  return useMemo(() => {
    if (answer.problem) return null;
    if (!answer.data) return undefined;
    const { editions } = answer.data;
    const known = Object.fromEntries(TABLES.flatMap((id) => (forms[editions[id]]?.sections.find((one) => one.id === id)?.cells ?? []).map((cell) => [cell.path, true])));
    return { places: placesOf(answer.data, forms), known, report: answer.data };
  }, [answer.data, answer.problem, forms]);
}

function Form({ draft, forms, address, reopen }) {
  const [organ, year] = [draft.organ, draft.year];
  const [, redraw] = useReducer((n) => n + 1, 0);
  const [found, setFound] = useState({ findings: draft.report?.findings ?? [] });
  const [told, setTold] = useState(null);
  const [chosen, setChosen] = useState(null);
  const [imported, setImported] = useState(null);
  const [receipt, setReceipt] = useState(null);
  const [phonePart, setPhonePart] = useState(null);
  const wanted = useRef(false);
  const around = useRef(null);
  const editable = isEditable(draft.report) && !receipt;
  const organView = useAnswer(`/organs/${organ}`).data;
  const calendar = useAnswer(`/organs/${organ}/calendar/${year}`).data;
  const codes = useAnswer('/channels').data;
  const before = useEarlier(organ, year - 1, draft.scope, forms);
  const earlier = useEarlier(organ, year - 2, draft.scope, forms);
  const grid = useMemo(() => {
    const one = new FormGrid({ layouts: layouts(forms, editionsOf(draft.places, draft.report, forms, year)), places: draft.places });
    if (address.fragment) one.goTo(address.fragment);
    return one;
  }, [draft]);
  const editions = editionsOf(grid.places, draft.report, forms, year);
  const editionKey = `${language()} ${Object.values(editions).join()}`;
  useMemo(() => grid.drawn(layouts(forms, editions)), [editionKey]);

  useEffect(() => {
    const checks = ruleChecks({ ask, onAnswer: (answer) => setFound((last) => (answer.problem ? { ...last, problem: answer.problem } : answer)) });
    const check = () => checks.check(reportOf(grid.places, draft));
    const offGrid = grid.onChange(({ places, act }) => {
      redraw();
      if (places.length && act !== 'taken') draft.change(grid.places);
      if (places.length) check();
      if (act === 'moved' && draft.status === 'waiting') draft.wait(0);
      if (act === 'moved') remember(grid.cursor);
    });
    const offDraft = draft.onChange(() => {
      if (draft.joined > 0) {
        const cells = draft.joined;
        draft.joined = 0;
        grid.take(draft.places);
        setTold({ words: say(`另一窗口保存了${cells}格，已经合在一起。`, `Another window saved ${cells} cells; they are joined here.`) });
      }
      redraw();
    });
    checks.now(reportOf(grid.places, draft));
    const retry = () => draft.status === 'offline' && draft.saveNow();
    const hide = () => document.visibilityState === 'hidden' && draft.saveNow();
    addEventListener('online', retry);
    document.addEventListener('visibilitychange', hide);
    return () => {
      offGrid();
      offDraft();
      checks.stop();
      removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [grid]);

  const findings = useMemo(() => withRemarks(found.findings ?? [], draft.report?.findings), [found, draft.report]);
  const remarks = useMemo(() => inOrder(findings, { forms, editions }), [findings, editionKey]);
  const pins = useMemo(() => numbersAt(remarks), [remarks]);
  const hits = useMemo(() => hitsOf(remarks, forms, chosen), [remarks, chosen]);
  const sections = useMemo(() => bySection(remarks), [remarks]);
  const rules = useMemo(() => new Map(Object.values(forms).flatMap((form) => form.rules.map((rule) => [rule.id, rule]))), [forms]);
  const valueOf = (path) => grid.valueOf(path);
  const totals = new Map(TABLES.flatMap((id) => {
    const form = forms[editions[id]];
    return [...totalsOf(form.rules, form.sections.find((one) => one.id === id), valueOf)];
  }));
  const errors = remarks.filter(({ finding, others }) => finding.severity === 'error' && [finding, ...others].some((one) => !one.waiver));
  const warnings = remarks.filter(({ finding }) => finding.severity === 'warning' && !isSettled(finding));

  const show = (place) => {
    if (!place) return;
    setPhonePart(bySectionOf(place));
    if (grid.cell(place)) {
      wanted.current = true;
      grid.goTo(place);
      requestAnimationFrame(() => document.getElementById(`cell-${place}`)?.scrollIntoView({ block: 'center' }));
    } else {
      requestAnimationFrame(() => {
        const part = document.getElementById(`cell-${place}`);
        part?.scrollIntoView({ block: 'center' });
        part?.querySelector('textarea, input')?.focus();
      });
    }
  };
  const pick = (remark) => {
    setChosen(remark.finding.id);
    show(remark.place);
  };
  const step = (by) => {
    if (remarks.length === 0) return;
    const at = remarks.findIndex((remark) => remark.finding.id === chosen);
    pick(remarks[(at + by + remarks.length) % remarks.length] ?? remarks[0]);
  };
  const leave = () => {
    wanted.current = false;
    document.querySelector('.foot-bar button')?.focus();
  };
  const pasted = (landed) => setTold({
    words: pastedWords(landed, grid), undo: landed.changed, keep: true,
  });
  const events = useMemo(() => gridEvents(grid, { onLeave: leave, onPasted: pasted, isEditable: () => isEditable(draft.report), wanted }), [grid]);
  const onKeyDown = (event) => {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'F8') step(event.shiftKey ? -1 : 1);
    else if (control && event.key.toLowerCase() === 's') {
      grid.commit();
      draft.saveNow();
    } else if (control && event.key === 'Enter') {
      grid.commit();
      document.getElementById('submit')?.focus();
    } else if (control && event.key.toLowerCase() === 'm') leave();
    else if (event.altKey && (event.key === '=' || event.code === 'Equal')) takeTotal(grid.cursor);
    else return;
    event.preventDefault();
  };
  const takeTotal = (path) => {
    const computed = totals.get(path);
    if (computed?.value != null && editable) grid.set(path, computed.value, 'computed');
  };
  const offered = (id) => [...grid.layoutBy.get(id).cells.values()].filter((place) => place.total && meaning(grid.valueOf(place.path)) === 'blank' && totals.get(place.path)?.value != null);
  const takeAll = (id) => {
    const paths = offered(id).map((place) => place.path);
    grid.change(Object.fromEntries(paths.map((path) => [path, totals.get(path).value])), 'computed');
    setTold({ words: say(`取用了${paths.length}个算得的数，浅蓝格。`, `Took ${paths.length} computed totals, shown in light blue.`), undo: true, keep: true });
  };
  const fill = (ids, words) => {
    const paths = grid.fill(ids);
    setTold(paths.length ? { words: words(paths.length), undo: true, keep: true } : { words: say('没有空格。', 'No cell is blank.') });
  };
  const turnTo = (id, edition) => {
    const section = forms[edition].sections.find((one) => one.id === id);
    const known = new Set(section.cells.map((cell) => cell.path));
    const aside = [...grid.layoutBy.get(id).cells.keys()].filter((path) => !known.has(path) && meaning(grid.valueOf(path)) !== 'blank');
    grid.change({ [`editions.${id}`]: edition, ...Object.fromEntries(aside.map((path) => [path, null])) }, 'edition');
    setTold({
      words: say(`这一部分改用${edition}年版。`, `This section now follows the ${edition} edition.`) + (aside.length ? say(`${aside.length}格在这一版里没有，已取下；撤销可以取回。`, ` ${aside.length} cells are not in it and were taken off; undo brings them back.`) : ''),
      undo: true, keep: true,
    });
  };
  const explain = async (remark, reason) => {
    await draft.saveNow();
    const { data, etag } = await ask(`/reports/${draft.report.id}/findings/${encodeURIComponent(remark.finding.id)}/explanation`, { method: 'PUT', body: { reason } });
    draft.report = data;
    draft.etag = etag;
    redraw();
  };
  const submit = async () => {
    grid.commit();
    const report = await draft.submit();
    setReceipt(report.receipt);
    scrollTo(0, 0);
  };
  const withdraw = async () => {
    await ask(`/reports/${draft.report.id}/withdrawal`, { method: 'POST', body: { reason: say('更正后再提交', 'To be corrected and submitted again') }, headers: { 'If-Match': draft.etag } });
    reopen();
  };

  const name = organView?.name ?? organ;
  const state = stateOf(draft, errors.length);
  const left = calendar?.due ? daysBetween(dateOf(), calendar.due) : null;
  const nothing = () => (TABLES.slice(1).some((id) => [...grid.layoutBy.get(id).cells.keys()].some((path) => (numberOf(grid.valueOf(path)) ?? 0) !== 0))
    ? setTold({ words: say('第三、四部分已经填了不是0的数，所以没有全填0。只想填空格的，用那一部分的“空格全填0”。', 'Sections 3 and 4 already hold numbers other than 0, so nothing was filled. To fill blank cells only, use “Blank cells to 0” of the section.') })
    : fill(['applications', 'contests'], (n) => say(`本年没有申请：第三、四部分${n}个空格填了0，浅蓝格；已填的没有动。`, `No applications: ${n} blank cells of sections 3 and 4 now say 0, in light blue; what was typed is untouched.`)));
  const marks = (id) => remarks.flatMap((remark) => remark.texts.filter((text) => text.part === id).map((text) => ({ ...text, remark })));
  const part = (id, extra = {}) => html`<${TextPart} grid=${grid} id=${id} key=${id} name=${label(partOf(forms, id)?.label)} marks=${marks(id)} readOnly=${!editable} onPick=${pick} ...${extra} />`;
  const nameOf = (place) => placeName(place, grid, forms, codes);
  const place = grid.cell(grid.cursor);
  const form = place ? forms[editions[sectionOf(place.path)]] : null;
  const equation = place ? equationOf(form.rules, form.sections.find((one) => one.id === sectionOf(place.path)), place.column, valueOf) : null;
  const shown = phonePart ?? (place ? sectionOf(place.path) : 'overview');
  const titleOf = (id) => say(...SHORT[id]);

  if (receipt) {
    return html`<main id="main" class="page slim" tabindex="-1"><${ReceiptSlip} receipt=${receipt} title=${say(`${name}${year}年度报告`, `${name}, ${year}`)}>
      <a class="button" href=${`/reports/${draft.report.id}`}>${say('看报告', 'Open the report')}</a></${ReceiptSlip}></main>`;
  }
  const head = html`<div class="bench"><div>
    <div class="head-row"><h1>${say(`填报${year}年度报告`, `File the report of ${year}`)}</h1><${State} of=${state} />
      <span class="note">${name}${draft.scope !== 'organ' ? say(`（${scopes(draft.scope)}）`, ` (${scopes(draft.scope)})`) : ''}${calendar?.due && html`${say('　期限', ' · due ')}${day(draft.scope === 'organ' ? calendar.due : calendar.governmentDue)}${draft.scope === 'organ' ? dueWords(left) : ''}`}</span>
      <span class="grow"></span>
      ${editable && html`<button type="button" class="button" onClick=${() => pickFile(organ, year).then(setImported)}>${say('从文件读入（Word、Excel、PDF）', 'Read a file (Word, Excel, PDF)')}</button>
        <button type="button" class="button" onClick=${nothing}>${say('本年没有申请，全填0', 'No applications: all 0')}</button>`}</div>
    ${draft.report?.returned && html`<${Returned} event=${draft.report.returned} show=${show} />`}
    ${!editable && html`<p class="head-row"><span>${draft.report.state === 'submitted'
      ? say('已经提交，等办公室审核。要改，先撤回。', 'Submitted and waiting for the office. To change it, take it back first.')
      : say('办公室已经审核；要改，请办公室重新开放。', 'Accepted by the office; to change it, ask the office to reopen it.')}</span>
      ${draft.report.state === 'submitted' && html`<button type="button" class="button small" onClick=${() => withdraw().catch((problem) => setTold({ words: problem.detail ?? problem.title }))}>${say('撤回', 'Take back')}</button>`}
      <a class="button small" href=${`/reports/${draft.report.id}`}>${say('看报告', 'Open the report')}</a></p>`}
  </div></div>`;
  const table = (id) => {
    const layout = grid.layoutBy.get(id);
    return html`<${FilingTable} grid=${grid} layout=${layout} totals=${totals} remarks=${pins} hits=${hits} wanted=${wanted} onPick=${pick} readOnly=${!editable} />
      ${editable && html`<p class="note">${offered(id).length > 0 && html`<i class="ghost">${say('数', 'n')}</i> ${say('虚框是算得的数，还没有取用：按', 'A dashed box is a computed total, not taken yet: ')} <kbd>Alt</kbd>+<kbd>=</kbd> ${say('取用一格，或', 'takes one, or ')}
        <button type="button" class="as-link" onClick=${() => takeAll(id)}>${say('全部取用', 'take all')}</button>${say('。', '. ')}`}
        ${say('未填的格保持未填，不会变成0；确实没有的填0，不适用的填“/”。', 'A blank stays blank and never becomes 0; write 0 where there was none, / where it does not apply.')}</p>`}
      ${layout.lines.some((line) => line.cells?.some((cell) => cell.statedUnit)) && html`<${StatedUnit} grid=${grid} section=${id} codes=${codes} readOnly=${!editable} />`}`;
  };
  const tableHead = (id) => html`<div class="head-row over"><h3>${grid.layoutBy.get(id).title}</h3><span class="grow"></span>
    ${editable && html`<span class="seg">${Object.keys(forms).sort().reverse().map((edition) => html`<button type="button" aria-pressed=${editions[id] === edition} onClick=${() => editions[id] !== edition && turnTo(id, edition)}>${say(`${edition}年版`, edition)}</button>`)}</span>
      <button type="button" class="button small" onClick=${() => fill(id, (n) => say(`${titleOf(id)}：${n}个空格填了0，浅蓝格。`, `${titleOf(id)}: ${n} blank cells now say 0, in light blue.`))}>${say('空格全填0', 'Blank cells to 0')}</button>`}</div>`;
  const leaf = (id, content) => html`<article class=${`leaf tight ${shown === id ? '' : 'other-part'}`} id=${`part-${id}`}>${content}</article>`;
  return html`${head}<main class="desk filing" id="main" tabindex="-1" onKeyDown=${onKeyDown}>
    <nav aria-label=${say('报告目录', 'Contents')}><ul class="outline">${OUTLINE.map((id) => html`<li><a href=${`#part-${id}`} aria-current=${shown === id ? 'true' : undefined} onClick=${() => setPhonePart(id)}>
      <span>${titleOf(id)}<br /><span class="note">${outlineWords(id, grid, sections.get(id))}</span></span><span>${(sections.get(id) ?? []).filter((one) => one.severity === 'error').slice(0, 3).map((one) => html`<${Pin} remark=${one} />`)}</span></a></li>`)}</ul></nav>
    <div class="leaves" ref=${around}>
      ${draft.status === 'conflict' && html`<${Conflict} conflict=${draft.conflict} nameOf=${nameOf} onSettle=${(places) => { draft.settle(places); grid.take(draft.places); }} />`}
      ${told && html`<${Band} action=${html`${told.undo && html`<button type="button" class="button small" onClick=${() => { grid.undo(); setTold(null); }}>${say('撤销', 'Undo')}</button>`}
        <button type="button" class="button small" onClick=${() => { grid.keep(); setTold(null); }}>${told.keep ? say('留下', 'Keep') : say('知道了', 'Close')}</button>`}>${told.words}</${Band}>`}
      ${imported && html`<${ImportedFile} imported=${imported} grid=${grid} nameOf=${nameOf} show=${show} onClose=${() => setImported(null)} onTaken=${(words) => { setImported(null); setTold({ words, undo: true, keep: true }); }} />`}
      <div class="leaves" ...${events}>
        ${leaf('overview', html`<h3>${say('一、总体情况', '1. Overview')}</h3>
          ${part('title', { short: true })}${part('introduction')}${part('overview', { className: 'part-main' })}
          <div class="aspects">${ASPECTS.map((id) => part(id))}</div>
          <h4>${say('信息发布渠道', 'Channels of publication')} <span class="note">${say('按渠道汇总用；不写也能提交', 'for sums by channel; may be left out')}</span></h4>
          <${Channels} grid=${grid} codes=${codes} readOnly=${!editable} />`)}
        ${leaf('disclosure', html`${tableHead('disclosure')}${table('disclosure')}${part('disclosure')}`)}
        ${leaf('applications', html`${tableHead('applications')}${table('applications')}${part('applications')}`)}
        ${leaf('contests', html`${tableHead('contests')}${table('contests')}${part('contests')}`)}
        ${leaf('problems', html`<h3>${label(partOf(forms, 'problems')?.label)}</h3>${part('problems', { className: 'part-main quiet' })}`)}
        ${leaf('otherMatters', html`<h3>${label(partOf(forms, 'otherMatters')?.label)}</h3>${part('otherMatters', { className: 'part-main quiet', hint: say('没有则写“无”', 'if none, say so') })}
          <div class="two">${part('signature.name', { short: true })}${part('signature.date', { short: true })}</div>`)}
      </div>
    </div>
    <aside class="notes watch" aria-label=${say('这一格和问题', 'This cell, and findings')}>
      <${ThisCell} grid=${grid} place=${place} before=${before} earlier=${earlier} year=${year} equation=${equation} totals=${totals} readOnly=${!editable} />
      ${remarks.length === 0 && html`<p class="pane note">${found.problem ? found.problem.title : say('没有问题。', 'No findings.')}</p>`}
      ${remarks.map((remark) => html`<${FormRemark} key=${remark.finding.id} remark=${remark} rule=${rules.get(remark.finding.rule)} form=${forms[editions[remark.section]] ?? form} chosen=${chosen === remark.finding.id}
        pick=${pick} grid=${grid} editable=${editable} explain=${explain} />`)}
      <${Keys} />
    </aside>
  </main>
  ${editable && html`<${FilingFoot} draft=${draft} errors=${errors} warnings=${warnings} violations=${found.violations ?? []} grid=${grid} titleOf=${titleOf} pick=${pick} submit=${submit} />`}
  <${Live}>${draft.status === 'offline' ? say('网络断了，填的内容在这台电脑上', 'Offline; what you typed is on this computer') : ''}</${Live}>`;
}

function FormRemark({ remark, rule, form, chosen, pick, grid, editable, explain }) {
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
  return html`<${Remark} remark=${remark} rule=${rule} form=${form} chosen=${chosen} onPick=${pick} acts=${acts}>
    ${writing !== null && html`<form class="stack small" onSubmit=${send}><label>${say('为什么不是差错', 'Why it is no mistake')}<textarea class="field" rows="3" value=${writing} onInput=${(event) => setWriting(event.target.value)}></textarea></label>
      ${refused && html`<p class="bad" role="alert">${refused}</p>`}
      <div class="do"><button class="button small main" aria-disabled=${writing.trim() === ''}>${say('保存说明', 'Save it')}</button><button type="button" class="button small" onClick=${() => setWriting(null)}>${say('不写了', 'Leave it')}</button></div></form>`}
  </${Remark}>`;
}

/** What one press sets right: the service's suggestion, or for a join of years the one number that it must be. */
function suggestedOf(finding, rule) {
  const cells = finding.suggestion?.cells ?? [];
  if (cells.length) {
    const values = Object.fromEntries(cells.map((cell) => [cell.path, cell.stated]));
    const name = cells.length === 1 ? say(`改为${cells[0].stated}`, `Change to ${cells[0].stated}`) : say(`改正${cells.length}格`, `Mend ${cells.length} cells`);
    return { values, name };
  }
  const own = finding.cells.filter((cell) => cell.year === undefined);
  if (rule?.id === 'X-CARRY' && own.length === 1 && finding.right !== undefined) return { values: { [own[0].path]: finding.right }, name: say(`改为${finding.right}`, `Change to ${finding.right}`) };
  return null;
}

function StatedUnit({ grid, section, codes, readOnly }) {
  const place = `${section}.procurement.unit`;
  const units = codes?.amountUnits ?? [];
  return html`<p class="note"><label>${say('采购总金额的单位（表上没有印，照原来写的选）', 'Unit of the procurement amount (the form prints none; choose what was stated)')} 
    <select class="field" disabled=${readOnly} value=${grid.valueOf(place) ?? ''} onChange=${(event) => grid.set(place, event.target.value || null)}>
      <option value="">${say('没有写明', 'not stated')}</option>${units.map((unit) => html`<option value=${unit.id ?? unit.code} selected=${grid.valueOf(place) === (unit.id ?? unit.code)}>${label(unit.label)}</option>`)}</select></label></p>`;
}

function Returned({ event, show }) {
  return html`<section class="tell returned"><div><b>${say('办公室退回', 'Returned by the office')}</b> <span class="note">${day(event.at)}${event.due ? say(`，${day(event.due)}前改好`, `, to be mended by ${day(event.due)}`) : ''}</span>
    ${event.reason && html`<p>${event.reason}</p>`}
    <ul class="plain-list">${(event.reasons ?? []).map((one) => html`<li>${one.path && html`<button type="button" class="as-link" onClick=${() => show(one.path)}>${one.label ?? one.path}</button>${say('：', ': ')}`}${one.reason}</li>`)}</ul></div></section>`;
}

function hitsOf(remarks, forms, chosen) {
  const quiet = new Set(Object.values(forms).flatMap((form) => form.rules.filter((rule) => rule.relation === 'blank').map((rule) => rule.id)));
  const hits = new Map();
  for (const remark of [...remarks].sort((a, b) => (a.severity === 'error') - (b.severity === 'error'))) {
    if (quiet.has(remark.finding.rule) && remark.finding.id !== chosen) continue;
    if (remark.severity === 'info' && remark.finding.id !== chosen) continue;
    const isChosen = remark.finding.id === chosen;
    const cells = isChosen ? remark.allCells : remark.cells.length > MOST_MARKED ? [remark.place] : remark.cells;
    for (const path of cells) hits.set(path, remark.severity);
  }
  return hits;
}

function pastedWords(landed, grid) {
  const cells = Object.keys(landed.values);
  if (cells.length === 0) return say('粘贴的内容没有一格能放进来。', 'Nothing of what was pasted has a place here.');
  const first = grid.cell(cells[0]);
  const where = landed.by === 'labels' ? say(`按行名对上了${landed.rows}行`, `${landed.rows} rows were known by their labels`) : say(`从“${first.rowLabel}”起填入`, `from “${first.rowLabel}” on`);
  return say(`粘贴了${landed.rows}行×${landed.columns}列，${where}，浅蓝格。`, `Pasted ${landed.rows} rows × ${landed.columns} columns, ${where}, shown in light blue.`)
    + (landed.words.length ? say(`${landed.words.length}格不是数，照原样留着。`, ` ${landed.words.length} are no numbers and stay as they are.`) : '')
    + (landed.outside ? say(`${landed.outside}格超出表格，没有填。`, ` ${landed.outside} lay outside the table and were left out.`) : '');
}

function stateOf(draft, errors) {
  if (!draft.report) return Object.keys(draft.places).length ? 'draft' : 'not-started';
  return draft.report.state === 'draft' && errors > 0 ? 'errors' : draft.report.state;
}

function dueWords(left) {
  if (left === null) return '';
  return left >= 0 ? say(`，还有${left}天`, `, ${left} days left`) : say(`，已过${-left}天`, `, ${-left} days late`);
}

function outlineWords(id, grid, remarks = []) {
  const errors = remarks.filter((one) => one.severity === 'error').length;
  const wrong = errors ? say(`，${errors}处错误`, `, ${errors} ${errors === 1 ? 'error' : 'errors'}`) : '';
  if (TABLES.includes(id)) {
    const { filled, of } = grid.counts(id);
    return say(`已填${filled}/${of}格`, `${filled} of ${of} cells`) + wrong;
  }
  const places = id === 'overview' ? ['overview', ...ASPECTS] : [id];
  const length = places.map((place) => (grid.valueOf(`narrative.${place}`) ?? '').length).reduce((a, b) => a + b, 0);
  return (length ? say(`${length}字`, `${length} characters`) : say('未写', 'not written')) + wrong;
}

const bySectionOf = (place) => {
  const [first, second] = place.split('.');
  if (first !== 'narrative') return TABLES.includes(first) ? first : 'overview';
  return OUTLINE.includes(second) ? second : second === 'signature' ? 'otherMatters' : 'overview';
};

function placeName(place, grid, forms, codes) {
  const cell = grid.cell(place);
  if (cell) return `${cell.rowLabel}${say('　', ' · ')}${cell.columnLabel}`;
  if (place.startsWith('narrative.')) return label(partOf(forms, place.slice('narrative.'.length))?.label) || place;
  if (place.startsWith('editions.')) return say('所用格式', 'Edition');
  if (place === 'publications.channels') return say('信息发布渠道', 'Channels of publication');
  return place;
}

function remember(path) {
  if (path && location.hash !== `#${path}`) history.replaceState(history.state, '', `${location.pathname}${location.search}#${path}`);
}
