import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDraft, PAUSE, SPACING } from '../../main/resources/META-INF/resources/page/draft-store.js';
import { dropKeptDrafts, keptDrafts } from '../../main/resources/META-INF/resources/page/kept-drafts.js';
import { merge } from '../../main/resources/META-INF/resources/page/three-way.js';
import { placesOf, reportOf } from '../../main/resources/META-INF/resources/page/report-places.js';
import { form } from './forms.mjs';

const forms = { 2021: form('2021') };

/** A service that keeps one report, with ETags, and a network that can be cut. */
function service() {
  const state = { report: null, version: 0, requests: [], offline: false };
  const refuse = (status, code) => { throw Object.assign(new Error(code), { status, code }); };
  const answer = () => ({ data: { ...state.report, id: 71, state: 'draft', changedAt: `at ${state.version}` }, etag: `"${state.version}"` });
  state.ask = async (path, { method = 'GET', body, headers = {} } = {}) => {
    state.requests.push(`${method} ${path}`);
    await null;
    if (state.offline) refuse(0, 'offline');
    if (method === 'GET' && path === '/reports') return { data: { items: state.report ? [{ id: 71 }] : [] } };
    if (method === 'GET') return answer();
    if (path.endsWith('/submission')) return answer();
    if (method === 'POST' && state.report) refuse(409, 'report-exists');
    if (method === 'PUT' && headers['If-Match'] !== `"${state.version}"`) refuse(412, 'stale-etag');
    state.report = structuredClone(body);
    state.version++;
    return answer();
  };
  return state;
}

function memory() {
  const kept = new Map();
  return { get length() { return kept.size; }, key: (i) => [...kept.keys()][i], getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) };
}

/** Time that passes when it is told to. */
function clock() {
  const timers = new Map();
  let at = 0;
  let ids = 0;
  return {
    now: () => at, later: (run, pause) => { timers.set(++ids, { run, at: at + pause }); return ids; }, drop: (id) => timers.delete(id),
    async pass(pause) {
      at += pause;
      for (const [id, timer] of [...timers]) if (timer.at <= at) { timers.delete(id); await timer.run(); }
      for (let i = 0; i < 20; i++) await null;
    },
  };
}

const open = (one, time, store = memory(), tab) => openDraft({ organ: '113710020043609788', year: 2021, forms, ask: one.ask, store, now: time.now, later: time.later, drop: time.drop, tab });
const A = 'applications.received.total';
const B = 'applications.carriedOver.total';
const C = 'applications.carriedForward.total';

test('a report becomes places and the same report again', () => {
  const report = { organ: 'X', year: 2021, editions: { contests: '2021' }, publications: { total: { count: 411, unit: 'item' }, channels: [{ channel: 'website', count: 54, unit: 'item' }] },
    disclosure: { rules: { issued: 0 }, fees: { amount: 0.394 }, procurement: { amount: 3, unit: 'wanyuan' } },
    applications: { received: { total: null, naturalPerson: { value: 3, remark: '件' } }, outcomes: { total: { total: 'n/a' } } }, narrative: { overview: '文', signature: { name: '局' } } };
  const { applications, ...rest } = reportOf(placesOf(report), report);
  assert.deepEqual(rest, { ...report, applications: undefined } && (({ applications: left, ...other }) => other)(report));
  assert.deepEqual(applications, { received: { naturalPerson: { value: 3, remark: '件' } }, outcomes: { total: { total: 'n/a' } } }, 'a blank is left out, not made 0');
  const nil = placesOf({ nil: ['contests'], editions: { contests: '2021' } }, forms);
  assert.equal(Object.entries(nil).filter(([path, value]) => path.startsWith('contests.') && value === 0).length, 15);
});

test('the first change makes a draft, later ones correct it, and not at every key', async () => {
  const one = service();
  const time = clock();
  const draft = await open(one, time);
  draft.change({ [A]: 1 });
  await time.pass(PAUSE - 1);
  draft.change({ [A]: 12 });
  await time.pass(PAUSE - 1);
  assert.equal(one.report, null);
  await time.pass(1);
  assert.equal(one.report.applications.received.total, 12);
  assert.equal(draft.status, 'saved');
  draft.change({ [A]: 12, [B]: 0 });
  await time.pass(PAUSE);
  assert.equal(one.version, 1, 'not again so soon');
  await time.pass(SPACING);
  assert.equal(one.report.applications.carriedOver.total, 0);
  assert.deepEqual(one.requests, ['GET /reports', 'POST /reports', 'PUT /reports/71']);
  await draft.saveNow();
  assert.equal(one.requests.length, 3, 'what is the same is not sent');
});

test('the network drops and comes back: nothing is lost', async () => {
  const one = service();
  const time = clock();
  const store = memory();
  const draft = await open(one, time, store);
  one.offline = true;
  draft.change({ [A]: 5 });
  await time.pass(PAUSE);
  assert.equal(draft.status, 'offline');
  assert.equal(keptDrafts(store).length, 1);
  one.offline = false;
  await time.pass(SPACING);
  assert.equal(one.report.applications.received.total, 5);
  assert.equal(keptDrafts(store).length, 0, 'what the service has is not kept here');
});

test('the browser is closed before anything was sent: the next window goes on', async () => {
  const one = service();
  const time = clock();
  const store = memory();
  const first = await open(one, time, store, 'a');
  first.change({ [A]: 7 });
  time.drop(first.timer);
  const second = await open(one, time, store, 'b');
  assert.equal(second.places[A], 7);
  await time.pass(PAUSE);
  assert.equal(one.report.applications.received.total, 7);
  one.offline = true;
  second.change({ [A]: 7, [B]: 2 });
  const third = await open(one, time, store, 'c');
  assert.equal(third.places[B], 2, 'without a network, too');
  dropKeptDrafts(store);
  assert.equal(keptDrafts(store).length, 0);
});

test('two windows: what only one has changed is joined, what both have is shown and nothing is overwritten', async () => {
  const one = service();
  const time = clock();
  const seed = await open(one, time);
  seed.change({ [A]: 1, [B]: 1 });
  await seed.saveNow();
  const [left, right] = [await open(one, time), await open(one, time)];
  left.change({ ...left.places, [A]: 2 });
  await left.saveNow();
  right.change({ ...right.places, [B]: 9 });
  await right.saveNow();
  assert.deepEqual([right.places[A], right.places[B], right.joined], [2, 9, 1]);
  await time.pass(SPACING);
  assert.deepEqual([one.report.applications.received.total, one.report.applications.carriedOver.total], [2, 9]);

  left.change({ ...left.places, [A]: 3 });
  await left.saveNow();
  await time.pass(SPACING);
  right.change({ ...right.places, [A]: 4 });
  await right.saveNow();
  assert.equal(right.status, 'conflict');
  assert.deepEqual(right.conflict.both, [A]);
  assert.deepEqual([right.conflict.from[A], right.conflict.mine[A], right.conflict.theirs[A]], [2, 4, 3]);
  assert.equal(one.report.applications.received.total, 3);
  right.change({ ...right.places, [B]: 10, [C]: 1 });
  assert.deepEqual([right.status, right.conflict.both], ['conflict', [A]], 'one may go on typing');
  await right.settle([A]);
  assert.equal(right.status, 'saved');
  const { received, carriedOver, carriedForward } = one.report.applications;
  assert.deepEqual([received.total, carriedOver.total, carriedForward.total], [3, 10, 1]);
});

test('two windows begin the same report', async () => {
  const one = service();
  const time = clock();
  const [left, right] = [await open(one, time), await open(one, time)];
  left.change({ [A]: 1 });
  await left.saveNow();
  right.change({ [B]: 2 });
  await right.saveNow();
  await time.pass(SPACING);
  assert.deepEqual([one.report.applications.received.total, one.report.applications.carriedOver.total], [1, 2]);
});

test('a refusal stops and says why', async () => {
  const one = service();
  const time = clock();
  const draft = await open(one, time);
  one.ask = null;
  draft.ask = async () => { throw Object.assign(new Error('no'), { status: 422, code: 'validation-failed' }); };
  draft.change({ [A]: 1 });
  await draft.saveNow();
  assert.equal(draft.status, 'refused');
  assert.equal(draft.problem.code, 'validation-failed');
});

test('three ways: alike on both sides is no conflict, and a cell that was emptied is one change', () => {
  const { merged, mineOnly, theirsOnly, both } = merge({ a: 1, b: 1, c: 1, d: 1 }, { a: 2, b: 2, c: 1 }, { a: 2, b: 1, c: 3, d: 1 });
  assert.deepEqual(merged, { a: 2, b: 2, c: 3 });
  assert.deepEqual([mineOnly, theirsOnly, both], [['b', 'd'], ['c'], []]);
});

test('the reason of a correction goes with what is submitted', async () => {
  const at = service();
  const asked = [];
  const time = clock();
  const draft = await openDraft({ organ: 'A', year: 2021, forms, ask: (path, options) => { asked.push([path, options]); return at.ask(path, options); }, store: memory(), ...time });
  draft.change({ 'applications.received.total': 3 });
  await time.pass(SPACING);
  await draft.submit('改了总计');
  const [path, options] = asked.at(-1);
  assert.deepEqual([path, options.method, options.query, options.body.applications.received.total], ['/reports/71', 'PUT', { state: 'submitted', reason: '改了总计' }, 3]);
  await draft.submit();
  assert.equal(asked.at(-1)[0], '/reports/71/submission');
});
