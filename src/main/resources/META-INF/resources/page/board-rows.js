/**
 * The rows of the season board: where each organ stands, whose turn it is, and how many days are left.
 * exports:
 *   rowsOf({standings, summaries, findings, today})  one row an organ, most urgent first
 *   STATES                 the filters, in the order in which work is done
 *   countsOf(rows)         {state: n, missing: n};  shownStates(counts)  those to filter by, in the order in which a report goes
 *   filtered(rows, {states, kind, problems, q})      problems: 'errors' | 'unexplained' | 'none'
 *   sorted(rows, by)       by: 'urgent' | 'name' | 'region' | 'changed'
 *   daysBetween(from, to)  whole days between two dates
 *   actsFor(row)           what an office can do with it: ['accept', 'return', …], the next step first
 *   sharedActs(rows)       [{act, rows}] for what is chosen: each act, and the rows that it fits
 *   prefixOf(rows, region)      what the names of most of them begin with, being the name of the region: said once, above them
 *   shortName(name, prefix)     the name without it
 *   groupsOf(rows)         the three groups of tiles: {open, waiting, done}
 */
export const STATES = ['errors', 'not-started', 'draft', 'withdrawn', 'returned', 'reopened', 'submitted', 'accepted', 'published', 'exempt'];
const ALWAYS = new Set(['not-started', 'draft', 'errors', 'returned', 'submitted', 'accepted', 'published', 'missing', 'exempt']);
const DUE = new Set(['errors', 'not-started', 'draft', 'withdrawn', 'returned', 'reopened']);
const ACTS = {
  submitted: ['accept', 'return'], accepted: ['publish', 'reopen'], published: ['reopen', 'hide'], hidden: ['unhide', 'reopen'],
  errors: ['remind'], 'not-started': ['remind'], draft: ['remind'], withdrawn: ['remind'], returned: ['remind'], reopened: ['remind'],
};

export function rowsOf({ standings, summaries = [], findings = [], today }) {
  const reports = new Map(summaries.filter((one) => one.scope === 'organ').map((one) => [one.id, one]));
  const first = new Map();
  for (const one of findings) if (!first.has(one.report) || severe(one) < severe(first.get(one.report))) first.set(one.report, one);
  const rows = standings.map((standing) => rowOf(standing, reports.get(standing.report), first.get(standing.report)?.finding, today));
  return sorted(rows, 'urgent');
}

function rowOf(standing, summary, finding, today) {
  const open = standing.state === 'notStarted' ? 'not-started' : standing.state;
  const filed = open !== 'not-started';
  const exempt = standing.exempt && !filed;
  const errors = summary?.errors ?? 0;
  const state = exempt ? 'exempt' : errors > (summary?.waived ?? 0) && open === 'draft' ? 'errors' : open;
  const due = (state === 'returned' && standing.returnDue) || standing.due;
  return {
    organ: standing.organ, name: standing.name, region: standing.region, regionName: standing.regionName, kind: standing.kind,
    state, due: exempt ? undefined : due, extension: standing.extension,
    daysLeft: due && DUE.has(state) ? daysBetween(today, due) : null,
    late: standing.status === 'late', missing: standing.status === 'missing', unexpected: standing.status === 'unexpected',
    daysLate: standing.daysLate, report: standing.report, revision: summary?.revision, hidden: summary?.hidden === true,
    errors, unexplained: summary?.unexplained ?? 0, waived: summary?.waived ?? 0, finding,
    changedAt: standing.changedAt, words: `${standing.name} ${standing.organ}`.toLowerCase(),
  };
}

export function prefixOf(rows, region) {
  if (!region) return '';
  const above = region.ancestors?.at(-1);
  const candidates = [...(above && above.level !== 'nation' ? [above.name + region.name] : []), region.name];
  return candidates.find((one) => rows.filter((row) => row.name.startsWith(one)).length * 2 > rows.length) ?? '';
}

export const shortName = (name, prefix) => (prefix && name.startsWith(prefix) && name.length > prefix.length + 1 ? name.slice(prefix.length) : name);

const severe = ({ finding }) => ['error', 'warning', 'info'].indexOf(finding.severity ?? 'info');

export function sorted(rows, by) {
  const orders = {
    urgent: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || order(a.due, b.due) || order(a.region, b.region) || order(a.organ, b.organ),
    name: (a, b) => a.name.localeCompare(b.name, 'zh') || order(a.organ, b.organ),
    region: (a, b) => order(a.region, b.region) || order(a.organ, b.organ),
    changed: (a, b) => order(b.changedAt ?? '', a.changedAt ?? '') || order(a.organ, b.organ),
  };
  return [...rows].sort(orders[by] ?? orders.urgent);
}

/** Plain comparison; what has none comes last. */
function order(a, b) {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

export function countsOf(rows) {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0]));
  counts.missing = 0;
  for (const row of rows) {
    counts[row.state]++;
    if (row.missing) counts.missing++;
  }
  return counts;
}

/** States that nobody is in are left out, but for those that an office looks for. */
export const shownStates = (counts) => AS_WORK_GOES.filter((state) => ALWAYS.has(state) || counts[state] > 0);
const AS_WORK_GOES = ['not-started', 'draft', 'errors', 'withdrawn', 'returned', 'reopened', 'submitted', 'accepted', 'published', 'missing', 'exempt'];

export function filtered(rows, { states = [], kind = '', problems = '', q = '' } = {}) {
  const wanted = q.trim().toLowerCase();
  const kept = new Set(states);
  return rows.filter((row) =>
    (kept.size === 0 || kept.has(row.state) || (kept.has('missing') && row.missing))
    && (!kind || row.kind === kind)
    && (!problems || problemsOf(row) === problems)
    && (!wanted || row.words.includes(wanted)));
}

export function problemsOf(row) {
  if (row.errors > row.waived) return 'errors';
  return row.unexplained > 0 ? 'unexplained' : 'none';
}

export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export const actsFor = (row) => ACTS[row.hidden ? 'hidden' : row.state] ?? [];

export function sharedActs(rows) {
  const acts = new Map();
  for (const row of rows) for (const act of actsFor(row)) acts.set(act, [...(acts.get(act) ?? []), row]);
  return [...acts].map(([act, fit]) => ({ act, rows: fit }));
}

export function groupsOf(rows) {
  const groups = { open: [], waiting: [], done: [] };
  for (const row of rows) groups[DUE.has(row.state) ? 'open' : row.state === 'submitted' ? 'waiting' : 'done'].push(row);
  return groups;
}
