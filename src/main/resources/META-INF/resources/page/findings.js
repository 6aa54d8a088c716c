/** All findings of a region and year: /findings/{region}/{year}?rule=T3-BAL&severity=error&settled=open&by=organ */
import { html, useEffect, useMemo, useState } from './html.js';
import { ask, forget } from './api.js';
import { change, link } from './address.js';
import { Cell, difference, number } from './cell.js';
import { countsOf, filtered, groupsOf, placeOf } from './finding-groups.js';
import { Place, useTitle } from './frame.js';
import { Empty, Refused, Waiting } from './notice.js';
import { usePrinting } from './printing.js';
import { useForms } from './report-forms.js';
import { Take } from './sheet.js';
import { label, list, say, several, severities, states, useLanguage } from './words.js';

const PAGE = 1000;
const MOST = 20_000;
const FIRST = 8;
const SIGN = { error: ['', '!'], warning: ['w', '?'], info: ['i', 'i'] };
const SETTLED = ['open', 'explained', 'waived', 'all'];
const settledWords = (one) => say(...{ open: ['未解决', 'Open'], explained: ['已说明', 'Explained'], waived: ['已豁免', 'Waived'], all: ['全部', 'All'] }[one]);

/** All pages, shown as they come: totals are said only when all are there. */
function useFindings(region, year, severity) {
  const language = useLanguage();
  const [state, setState] = useState({ items: [], waiting: true });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leave = new AbortController();
    const read = async () => {
      const items = [];
      let cursor;
      do {
        const { data } = await ask('/findings', { query: { region, year, severity, limit: PAGE, cursor }, signal: leave.signal });
        items.push(...data.items);
        cursor = data.next;
        setState({ items: [...items], waiting: Boolean(cursor), more: Boolean(cursor) && items.length >= MOST });
      } while (cursor && items.length < MOST);
    };
    setState({ items: [], waiting: true });
    read().catch((problem) => problem.name !== 'AbortError' && setState((last) => ({ ...last, problem, waiting: false })));
    return () => leave.abort();
  }, [region, year, severity, round, language]);
  return { ...state, again: () => { forget('/'); setRound((n) => n + 1); } };
}

export default function Findings({ address }) {
  const [region, year] = [address.parts[0], Number(address.parts[1])];
  const { query } = address;
  const settled = SETTLED.includes(query.settled) ? query.settled : 'open';
  const by = query.by === 'organ' ? 'organ' : 'rule';
  const found = useFindings(region, year, query.severity === 'info' ? undefined : query.severity);
  const coverage = useCoverage(region, year);
  const { forms } = useForms();
  const [q, setQ] = useState(query.q ?? '');
  const [asking, setAsking] = useState(false);
  useTitle(say(`${year}年度报告的问题`, `Findings of ${year}`));
  useEffect(() => {
    const timer = setTimeout(() => q !== (query.q ?? '') && change({ q: q || null }), 400);
    return () => clearTimeout(timer);
  }, [q]);
  const rules = useMemo(() => new Map(Object.values(forms ?? {}).flatMap((form) => form.rules.map((rule) => [rule.id, rule]))), [forms]);
  const shown = useMemo(() => filtered(found.items, { settled, severity: query.severity, state: query.state, rule: query.rule, q }), [found.items, settled, query.severity, query.state, query.rule, q]);
  const groups = useMemo(() => groupsOf(shown, { by, rules }), [shown, by, rules]);
  const counts = useMemo(() => countsOf(found.items), [found.items]);
  const pick = (name, words, values, wordsOf) => html`<label class="pick"><span>${words}</span><select class="field" value=${query[name] ?? ''} onChange=${(event) => change({ [name]: event.target.value || null })}>
    <option value="">${say('全部', 'all')}</option>${values.map((one) => html`<option value=${one} selected=${query[name] === one}>${wordsOf(one)}</option>`)}</select></label>`;
  const clear = () => {
    setQ('');
    change({ q: null, severity: null, state: null, rule: null, settled: 'all' });
  };
  const statesHere = [...new Set(found.items.map((item) => item.state))];
  return html`<${Place} region=${region} year=${year} address=${(to) => link(`/findings/${to.region ?? region}/${to.year ?? year}`, query)}>
      <${Take} files=${[{ name: 'CSV', path: '/findings', query: { region, year, format: 'csv' }, file: `findings-${region}-${year}.csv` }]} /></${Place}>
    <main id="main" class="page" tabindex="-1">
      <div class="head-row"><h1>${say(`${year}年度报告的问题`, `Findings of ${year}`)}</h1><span class="grow"></span>
        ${counts.openOrgans > 0 && html`<button type="button" class="button main" aria-expanded=${asking} onClick=${() => setAsking(!asking)}>${say(`请${counts.openOrgans}家机关说明`, `Ask ${several(counts.openOrgans, 'organ')} to explain`)}</button>`}</div>
      ${found.problem && html`<${Refused} problem=${found.problem} again=${found.again} />`}
      ${!found.problem && coverage?.started !== 0 && html`<div class="cover"><p>${found.waiting ? say('正在取数，以下只是已经取到的。', 'Still loading; below is what has come so far.')
        : html`${coverage && counts.ofGovernments === 0 && say(`已有内容的${coverage.started}家报告中，`, `Of ${several(coverage.started, 'report')} with content, `)}${say(html`<b>${counts.withErrors}家有错误</b>，共${counts.errors}处，不改正不能提交；${counts.withWarnings}家有提醒${counts.warnings}处，其中<b>${counts.open}处还没有说明</b>。`,
          html`<b>${counts.withErrors} have errors</b>, ${counts.errors} in all, which must be mended before submitting; ${counts.withWarnings} have ${counts.warnings} warnings, <b>${counts.open} of them not explained</b>.`)}
          ${found.more && say(`问题很多，只取了前${number(found.items.length)}处。`, ` There are many; only the first ${number(found.items.length)} are here.`)}`}</p></div>`}
      ${asking && html`<${AskForWords} items=${found.items} year=${year} close=${() => setAsking(false)} />`}
      <div class="bar-row"><span class="seg">${SETTLED.map((one) => html`<button type="button" aria-pressed=${settled === one} onClick=${() => change({ settled: one === 'open' ? null : one, explained: null })}>${settledWords(one)}</button>`)}</span>
        ${pick('severity', say('严重程度', 'Severity'), ['error', 'warning', 'info'], severities)}${pick('state', say('进度', 'State'), statesHere, states)}
        ${query.rule && html`<button type="button" class="button small" onClick=${() => change({ rule: null })}>${say(`只看${query.rule}，取消`, `Only ${query.rule}: show all`)}</button>`}
        <label class="pick"><span>${say('查找', 'Find')}</span><input class="field" type="search" value=${q} title=${say('机关、规则、文字', 'organ, rule, words')} onInput=${(event) => setQ(event.target.value)} /></label>
        <span class="grow"></span><span class="seg">${[['rule', say('按规则', 'By rule')], ['organ', say('按机关', 'By organ')]].map(([one, words]) => html`<button type="button" aria-pressed=${by === one} onClick=${() => change({ by: one === 'rule' ? null : one })}>${words}</button>`)}</span></div>
      ${found.items.length === 0 && found.waiting && !found.problem ? html`<${Waiting} answer=${found} />`
        : groups.length === 0 && !found.problem ? html`<${Empty} title=${found.items.length ? say('没有符合的问题', 'No finding matches') : say('没有提示', 'No findings')} action=${found.items.length > 0 && html`<button type="button" class="button" onClick=${clear}>${say('看全部', 'Show all')}</button>`}>
          ${found.items.length ? say(`现在只看“${settledWords(settled)}”${query.severity ? `、“${severities(query.severity)}”` : ''}${q ? `、含“${q}”` : ''}。`, `Shown are only “${settledWords(settled)}”${query.severity ? `, “${severities(query.severity)}”` : ''}${q ? `, with “${q}”` : ''}.`) : say('报告有内容以后，在这里列出规则发现的问题。', 'What the rules find is listed here once there are reports.')}</${Empty}>`
          : html`<div class="board findings-list"><table class="flush"><caption class="sr">${say('问题', 'Findings')}</caption><colgroup><col class="col-organ" /><col class="col-place" /><col class="col-number" /><col class="col-number" /><col class="col-number" /><col /></colgroup>
            <thead><tr><th scope="col">${by === 'rule' ? say('规则和机关', 'Rule and organ') : say('机关和规则', 'Organ and rule')}</th><th scope="col">${say('位置', 'Place')}</th><th scope="col" class="n">${say('一边', 'One side')}</th><th scope="col" class="n">${say('另一边', 'Other side')}</th><th scope="col" class="n">${say('相差', 'Difference')}</th><th scope="col">${say('说明', 'Explanation')}</th></tr></thead>
            ${groups.map((group) => html`<${Group} key=${group.key} group=${group} by=${by} rules=${rules} forms=${forms} only=${groups.length === 1} />`)}</table></div>`}
    </main>`;
}

/** How many organs have written something; reports of governments are not among them. */
function useCoverage(region, year) {
  const [coverage, setCoverage] = useState(null);
  useEffect(() => {
    let wanted = true;
    ask('/coverage', { query: { region, year } }).then(({ data }) => wanted && setCoverage({ started: data.expected - data.notStarted + data.unexpected }), () => wanted && setCoverage(null));
    return () => { wanted = false; };
  }, [region, year]);
  return coverage;
}

function Sign({ severity }) {
  const [shape, sign] = SIGN[severity] ?? SIGN.info;
  return html`<span class=${`pin ${shape}`} aria-hidden="true">${sign}</span>`;
}

function Group({ group, by, rules, forms, only }) {
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const items = all || only || printing ? group.items : group.items.slice(0, FIRST);
  const rest = group.items.length - items.length;
  return html`<tbody><tr class="sum"><th scope="rowgroup" colspan="6"><${Sign} severity=${group.severity} /> <span class="note">${severities(group.severity)}${by === 'rule' ? `${say('　', ' · ')}${group.id}` : ''}</span>${say('　', ' · ')}${by === 'rule' ? label(group.rule?.concern) : group.name}
      <span class="note">${say('　', ' · ')}${by === 'rule' ? say(`${group.items.length}处，${group.organs}家`, `${group.items.length} in ${group.organs} ${group.organs === 1 ? 'report' : 'reports'}`) : say(`${group.items.length}处`, `${group.items.length}`)}${group.open < group.items.length ? say(`，${group.open}处未解决`, `, ${group.open} open`) : ''}</span></th></tr>
    ${items.map((item) => html`<${Line} key=${`${item.report} ${item.finding.id}`} item=${item} by=${by} rule=${rules.get(item.finding.rule)} forms=${forms} />`)}
    ${rest > 0 && html`<tr><th scope="row" colspan="6" class="in2"><button type="button" class="as-link" onClick=${() => setAll(true)}>${say(`另${rest}处`, `${rest} more`)}</button></th></tr>`}</tbody>`;
}

function Where({ finding, rule, forms }) {
  const form = forms && Object.values(forms).reverse().find((one) => one.rules.some((each) => each.id === finding.rule));
  const { line, cells, more } = placeOf(finding, rule, form);
  if (line) return label(line);
  return html`${cells.join(say('、', ', '))}${more > 0 ? say(`等${more + cells.length}格`, ` and ${more} more`) : ''}`;
}

/** The sentence begins with the place, which stands above it already. */
function withoutPlace({ message, cells }) {
  const [cell] = cells;
  const [sign] = [say('：', ': ')];
  return cell && message.startsWith(`${cell.label}${sign}`) ? message.slice(cell.label.length + sign.length) : message;
}

function Line({ item, by, rule, forms }) {
  const { finding } = item;
  const href = `/reports/${item.report}#finding=${finding.id}`;
  // One side alone is no comparison, but an edition or a limit; the sentence says which.
  const sides = finding.left !== undefined && finding.right !== undefined;
  const words = finding.cells.find((cell) => cell.path.startsWith('narrative.') && typeof cell.stated === 'string')?.stated;
  const said = finding.waiver?.reason ?? finding.explanation?.reason;
  return html`<tr><th scope="row" class="in2"><a href=${href}>${by === 'rule' ? item.name ?? item.organ : finding.rule}</a>${by === 'organ' && html` <span class="note">${label(rule?.concern)}</span>`}</th>
    <td>${words ? html`<span lang="zh-Hans">“${words.length > 40 ? `${words.slice(0, 40)}……` : words}”</span>` : html`<${Where} finding=${finding} rule=${rule} forms=${forms} />`}${!sides && !words && finding.cells.length < 2 && html`<br /><span class="note">${withoutPlace(finding)}</span>`}</td>
    <td class="n" data-label=${say('一边', 'One side')}>${sides ? html`<${Cell} value=${finding.left} unit=${finding.unit} />` : ''}</td><td class="n" data-label=${say('另一边', 'Other side')}>${sides ? html`<${Cell} value=${finding.right} unit=${finding.unit} />` : ''}</td>
    <td class="n now" data-label=${say('相差', 'Difference')}>${sides ? difference(finding.left, finding.right, finding.unit) : ''}</td>
    <td class="then">${said ?? (finding.severity === 'error' ? finding.suggestion?.message ?? say('待改正', 'to be mended') : finding.severity === 'warning' ? say('还没有说明', 'not explained yet') : '')}</td></tr>`;
}

/** The page sends nothing itself: a text for each organ, to copy. */
function AskForWords({ items, year, close }) {
  const open = items.filter((item) => item.finding.severity === 'warning' && !item.finding.explanation && !item.finding.waiver);
  const organs = new Map();
  for (const item of open) organs.set(item.organ, [...(organs.get(item.organ) ?? []), item]);
  const textOf = (own) => [
    say(`${own[0].name ?? own[0].organ}：你单位${year}年政府信息公开工作年度报告有${own.length}处请说明：`, `${own[0].name ?? own[0].organ}: please explain ${several(own.length, 'place')} of your annual report of ${year}:`),
    ...own.map((item, i) => `${i + 1}. ${item.finding.message}`),
  ].join('\n');
  const texts = [...organs.values()].map(textOf);
  const names = [...organs.values()].map((own) => own[0].name ?? own[0].organ);
  return html`<section class="sheet side-sheet" data-panel tabindex="-1"><header><h2 class="title">${say('请机关说明的文字', 'Words that ask for an explanation')}</h2><span class="note">${say('复制后自己发出；这里不发送。', 'Copy and send them; nothing is sent from here.')}</span>
      <${Take} copy=${() => texts.join('\n\n')} /><button type="button" class="button small" data-close onClick=${close}>${say('收起', 'Close')}</button></header>
    <p>${list(names.slice(0, 20))}${names.length > 20 ? say(`等${names.length}家`, ` and ${names.length - 20} more`) : ''}</p>
    <div class="letter">${texts.slice(0, 3).join('\n\n')}${texts.length > 3 ? `\n\n${say(`……（共${texts.length}家，复制得到全部）`, `… (${texts.length} in all; copy takes all)`)}` : ''}</div></section>`;
}
