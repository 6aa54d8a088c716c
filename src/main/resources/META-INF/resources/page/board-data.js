/**
 * What the board shows, read from the service and kept fresh by the feed of changes.
 * exports:
 *   useBoard(region, year)   {rows, today, coverage, calendar, problem, waiting, slow, changed (organs just changed), at, again()}
 *   MOST                     more organs than that are shown by region, not one by one
 *   FRESH                    for how long what has changed is marked
 */
import { useEffect, useRef, useState } from './html.js';
import { ask, everyPage, forget } from './api.js';
import { rowsOf } from './board-rows.js';
import { useLanguage } from './words.js';

export const MOST = 1500;
export const FRESH = 10_000;
const EVERY = 10_000;
const PAGE = 1000;
const MOST_FINDINGS = 5;

async function firstPages(query, signal) {
  const items = [];
  let cursor;
  for (let i = 0; i < MOST_FINDINGS; i++) {
    const { data } = await ask('/findings', { query: { ...query, limit: PAGE, cursor }, signal });
    items.push(...data.items);
    cursor = data.next;
    if (!cursor) break;
  }
  return items;
}

async function read(region, year, signal) {
  const { data: coverage } = await ask('/coverage', { query: { region, year, by: 'region' }, signal });
  const all = coverage.rows?.find((row) => row.region === region) ?? coverage;
  const many = coverage.expected > MOST;
  const query = { region, year, limit: PAGE };
  const [standings, summaries, errors, warnings, calendar] = await Promise.all([
    everyPage('/coverage/organs', many ? { ...query, own: true } : query, { signal }),
    many ? [] : everyPage('/reports', { ...query, scope: 'organ' }, { signal }),
    many ? [] : firstPages({ region, year, severity: 'error', explained: false }, signal),
    many ? [] : firstPages({ region, year, severity: 'warning', explained: false }, signal),
    ask(`/calendars/${region}/${year}`, { signal }).then(({ data }) => data),
  ]);
  return { rows: rowsOf({ standings, summaries, findings: [...errors, ...warnings], today: coverage.today }), today: coverage.today, coverage, all, calendar, many };
}

/** Where the feed stands before anything is read: what changes meanwhile is seen twice rather than never. */
const standOf = (region, signal) => ask('/changes', { query: { region, limit: 0 }, signal }).then(({ data }) => data.newest);

export function useBoard(region, year) {
  const language = useLanguage();
  const [state, setState] = useState({ waiting: true, changed: new Set() });
  const [round, setRound] = useState(0);
  const clearing = useRef(null);
  useEffect(() => {
    const leave = new AbortController();
    const { signal } = leave;
    let timer = null;
    let position = null;
    const show = async (changed) => {
      try {
        const next = await read(region, year, signal);
        clearTimeout(clearing.current);
        setState({ ...next, region, year, changed, at: Date.now() });
        if (changed.size) clearing.current = setTimeout(() => setState((last) => ({ ...last, changed: new Set() })), FRESH);
      } catch (problem) {
        if (problem.name !== 'AbortError') setState((last) => ({ ...last, problem, waiting: false }));
      }
    };
    const look = async () => {
      try {
        if (position === null) position = await standOf(region, signal);
        else if (document.visibilityState === 'visible') {
          const { data } = await ask('/changes', { query: { region, after: position, limit: PAGE }, signal });
          position = data.next;
          const organs = new Set(data.items.filter((one) => one.year === undefined || one.year === year).map((one) => one.organ));
          if (organs.size) {
            forget('/');
            await show(organs);
          }
        }
      } catch (problem) {
        if (problem.name === 'AbortError') return;
      }
      timer = setTimeout(look, EVERY);
    };
    setState((last) => (last.rows && last.region === region && last.year === year ? last : { waiting: true, changed: new Set() }));
    const slow = setTimeout(() => setState((last) => (last.waiting ? { ...last, slow: true } : last)), 5000);
    const begin = async () => {
      const stand = await standOf(region, signal).catch(() => null);
      await show(new Set());
      position = stand;
      if (!signal.aborted) timer = setTimeout(look, EVERY);
    };
    begin();
    return () => {
      leave.abort();
      clearTimeout(timer);
      clearTimeout(slow);
      clearTimeout(clearing.current);
    };
  }, [region, year, round, language]);
  return { ...state, again: () => { forget('/'); setRound((n) => n + 1); } };
}
