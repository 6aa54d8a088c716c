/**
 * The organs of the board as rows: only those in sight are drawn, all are reached by keys.
 * exports: BoardTable({rows, prefix, chosen, setChosen, changed, today, onNear})
 *   prefix: what names begin with and the head of their column says instead
 *   onNear(true | false): pointer or focus is among the rows, so that they must not move
 */
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from './html.js';
import { go } from './address.js';
import { actsFor, problemsOf, shortName } from './board-rows.js';
import { State } from './state.js';
import { offsetsOf, shown } from './window-rows.js';
import { usePrinting } from './printing.js';
import { session } from './session.js';
import { mayOpen } from './views.js';
import { isOver } from './standing.js';
import { clock, dateOf, day, dayOf, days, kinds, language, say } from './words.js';

const LONG = 22;
const MOST_LINES = 3;
const MARGINS = 1.25;
const SIZE = 0.875;
const REM = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

const width = (name) => [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e7f ? 1 : 0.55), 0);

export const stateOfRow = (row) => (row.hidden ? 'hidden' : row.state);
export const addressOf = (row, year) => (row.report ? `/reports/${row.report}` : mayOpen('filing', session().caller) ? `/filing/${row.organ}/${year}` : `/organs/${row.organ}`);

function leftWords(row) {
  if (row.daysLeft === null) return row.late ? say(`晚${days(row.daysLate)}`, `${days(row.daysLate)} late`) : '';
  return row.daysLeft >= 0 ? days(row.daysLeft) : say(`已过${days(-row.daysLeft)}`, `${days(-row.daysLeft)} over`);
}

/** 今天08:52, 昨天16:20, otherwise the day. */
function when(iso, today) {
  if (!iso) return say('无', 'none');
  const date = dateOf(iso);
  const before = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  if (date === today) return say(`今天${clock(iso)}`, `today ${clock(iso)}`);
  return date === before ? say(`昨天${clock(iso)}`, `yesterday ${clock(iso)}`) : day(iso);
}

/** How many there are, and what the first one says. */
function problemOf(row) {
  const kind = problemsOf(row);
  const what = row.finding?.message ?? '';
  const errors = row.errors - row.waived;
  if (kind === 'errors') return { count: say(`${errors}处错误`, `${errors} ${errors === 1 ? 'error' : 'errors'}`), what };
  return kind === 'unexplained' ? { count: say(`${row.unexplained}处待说明`, `${row.unexplained} to explain`), what } : { count: '', what: '' };
}

const problemWords = (row) => Object.values(problemOf(row)).join('  ');

function next(row, year) {
  const [act] = actsFor(row);
  // Before the year is over nobody is late, and nothing is to be asked for.
  const reminds = act === 'remind' && !row.report && isOver(year);
  const words = { accept: say('审核', 'Review'), publish: say('发布', 'Publish') }[act] ?? (reminds ? say('催报', 'Remind') : act === 'remind' && row.report ? say('打开', 'Open') : say('查看', 'Open'));
  return html`<a class="act" tabindex="-1" href=${reminds ? `?remind=${row.organ}` : addressOf(row, year)} aria-label=${`${words}${say('：', ': ')}${row.name}`}>${words}</a>`;
}

function Row({ row, name, index, lines, isChosen, isFresh, isHere, today, year, acts }) {
  const classes = [['', 'tall', 'taller'][lines - 1], isFresh && 'fresh'].filter(Boolean).join(' ');
  const tone = problemsOf(row) === 'errors' ? 'bad' : '';
  const problem = problemOf(row);
  return html`<tr class=${classes} aria-rowindex=${index + 2} aria-selected=${isChosen} tabindex=${isHere ? 0 : -1} onFocus=${(event) => { if (event.target === event.currentTarget) acts.current.setActive(index); }}>
    <td><input type="checkbox" tabindex="-1" checked=${isChosen} aria-label=${say(`选${row.name}`, `Choose ${row.name}`)} onChange=${(event) => acts.current.toggle(row, event.target.checked)} /></td>
    <th scope="row" class="name"><span class="one-line name-line"><a tabindex="-1" href=${addressOf(row, year)} title=${row.name} aria-label=${name === row.name ? undefined : row.name}>${name}</a></span></th>
    <td class="then"><span class="one-line">${kinds(row.kind)}</span></td>
    <td><${State} of=${stateOfRow(row)} /></td>
    <td class="n then">${row.due ? dayOf(row.due, year + 1) : row.state === 'exempt' ? say('免报', 'exempt') : ''}</td>
    <td class=${`n ${row.daysLeft !== null && row.daysLeft < 0 ? 'bad' : ''}`}>${leftWords(row)}</td>
    <td><span class="one-line what-line">${problem.count && html`<a tabindex="-1" class=${tone} title=${problem.what} href=${`/reports/${row.report}${row.finding ? `#finding=${row.finding.id}` : ''}`}>${problem.count}</a> <span class="what">${problem.what}</span>`}</span></td>
    <td class="n then">${row.revision ? say(`第${row.revision}稿`, row.revision) : ''}</td>
    <td class="n then">${when(row.changedAt, today)}</td>
    <td class="n">${next(row, year)}</td></tr>`;
}

export function BoardTable({ rows, prefix = '', chosen, setChosen, changed, today, year, onNear, label }) {
  const body = useRef(null);
  const names = useRef(null);
  const whats = useRef(null);
  const [view, setView] = useState({ top: 0, height: 1200 });
  const all = usePrinting();
  const [fits, setFits] = useState({ name: LONG, what: LONG });
  const [active, setActive] = useState(0);
  const wanted = useRef(false);
  const anchor = useRef(0);
  const phone = useMemo(() => matchMedia('(max-width: 40rem)').matches, []);
  const rem = useMemo(REM, [all]);
  const nameOf = (row) => shortName(row.name, prefix);
  const linesOf = (row) => Math.max(width(nameOf(row)) > fits.name ? 2 : 1, Math.min(MOST_LINES, Math.ceil(width(problemWords(row)) / fits.what)));
  const offsets = useMemo(() => offsetsOf(rows.map((row) => (0.75 + 1.25 * linesOf(row)) * rem)), [rows, rem, fits, prefix]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        const top = -(body.current?.getBoundingClientRect().top ?? 0);
        setView((last) => (Math.abs(last.top - top) < 300 && last.height === innerHeight ? last : { top, height: innerHeight }));
      });
    };
    /** How many characters go into a line: asked where the width changes, not while one scrolls. */
    const measure = () => {
      const size = REM();
      const room = (head) => Math.floor(head.current.clientWidth / size / SIZE - MARGINS / SIZE);
      if (names.current?.clientWidth) setFits({ name: room(names), what: Math.max(6, room(whats) - 1) });
      look();
    };
    measure();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', measure);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', look);
      removeEventListener('resize', measure);
    };
  }, []);
  const range = all || phone ? { first: 0, end: rows.length, before: 0, after: 0 } : shown(offsets, view.top, view.height, 600);
  const here = Math.min(active, rows.length - 1);
  useLayoutEffect(() => {
    if (wanted.current) body.current?.querySelector('tr[tabindex="0"]')?.focus({ preventScroll: true });
  });
  const move = (to, extend) => {
    const target = Math.max(0, Math.min(rows.length - 1, to));
    wanted.current = true;
    setActive(target);
    if (extend) {
      const [from, end] = [Math.min(anchor.current, target), Math.max(anchor.current, target)];
      setChosen(new Set([...chosen, ...rows.slice(from, end + 1).map((row) => row.organ)]));
    } else anchor.current = target;
    const top = body.current.getBoundingClientRect().top;
    const [begins, ends] = [top + offsets[target], top + offsets[target + 1]];
    if (begins < 80) scrollBy(0, begins - 80);
    else if (ends > innerHeight - 40) scrollBy(0, ends - innerHeight + 40);
  };
  const toggle = (row, on = !chosen.has(row.organ)) => {
    const now = new Set(chosen);
    if (on) now.add(row.organ);
    else now.delete(row.organ);
    setChosen(now);
  };
  const onKeyDown = (event) => {
    if (event.target.closest('input, a') && event.key !== 'Escape' && !event.key.startsWith('Arrow')) return;
    const page = Math.max(1, Math.floor(innerHeight / (2 * rem)) - 3);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1, PageDown: here + page, PageUp: here - page }[event.key];
    if (to !== undefined) move(to, event.shiftKey);
    else if (event.key === ' ') toggle(rows[here]);
    else if (event.key === 'Enter') go(addressOf(rows[here], year));
    else if (event.key === 'Escape' && chosen.size) setChosen(new Set());
    else return;
    event.preventDefault();
  };
  // A row that is as it was is the very same element, so that nothing is compared while one scrolls or types.
  const acts = useRef({});
  acts.current = { toggle, setActive };
  const kept = useRef(new Map());
  const rowOf = (row, index) => {
    const isChosen = chosen.has(row.organ);
    const isFresh = changed.has(row.organ);
    const lines = linesOf(row);
    const sign = `${index} ${lines} ${prefix} ${isChosen} ${isFresh} ${index === here} ${language()} ${today}`;
    const before = kept.current.get(row.organ);
    if (before?.row === row && before.sign === sign) return before.element;
    const element = html`<${Row} key=${row.organ} row=${row} name=${nameOf(row)} index=${index} lines=${lines} isChosen=${isChosen} isFresh=${isFresh} isHere=${index === here} today=${today} year=${year} acts=${acts} />`;
    kept.current.set(row.organ, { row, sign, element });
    return element;
  };
  const everyone = rows.length > 0 && rows.every((row) => chosen.has(row.organ));
  const some = !everyone && rows.some((row) => chosen.has(row.organ));
  const drawn = rows.slice(range.first, range.end);
  if (here >= 0 && rows[here] && !drawn.includes(rows[here]) && wanted.current) wanted.current = false;
  return html`<table class="rows windowed" aria-rowcount=${rows.length + 1} onMouseEnter=${() => onNear(true)} onMouseLeave=${() => onNear(false)} onFocusIn=${() => onNear(true)} onFocusOut=${() => { wanted.current = false; onNear(false); }}>
    <caption class="sr">${label}</caption>
    <colgroup><col class="col-box" /><col /><col class="col-kind" /><col class="col-state" /><col class="col-due" /><col class="col-left" /><col class="col-what" /><col class="col-revision" /><col class="col-at" /><col class="col-next" /></colgroup>
    <thead><tr><th scope="col"><input type="checkbox" checked=${everyone} ref=${(box) => { if (box) box.indeterminate = some; }} aria-label=${say('全选', 'Choose all')} onChange=${() => setChosen(everyone ? new Set() : new Set(rows.map((row) => row.organ)))} /></th>
      <th scope="col" ref=${names}>${say('机关', 'Organ')}${prefix && html`<span class="note">${say(`（${prefix}……）`, ` (${prefix}…)`)}</span>`}</th><th scope="col">${say('类型', 'Kind')}</th><th scope="col">${say('进度', 'State')}</th><th scope="col" class="n">${say('期限', 'Due')}</th><th scope="col" class="n">${say('还有', 'Left')}</th>
      <th scope="col" ref=${whats}>${say('问题', 'Findings')}</th><th scope="col" class="n">${say('修订', 'Revision')}</th><th scope="col" class="n">${say('最近动作', 'Last act')}</th><th scope="col"><span class="sr">${say('下一步', 'Next')}</span></th></tr></thead>
    <tbody ref=${body} onKeyDown=${onKeyDown}>
      ${range.before > 0 && html`<tr class="spacer" aria-hidden="true" style=${{ height: `${range.before}px` }}></tr>`}
      ${drawn.map((row, i) => rowOf(row, range.first + i))}
      ${range.after > 0 && html`<tr class="spacer" aria-hidden="true" style=${{ height: `${range.after}px` }}></tr>`}
    </tbody></table>`;
}
