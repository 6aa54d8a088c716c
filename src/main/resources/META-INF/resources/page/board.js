/** The season board: /board/{region}/{year}?state=errors,returned&view=tiles&q=街道 */
import { html, useEffect, useMemo, useRef, useState } from './html.js';
import { ask, useAnswer } from './api.js';
import { change, link } from './address.js';
import { Batch } from './board-batch.js';
import { MOST, useBoard } from './board-data.js';
import { countsOf, daysBetween, filtered, prefixOf, shownStates, sorted } from './board-rows.js';
import { BoardTable } from './board-table.js';
import { BoardTiles } from './board-tiles.js';
import { Reminders } from './board-reminders.js';
import { FigureTable } from './figure-table.js';
import { GovernmentLine } from './government-report.js';
import { Place, useTitle } from './frame.js';
import { KnownYears } from './known-years.js';
import { Empty, Live, Refused, Waiting } from './notice.js';
import { may, session } from './session.js';
import { isOver } from './standing.js';
import { Shape, tone } from './state.js';
import { mayOpen } from './views.js';
import { clock, day, days, grouped, kinds, say, several, states, useLanguage } from './words.js';

const PROBLEMS = ['errors', 'unexplained', 'none'];
const ORDERS = ['urgent', 'changed', 'name', 'region'];

const problemWords = (code) => say(...{ errors: ['有错误', 'with errors'], unexplained: ['有待说明', 'to be explained'], none: ['没有提示', 'none'] }[code]);
const orderWords = (code) => say(...{ urgent: ['最急的在前', 'most urgent first'], changed: ['最近动过的在前', 'last changed first'], name: ['按名称', 'by name'], region: ['按地区', 'by region'] }[code]);

export default function Board({ address }) {
  const [region, year] = [address.parts[0], Number(address.parts[1])];
  const board = useBoard(region, year);
  useLanguage();
  useTitle(say(`${year}年度报告报送`, `Filing of ${year}`));
  const head = html`<${Place} region=${region} year=${year} address=${(to) => link(`/board/${to.region ?? region}/${to.year ?? year}`, address.query)}>
    ${board.at && html`<span class="note">${say(`${clock(new Date(board.at).toISOString())}取得`, `as of ${clock(new Date(board.at).toISOString())}`)}</span>`}</${Place}>`;
  return html`${head}<main id="main" class="page" tabindex="-1">${board.rows
    ? html`<${Season} key=${`${region} ${year}`} board=${board} region=${region} year=${year} address=${address} />`
    : html`<h1>${say(`${year}年度报告报送`, `Filing of ${year}`)}</h1>${board.problem ? html`<${Refused} problem=${board.problem} again=${board.again} />` : html`<${Waiting} answer=${board} />`}`}</main>`;
}

function Season({ board, region, year, address }) {
  const { query } = address;
  const wantedStates = (query.state ?? '').split(',').filter(Boolean);
  const tiles = query.view === 'tiles';
  const [q, setQ] = useState(query.q ?? '');
  const [chosen, setChosen] = useState(new Set());
  const [near, setNear] = useState(false);
  const [reminding, setReminding] = useState(null);
  const [dating, setDating] = useState(false);
  const search = useRef(null);
  const order = useRef(null);
  const by = query.sort ?? 'urgent';

  // Rows do not move while the pointer or the focus is among them.
  const wanted = useMemo(() => sorted(board.rows, by), [board.rows, by]);
  const [moved, setMoved] = useState(0);
  const rows = useMemo(() => {
    const held = order.current;
    if (near && held && held.by === by) {
      const now = new Map(wanted.map((row) => [row.organ, row]));
      const kept = held.organs.filter((organ) => now.has(organ)).map((organ) => now.get(organ));
      const seen = new Set(held.organs);
      return [...kept, ...wanted.filter((row) => !seen.has(row.organ))];
    }
    return wanted;
  }, [wanted, moved]);
  useEffect(() => { order.current = { by, organs: rows.map((row) => row.organ) }; }, [rows]);
  const isStale = rows.some((row, i) => row.organ !== wanted[i].organ);
  useEffect(() => { if (!near && isStale) setMoved((n) => n + 1); }, [near, isStale]);

  const counts = useMemo(() => countsOf(rows), [rows]);
  const detail = useAnswer(`/regions/${region}`).data;
  const prefix = useMemo(() => prefixOf(board.rows, detail), [board.rows, detail]);
  const inView = useMemo(() => filtered(rows, { states: wantedStates, kind: query.kind, problems: query.problems, q }), [rows, query.state, query.kind, query.problems, q]);
  const chosenRows = rows.filter((row) => chosen.has(row.organ));
  const kindsHere = useMemo(() => [...new Set(board.rows.map((row) => row.kind))], [board.rows]);
  const isFiltered = wantedStates.length || query.kind || query.problems || q;
  const clear = () => {
    setQ('');
    change({ state: null, kind: null, problems: null, q: null });
  };
  const toggleState = (state) => change({ state: (wantedStates.includes(state) ? wantedStates.filter((one) => one !== state) : [...wantedStates, state]).join(',') });
  const remind = board.all.missing + board.all.pending;
  const none = board.many && rows.length === 0;

  useEffect(() => {
    const timer = setTimeout(() => q !== (query.q ?? '') && change({ q: q || null }), 400);
    return () => clearTimeout(timer);
  }, [q]);
  useEffect(() => {
    const onKey = (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => { if (query.remind) setReminding(new Set(query.remind.split(','))); }, [query.remind]);

  const pick = (name, words, values, wordsOf, all) => html`<label class="pick"><span>${words}</span><select class="field" value=${query[name] ?? (all ? '' : values[0])} onChange=${(event) => change({ [name]: event.target.value || null })}>
    ${all && html`<option value="">${all}</option>`}${values.map((one) => html`<option value=${one} selected=${(query[name] ?? (all ? '' : values[0])) === one}>${wordsOf(one)}</option>`)}</select></label>`;
  return html`<div class="head-row"><h1>${say(`${year}年度报告报送`, `Filing of ${year}`)}</h1><span class="grow"></span>
      ${may('office', 'admin') && html`<button type="button" class="button" aria-expanded=${dating} onClick=${() => setDating(!dating)}>${say('报送期限', 'Due dates')}</button>`}
      ${mayOpen('keys', session().caller) && html`<a class="button" href=${link('/keys', { region, make: 'yes' })}>${say('发放密钥', 'Hand out keys')}</a>`}
      ${isOver(year) && html`<button type="button" class="button main" onClick=${() => setReminding(reminding ? null : 'all')}>${say(`催报名单（${remind}家）`, `To be reminded (${remind})`)}</button>`}</div>
    <${Sentence} board=${board} counts=${counts} region=${region} year=${year} />
    ${dating && html`<${DueDates} region=${region} year=${year} calendar=${board.calendar} close=${() => setDating(false)} done=${board.again} />`}
    ${reminding && html`<${Reminders} region=${region} year=${year} only=${reminding === 'all' ? null : reminding} close=${() => { setReminding(null); change({ remind: null }); }}
      files=${[{ name: 'CSV', path: '/reminders', query: { region, year, format: 'csv' }, file: `reminders-${region}-${year}.csv` }]} />`}
    ${board.many && html`<${ByRegion} board=${board} region=${region} year=${year} />`}
    ${none ? '' : html`<ul class="counts auto" aria-label=${say('按进度筛选', 'Filter by state')}>${shownStates(counts).map((state) => html`<li key=${state}><button type="button" class=${counts[state] === 0 ? 'zero' : ''} aria-pressed=${wantedStates.includes(state)} onClick=${() => toggleState(state)}>
      <b>${counts[state]}</b><span class=${`state ${tone(state)}`}><${Shape} of=${state} />${states(state)}</span></button></li>`)}</ul>`}
    ${none ? '' : html`<div class="bar-row"><label class="pick"><span>${say('查找', 'Find')}</span><input ref=${search} class="field" type="search" value=${q} onInput=${(event) => setQ(event.target.value)} aria-keyshortcuts="/" title=${say('机关名称或代码；按 / 到这里', 'name or code; press / to come here')} /></label>
      ${pick('kind', say('类型', 'Kind'), kindsHere, kinds, say('全部', 'all'))}${pick('problems', say('问题', 'Findings'), PROBLEMS, problemWords, say('全部', 'all'))}${pick('sort', say('排序', 'Order'), ORDERS, orderWords)}
      <span class="grow"></span>
      ${isStale && html`<button type="button" class="button small" onClick=${() => { order.current = null; setMoved((n) => n + 1); }}>${say('有更新，重新排序', 'Updated: sort anew')}</button>`}
      <span class="note">${isFiltered ? say(`${rows.length}家中的${inView.length}家`, `${inView.length} of ${rows.length}`) : say(`${rows.length}家`, several(rows.length, 'organ'))}</span>
      <span class="seg"><button type="button" aria-pressed=${!tiles} onClick=${() => change({ view: null })}>${say('列表', 'List')}</button><button type="button" aria-pressed=${tiles} onClick=${() => change({ view: 'tiles' })}>${say('方格', 'Tiles')}</button></span></div>`}
    <${Batch} rows=${chosenRows} setChosen=${setChosen} year=${year} onDone=${board.again} onRemind=${(organs) => { setReminding(organs); scrollTo(0, 0); }} />
    ${none ? '' : inView.length === 0 ? html`<${Empty} title=${rows.length ? say('没有符合的机关', 'No organ matches') : say(`${year}年度没有应报的机关`, `No organ is expected to file for ${year}`)}
        action=${rows.length > 0 ? html`<button type="button" class="button" onClick=${clear}>${say('清除筛选', 'Clear the filters')}</button>` : mayOpen('register', session().caller) && html`<a class="button main" href=${`/register/${region}`}>${say('登记机关', 'Register organs')}</a>`}>${rows.length
        ? say(`筛选：${[...wantedStates.map(states), query.kind && kinds(query.kind), query.problems && problemWords(query.problems), q && `“${q}”`].filter(Boolean).join('、')}。`, `Filters: ${[...wantedStates.map(states), query.kind && kinds(query.kind), query.problems && problemWords(query.problems), q && `“${q}”`].filter(Boolean).join(', ')}.`)
        : say('先登记本地区的机关。', 'Register the organs of the region first.')}</${Empty}>`
      : tiles ? html`<${BoardTiles} rows=${inView} prefix=${prefix} year=${year} today=${board.today} />`
        : html`<div class="board"><${BoardTable} rows=${inView} prefix=${prefix} chosen=${chosen} setChosen=${setChosen} changed=${board.changed} today=${board.today} year=${year} onNear=${setNear} label=${say('各机关报送情况', 'Where each organ stands')} /></div>
          <p class="note wide-only">${say('键盘：', 'Keys: ')}<kbd>↑</kbd> <kbd>↓</kbd> ${say('选行', 'rows')}${say('　', ' · ')}<kbd>${say('空格', 'Space')}</kbd> ${say('勾选', 'choose')}${say('　', ' · ')}<kbd>Shift</kbd>+<kbd>↓</kbd> ${say('多选', 'choose many')}${say('　', ' · ')}<kbd>Enter</kbd> ${say('打开', 'open')}${say('　', ' · ')}<kbd>/</kbd> ${say('查找', 'find')}</p>`}
    <${Live}>${board.changed.size > 0 ? say(`${board.changed.size}家有更新`, `${several(board.changed.size, 'organ has changed', 'organs have changed')}`) : ''}</${Live}>
    ${board.problem && html`<p class="note">${say('没有取到最新的情况，稍后再取。', 'The newest state could not be fetched; it is tried again.')}</p>`}`;
}

function Sentence({ board, counts, region, year }) {
  const { coverage, all, today, calendar } = board;
  const { due, legal } = calendar.organ;
  const left = (date) => {
    const left = daysBetween(today, date);
    return left >= 0 ? say(html`还有<b>${days(left)}</b>`, html`<b>${days(left)} left</b>`) : say(html`已过<b>${days(-left)}</b>`, html`<b>${days(-left)} over</b>`);
  };
  const filed = all.onTime + all.late;
  const notFiled = all.missing + all.pending;
  return html`<div class="cover"><div><p>${say(html`报送期限<b>${day(due)}</b>，${left(due)}`, html`Due <b>${day(due)}</b>, ${left(due)}`)}${due !== legal && say(html`；法定公布期限${day(legal)}`, html`; by law ${day(legal)}`)}${say('。', '. ')}
    ${say(html`应报${coverage.expected}家，已报<b>${filed}家</b>${all.late ? `（其中迟报${all.late}家）` : ''}，未报${notFiled}家${all.missing ? html`，<b>逾期未报${all.missing}家</b>` : '，没有逾期未报的'}${all.exempt ? `；另有${all.exempt}家免报` : ''}。`,
      html`${several(coverage.expected, 'organ is expected', 'organs are expected')}, <b>${grouped(filed)} ${filed === 1 ? 'has' : 'have'} filed</b>${all.late ? ` (${all.late} of them late)` : ''}, ${grouped(notFiled)} ${notFiled === 1 ? 'has' : 'have'} not${all.missing ? html`, <b>${all.missing} overdue</b>` : ', none is overdue'}${all.exempt ? `; ${grouped(all.exempt)} more ${all.exempt === 1 ? 'is' : 'are'} exempt` : ''}.`)}</p>
    ${filed === 0 && html`<${KnownYears} region=${region} year=${year} basis="submitted" to=${(other) => `/board/${region}/${other}`} />`}
    ${counts.errors > 0 && html`<p class="note">${say(`${counts.errors}家的草稿有错误`, `${several(counts.errors, 'draft has errors', 'drafts have errors')}`)}</p>`}${coverage.expected > 0 && html`<${GovernmentLine} region=${region} year=${year} filed=${filed} />`}</div></div>`;
}

/** A province has thousands of organs: first which region, then which organ. */
function ByRegion({ board, region, year }) {
  const rows = board.coverage.rows.filter((row) => row.region !== region).map((row) => ({ ...row, key: row.region }));
  const n = (id, head) => ({ id, kind: 'number', head, sortable: true, by: (row) => row[id], plain: (row) => row[id], cell: (row) => row[id].toLocaleString('en') });
  const columns = [
    { id: 'name', kind: 'name', head: say('地区', 'Region'), sortable: true, by: (row) => row.name, plain: (row) => row.name, cell: (row) => html`<a href=${`/board/${row.region}/${year}`}>${row.name}</a>` },
    n('expected', say('应报', 'Expected')), n('notStarted', states('not-started')), n('draft', states('draft')), n('returned', states('returned')), n('submitted', states('submitted')), n('accepted', states('accepted')), n('published', states('published')), n('missing', states('missing')), n('exempt', states('exempt')),
  ];
  if (rows.length === 0) return '';
  return html`<section class="sheet"><header><h2 class="title">${say('按下级地区', 'By region')}</h2><span class="note">${say(`超过${MOST}家机关，先按地区看；下面只列本级的机关。`, `More than ${MOST} organs: by region first; below are only those of this region itself.`)}</span></header><${FigureTable} caption=${say('按下级地区', 'By region')} columns=${columns} rows=${rows} sort=${{ id: 'missing', down: true }} /></section>`;
}

function DueDates({ region, year, calendar, close, done }) {
  const [organ, setOrgan] = useState(calendar.organ.own ?? '');
  const [government, setGovernment] = useState(calendar.government.own ?? '');
  const [problem, setProblem] = useState(null);
  const send = async (event) => {
    event.preventDefault();
    try {
      await ask(`/calendars/${region}/${year}`, { method: 'PUT', body: { organ: organ || null, government: government || null } });
      close();
      done();
    } catch (refused) {
      setProblem(refused);
    }
  };
  const said = (date) => (date.source === 'law' || !date.regionName ? say(`现在按法定，${day(date.due)}`, `now as by law, ${day(date.due)}`)
    : say(`现在${day(date.due)}（${date.regionName}），法定${day(date.legal)}`, `now ${day(date.due)} (${date.regionName}), by law ${day(date.legal)}`));
  return html`<form class="sheet side-sheet" data-panel onSubmit=${send}><header><h2 class="title">${say('本地区的报送期限', 'Due dates of the region')}</h2><span class="note">${say('只能早于或等于上级和法定的期限；留空就按它们。', 'No later than those of the law and of regions above; empty: theirs.')}</span></header>
    <div class="two"><label class="labelled">${say('各机关的报告', 'Reports of organs')}<input class="field" type="date" value=${organ} onInput=${(event) => setOrgan(event.target.value)} /><span class="note">${said(calendar.organ)}</span></label>
      <label class="labelled">${say('本级政府的报告', 'Reports of governments')}<input class="field" type="date" value=${government} onInput=${(event) => setGovernment(event.target.value)} /><span class="note">${said(calendar.government)}</span></label></div>
    ${problem && html`<${Refused} problem=${problem} focus=${true} title=${say('没有改期限', 'The dates were not changed')} />`}
    <div class="do"><button class="button main">${say('定下期限', 'Set the dates')}</button><button type="button" class="button" data-close onClick=${close}>${say('不改', 'Leave them')}</button></div></form>`;
}
