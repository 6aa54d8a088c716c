/**
 * The form while it is typed: tables, texts, findings beside them, the draft kept.
 * exports: FilingForm({draft, forms, address, reopen})
 */
import { html, useEffect, useMemo, useReducer, useRef, useState } from './html.js';
import { ask, download, useAnswer } from './api.js';
import { equationOf, totalsOf, zerosOf } from './computed-totals.js';
import { isEditable } from './draft-store.js';
import { Conflict } from './filing-conflict.js';
import { ErrorList } from './filing-errors.js';
import { FilingFoot } from './filing-foot.js';
import { FilingHead } from './filing-head.js';
import { ImportedFile, pickFile } from './filing-import.js';
import { FormRemark, hitsOf } from './filing-remark.js';
import { Keys, ThisCell } from './filing-side.js';
import { FilingTable, gridEvents } from './filing-table.js';
import { Channels, StatedUnit, TextPart } from './filing-texts.js';
import { ASPECTS, SHORT, outlineWords, pastedWords, placeName } from './filing-words.js';
import { bySection, inOrder, isSettled, numbersAt, OUTLINE, sectionOf as sectionOfPlace } from './findings-order.js';
import { FormGrid } from './form-grid.js';
import { layoutOf } from './form-layout.js';
import { Staleness } from './government-report.js';
import { Band, Live } from './notice.js';
import { useReportOf } from './organ-report.js';
import { ReceiptSlip } from './receipt-slip.js';
import { Pin } from './remarks.js';
import { editionOf, partOf } from './report-forms.js';
import { returnedAt, returnedPaths } from './returned.js';
import { placesOf, reportOf, sectionOf, TABLES } from './report-places.js';
import { ruleChecks, withRemarks } from './rule-checks.js';
import { meaning, numberOf } from './stated.js';
import { label, language, say, several } from './words.js';

const PHONE = '(max-width: 40rem)';

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
  const answer = useReportOf({ organ, year, scope });
  return useMemo(() => {
    if (answer.problem) return null;
    if (!answer.data) return answer.data;
    const { editions } = answer.data;
    const known = Object.fromEntries(TABLES.flatMap((id) => (forms[editions[id]]?.sections.find((one) => one.id === id)?.cells ?? []).map((cell) => [cell.path, true])));
    return { places: placesOf(answer.data, forms), known, report: answer.data };
  }, [answer.data, answer.problem, forms]);
}

export function FilingForm({ draft, forms, address, reopen }) {
  const [organ, year] = [draft.organ, draft.year];
  const [, redraw] = useReducer((n) => n + 1, 0);
  const [found, setFound] = useState({ findings: draft.report?.findings ?? [] });
  const [told, tellWith] = useState(null);
  const [chosen, setChosen] = useState(null);
  const [imported, setImported] = useState(null);
  const [receipt, setReceipt] = useState(null);
  const [phonePart, setPhonePart] = useState(null);
  // Errors stand on top from the start where the draft has some, later where one wants to submit it.
  const [listed, setListed] = useState(() => (draft.report?.findings ?? []).some((one) => one.severity === 'error' && !one.waiver));
  const [wantedErrors, setWantedErrors] = useState(0);
  // What is told of an act can take it back only while nothing came after it.
  const setTold = (next) => tellWith(next && { ...next, step: grid.done.at(-1) });
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
    const first = address.fragment || returnedPaths(draft.report)[0];
    if (first) one.goTo(first);
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
  // That all is blank before anything was typed is no news, and nothing to explain.
  const isBegun = Boolean(draft.savedAt) || draft.status !== 'saved';
  const remarks = useMemo(() => (isBegun ? inOrder(findings, { forms, editions }) : []), [findings, editionKey, isBegun]);
  const returned = useMemo(() => returnedAt(draft.report), [draft.report]);
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
    setPhonePart(sectionOfPlace(place));
    if (grid.cell(place)) {
      wanted.current = true;
      grid.goTo(place);
      requestAnimationFrame(() => {
        const cell = document.getElementById(`cell-${place}`);
        cell?.scrollIntoView({ block: 'center' });
        cell?.querySelector('input')?.focus({ preventScroll: true }); // the cursor may have been there already, without the focus
      });
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
    const blanks = ids.flatMap((id) => grid.blanks(id));
    const paths = ids.flatMap((id) => {
      const { rules: held, sections: parts } = forms[editions[id]];
      return zerosOf(grid.blanks(id), parts.filter((one) => one.id === id), held, valueOf);
    });
    if (paths.length) grid.fill(paths);
    const rest = blanks.length - paths.length;
    const offer = rest ? say(`另有${rest}格是合计，不能按0填，仍空着；虚框是算得的数。`, ` ${rest} more are totals that cannot be taken for 0 and stay blank; a dashed box is what they add up to.`) : '';
    if (!blanks.length) setTold({ words: say('没有空格。', 'No cell is blank.') });
    else setTold({ words: `${paths.length ? words(paths.length) : ''}${offer}`, undo: paths.length > 0, keep: true });
  };
  /** Cells that an edition does not have are taken off with the change to it, and come back with its undoing. */
  const asideOf = (id, edition) => {
    const known = new Set(forms[edition].sections.find((one) => one.id === id).cells.map((cell) => cell.path));
    return [...grid.layoutBy.get(id).cells.keys()].filter((path) => !known.has(path) && meaning(grid.valueOf(path)) !== 'blank');
  };
  const takeRead = (values) => {
    const turned = TABLES.filter((id) => values[`editions.${id}`] && values[`editions.${id}`] !== editions[id]);
    const aside = turned.flatMap((id) => asideOf(id, values[`editions.${id}`]));
    grid.change({ ...Object.fromEntries(aside.map((path) => [path, null])), ...values }, 'imported');
  };
  const turnTo = (id, edition) => {
    const aside = asideOf(id, edition);
    grid.change({ [`editions.${id}`]: edition, ...Object.fromEntries(aside.map((path) => [path, null])) }, 'edition');
    setTold({
      words: say(`这一部分改用${edition}年版。`, `This section now follows the ${edition} edition.`) + (aside.length ? say(`${aside.length}格在这一版里没有，已取下；撤销可以取回。`, ` ${several(aside.length, 'cell is not in it and was', 'cells are not in it and were')} taken off; undo brings that back.`) : ''),
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
  const submit = async (reason) => {
    grid.commit();
    const report = await draft.submit(reason);
    setReceipt(report.receipt);
    scrollTo(0, 0);
  };
  const withdraw = async (reason) => {
    await ask(`/reports/${draft.report.id}/withdrawal`, { method: 'POST', body: { reason }, headers: { 'If-Match': draft.etag } });
    reopen();
  };

  const name = organView?.name ?? organ;
  const nothing = () => (TABLES.slice(1).some((id) => [...grid.layoutBy.get(id).cells.keys()].some((path) => (numberOf(grid.valueOf(path)) ?? 0) !== 0))
    ? setTold({ words: say('第三、四部分已经填了不是0的数，所以没有全填0。只想填空格的，用那一部分的“空格全填0”。', 'Sections 3 and 4 already hold numbers other than 0, so nothing was filled. To fill blank cells only, use “Blank cells to 0” of the section.') })
    : fill(['applications', 'contests'], (n) => say(`本年没有申请：第三、四部分${n}个空格填了0，浅蓝格；已填的没有动。`, `No applications: ${n} blank cells of sections 3 and 4 now say 0, in light blue; what was typed is untouched.`)));
  const marks = (id) => remarks.flatMap((remark) => remark.texts.filter((text) => text.part === id).map((text) => ({ ...text, remark })));
  const part = (id, extra = {}) => html`<${TextPart} grid=${grid} id=${id} key=${id} name=${label(partOf(forms, id)?.label)} marks=${marks(id)} readOnly=${!editable} onPick=${pick} ...${extra} />`;
  const nameOf = (place) => placeName(place, grid, forms);
  const place = grid.cell(grid.cursor);
  const form = place ? forms[editions[sectionOf(place.path)]] : null;
  const equation = place ? equationOf(form.rules, form.sections.find((one) => one.id === sectionOf(place.path)), place.column, valueOf) : null;
  const shown = phonePart ?? (place ? sectionOf(place.path) : 'overview');
  const titleOf = (id) => say(...SHORT[id]);

  if (receipt) {
    return html`<main id="main" class="page slim" tabindex="-1"><${ReceiptSlip} receipt=${receipt} title=${say(`${name}${year}年度报告`, `${name}, ${year}`)}>
      <a class="button" href=${`/reports/${draft.report.id}`}>${say('看报告', 'Open the report')}</a></${ReceiptSlip}></main>`;
  }
  const head = html`<${FilingHead} draft=${draft} name=${name} calendar=${calendar} errors=${errors.length} editable=${editable} show=${show}
    withdraw=${withdraw}
    buttons=${html`<button type="button" class="button" onClick=${() => download(`/forms/${editionOf(forms, year)}/template.xlsx`, { organ, year }, `${name}${year}.xlsx`).catch((problem) => setTold({ words: problem.detail ?? problem.title }))}>${say('下载Excel填报表', 'Download the form as Excel')}</button>
      <button type="button" class="button" onClick=${() => pickFile(organ, year, (file) => setImported({ file })).then(setImported)}>${say('从文件读入（Word、Excel、PDF）', 'Read a file (Word, Excel, PDF)')}</button>
      <button type="button" class="button" onClick=${nothing}>${say('本年没有申请，全填0', 'No applications: all 0')}</button>`} />`;
  const table = (id) => {
    const layout = grid.layoutBy.get(id);
    return html`<${FilingTable} grid=${grid} layout=${layout} totals=${totals} remarks=${pins} hits=${hits} returned=${returned} wanted=${wanted} onPick=${pick} readOnly=${!editable} />
      ${editable && html`<p class="note">${offered(id).length > 0 && html`<i class="ghost">${say('数', 'n')}</i> ${say('虚框是算得的数，还没有取用：按', 'A dashed box is a computed total, not taken yet: ')} <kbd>Alt</kbd>+<kbd>=</kbd> ${say('取用一格，或', 'takes one, or ')}
        <button type="button" class="as-link" onClick=${() => takeAll(id)}>${say('全部取用', 'take all')}</button>${say('。', '. ')}`}
        ${say('未填的格保持未填，不会变成0；确实没有的填0，不适用的填“/”。', 'A blank stays blank and never becomes 0; write 0 where there was none, / where it does not apply.')}</p>`}
      ${layout.lines.some((line) => line.cells?.some((cell) => cell.statedUnit)) && html`<${StatedUnit} grid=${grid} section=${id} codes=${codes} readOnly=${!editable} />`}`;
  };
  const tableHead = (id) => html`<div class="head-row over"><h2>${grid.layoutBy.get(id).title}</h2><span class="grow"></span>
    ${editable && html`<span class="seg">${Object.keys(forms).sort().reverse().map((edition) => html`<button type="button" aria-pressed=${editions[id] === edition} onClick=${() => editions[id] !== edition && turnTo(id, edition)}>${say(`${edition}年版`, edition)}</button>`)}</span>
      <button type="button" class="button small" onClick=${() => fill([id], (n) => say(`${titleOf(id)}：${n}个空格填了0，浅蓝格。`, `${titleOf(id)}: ${n} blank cells now say 0, in light blue.`))}>${say('空格全填0', 'Blank cells to 0')}</button>`}</div>`;
  const leaf = (id, content) => html`<article class=${`leaf tight ${shown === id ? '' : 'other-part'}`} id=${`part-${id}`}>${content}</article>`;
  return html`${head}<main class="desk filing" id="main" tabindex="-1" onKeyDown=${onKeyDown}>
    <nav aria-label=${say('报告目录', 'Contents')}><ul class="outline">${OUTLINE.map((id) => html`<li><a href=${`#part-${id}`} aria-current=${shown === id ? 'true' : undefined} onClick=${() => setPhonePart(id)}>
      <span>${titleOf(id)}<br /><span class="note">${outlineWords(id, grid, sections.get(id))}</span></span><span>${(sections.get(id) ?? []).filter((one) => one.severity === 'error').slice(0, 3).map((one) => html`<${Pin} remark=${one} />`)}</span></a></li>`)}</ul></nav>
    <div class="leaves" ref=${around}>
      ${draft.status === 'conflict' && html`<${Conflict} conflict=${draft.conflict} nameOf=${nameOf} onSettle=${(places) => { draft.settle(places); grid.take(draft.places); }} />`}
      ${draft.scope === 'area' && draft.report && html`<${Staleness} report=${draft.report} />`}
      ${editable && listed && html`<${ErrorList} errors=${errors} rules=${rules} mend=${(values) => grid.change(values, 'suggested')} nameOf=${nameOf} pick=${pick} focus=${wantedErrors} />`}
      ${told && html`<div class="told"><${Band} action=${html`${told.undo && grid.done.at(-1) === told.step && html`<button type="button" class="button small" onClick=${() => { grid.undo(); setTold(null); }}>${say('撤销', 'Undo')}</button>`}
        <button type="button" class="button small" onClick=${() => { grid.keep(); setTold(null); }}>${told.keep ? say('留下', 'Keep') : say('知道了', 'Close')}</button>`}>${told.words}</${Band}></div>`}
      ${imported && html`<${ImportedFile} imported=${imported} forms=${forms} organ=${organ} year=${year} grid=${grid} nameOf=${nameOf} show=${show} onClose=${() => setImported(null)}
        onTaken=${(values, words) => { takeRead(values); setImported(null); setTold({ words, undo: true, keep: true }); }} />`}
      <div class="leaves" ...${events}>
        ${leaf('overview', html`<h2>${say('一、总体情况', '1. Overview')}</h2>
          ${part('title', { short: true })}${part('introduction')}${part('overview', { className: 'part-main' })}
          <div class="aspects">${ASPECTS.map((id) => part(id))}</div>
          <h3>${say('信息发布渠道', 'Channels of publication')} <span class="note">${say('按渠道汇总用；不写也能提交', 'for sums by channel; may be left out')}</span></h3>
          <${Channels} grid=${grid} codes=${codes} readOnly=${!editable} />`)}
        ${leaf('disclosure', html`${tableHead('disclosure')}${table('disclosure')}${part('disclosure')}`)}
        ${leaf('applications', html`${tableHead('applications')}${table('applications')}${part('applications')}`)}
        ${leaf('contests', html`${tableHead('contests')}${table('contests')}${part('contests')}`)}
        ${leaf('problems', html`<h2>${label(partOf(forms, 'problems')?.label)}</h2>${part('problems', { className: 'part-main quiet' })}`)}
        ${leaf('otherMatters', html`<h2>${label(partOf(forms, 'otherMatters')?.label)}</h2>${part('otherMatters', { className: 'part-main quiet', hint: say('没有则写“无”', 'if none, say so') })}
          <div class="two">${part('signature.name', { short: true })}${part('signature.date', { short: true })}</div>`)}
      </div>
    </div>
    <aside class="notes watch" aria-label=${say('这一格和问题', 'This cell, and findings')}>
      <${ThisCell} grid=${grid} place=${place} before=${before} earlier=${earlier} year=${year} equation=${equation} totals=${totals} returned=${place && returned.get(place.path)} readOnly=${!editable} />
      ${remarks.length === 0 && html`<p class="pane note">${found.problem ? found.problem.title : isBegun ? say('没有提示。', 'No findings.') : say('填了以后，要改正的和要说明的列在这里。', 'What is to be mended or explained is listed here once something is typed.')}</p>`}
      ${remarks.map((remark) => html`<${FormRemark} key=${remark.finding.id} remark=${remark} among=${remarks} rule=${rules.get(remark.finding.rule)} form=${forms[editions[remark.section]] ?? form} chosen=${chosen === remark.finding.id}
        pick=${pick} grid=${grid} editable=${editable} explain=${explain} />`)}
      <${Keys} />
    </aside>
  </main>
  ${editable && html`<${FilingFoot} draft=${draft} errors=${errors} warnings=${warnings} violations=${found.violations ?? []} grid=${grid} titleOf=${titleOf} pick=${pick} submit=${submit}
    toErrors=${() => { setListed(true); setWantedErrors((n) => n + 1); }} />`}
  <${Live}>${draft.status === 'offline' ? say('网络断了，填的内容在这台电脑上', 'Offline; what you typed is on this computer') : ''}</${Live}>`;
}

/** Where one stands is in the address. */
function remember(path) {
  if (path && location.hash !== `#${path}`) history.replaceState(history.state, '', `${location.pathname}${location.search}#${path}`);
}
