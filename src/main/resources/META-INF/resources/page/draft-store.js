/**
 * Keeps a draft: on this computer with every change, at the service soon after. Nothing that was typed is lost when the browser
 * closes, the network drops, or two windows are open.
 * exports:
 *   openDraft({organ, year, scope, forms, ask, store, now, later})  → Draft, once it is read
 *     ask: as of api.js; store: getItem, setItem, removeItem, key, length (localStorage); later: setTimeout
 *   Draft
 *     .places  .report (as the service has it, or null)  .status 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused'
 *     .savedAt  .problem  .conflict {both, from, mine, theirs} | null  .joined (how many cells came from elsewhere)
 *     .change(places)  .saveNow()  .settle(places to take from there)  .onChange(listener)  .submit(reason)  .close()
 *
 * A save writes a revision that stays for ever, so the service is not asked at every key: PAUSE after the last one, and not more
 * often than SPACING. On this computer it is kept at once.
 */
import { shelfOf } from './kept-drafts.js';
import { findReport } from './organ-report.js';
import { choose, merge } from './three-way.js';
import { placesOf, reportOf } from './report-places.js';
import { same } from './stated.js';

export const PAUSE = 800;
export const SPACING = 10_000;
const RETRIES = [3_000, 10_000, 30_000, 60_000];
const EDITABLE = ['draft', 'returned', 'withdrawn', 'reopened'];

export const isEditable = (report) => report === null || EDITABLE.includes(report.state);

export async function openDraft(options) {
  const draft = new Draft(options);
  await draft.read();
  return draft;
}

class Draft {
  constructor({ organ, year, scope = 'organ', forms, ask, store = null, now = () => Date.now(), later = (run, pause) => setTimeout(run, pause), drop = (timer) => clearTimeout(timer), tab = String(Math.random()).slice(2) }) {
    Object.assign(this, { organ, year, scope, forms, ask, now, later, drop });
    this.shelf = shelfOf(store, [organ, year, scope], tab);
    this.listeners = new Set();
    this.report = null;
    this.etag = null;
    this.base = {};
    this.places = {};
    this.status = 'saved';
    this.savedAt = null;
    this.lastSave = -Infinity;
    this.failures = 0;
    this.timer = null;
    this.running = null;
    this.joined = 0;
    this.conflict = null;
  }

  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(status) {
    this.status = status;
    for (const listener of this.listeners) listener(this);
  }

  async read() {
    let reached = true;
    try {
      await this.fetch();
      this.places = { ...this.base };
    } catch (problem) {
      if (problem.code !== 'offline') throw problem;
      reached = false;
    }
    const kept = this.shelf.takeOthers();
    if (kept) this.resume(kept, reached);
    if (!reached && !kept) this.tell('offline');
  }

  async fetch() {
    const found = await findReport(this, { ask: this.ask });
    this.hold(found?.data ?? null, found?.etag ?? null);
  }

  hold(report, etag) {
    this.report = report;
    this.etag = etag;
    this.base = report ? placesOf(report, this.forms) : {};
    this.savedAt = report?.changedAt ?? null;
  }

  // On this computer

  keep() {
    this.shelf.keep({ base: this.base, places: this.places, at: this.now() });
  }

  resume(kept, reached) {
    if (!reached) {
      this.base = kept.base;
      this.places = kept.places;
      this.keep();
      return this.wait(0);
    }
    const { merged, mineOnly, both } = merge(kept.base, kept.places, this.base);
    if (both.length) {
      this.places = kept.places;
      return this.disagree(kept.base);
    }
    this.places = merged;
    if (mineOnly.length === 0) return undefined;
    this.keep();
    return this.wait(0);
  }

  // To the service

  change(places) {
    this.places = { ...places };
    this.keep();
    if (this.conflict) return this.disagree(this.conflict.from);
    return this.wait(PAUSE);
  }

  wait(pause) {
    this.drop(this.timer);
    const due = Math.max(this.now() + pause, this.lastSave + SPACING);
    this.timer = this.later(() => this.saveNow(), due - this.now());
    if (this.status !== 'saving' && this.status !== 'offline') this.tell('waiting');
  }

  isUnsaved() {
    return ![...new Set([...Object.keys(this.base), ...Object.keys(this.places)])].every((place) => same(this.base[place], this.places[place]));
  }

  /** One save at a time; what was typed meanwhile goes with the next. */
  async saveNow() {
    this.drop(this.timer);
    if (this.running) {
      await this.running;
      return this.isUnsaved() && this.status !== 'conflict' && this.status !== 'offline' ? this.saveNow() : undefined;
    }
    if (this.status === 'conflict') return undefined;
    if (!this.isUnsaved()) {
      this.shelf.drop();
      return this.tell('saved');
    }
    this.running = this.save().finally(() => { this.running = null; });
    return this.running;
  }

  async save() {
    this.tell('saving');
    this.lastSave = this.now();
    const sent = this.places;
    const body = reportOf(sent, this);
    try {
      const { data, etag } = this.report
        ? await this.ask(`/reports/${this.report.id}`, { method: 'PUT', body, headers: { 'If-Match': this.etag } })
        : await this.ask('/reports', { method: 'POST', query: { state: 'draft' }, body });
      this.failures = 0;
      this.report = { ...data };
      this.etag = etag;
      this.base = sent;
      this.savedAt = data.changedAt ?? new Date(this.now()).toISOString();
      if (this.isUnsaved()) {
        this.keep();
        this.tell('saved');
        return this.wait(PAUSE);
      }
      this.shelf.drop();
      return this.tell('saved');
    } catch (problem) {
      return this.failed(problem);
    }
  }

  async failed(problem) {
    this.problem = problem;
    if (problem.code === 'offline' || problem.status >= 500 || problem.status === 429) {
      const pause = problem.retryAfter ? problem.retryAfter * 1000 : RETRIES[Math.min(this.failures++, RETRIES.length - 1)];
      this.drop(this.timer);
      this.timer = this.later(() => this.saveNow(), pause);
      return this.tell('offline');
    }
    if (problem.status === 412 || problem.code === 'report-exists') return this.meet();
    return this.tell('refused');
  }

  /** Somebody else has saved: what only one side changed is joined, the rest is shown. */
  async meet() {
    const mine = { base: this.base };
    try {
      await this.fetch();
    } catch (problem) {
      return this.failed(problem);
    }
    mine.places = this.places;
    // What was typed while theirs was fetched counts, too.
    const { merged, theirsOnly, both } = merge(mine.base, mine.places, this.base);
    if (both.length) {
      this.places = mine.places;
      return this.disagree(mine.base);
    }
    this.places = merged;
    this.joined = theirsOnly.length;
    this.keep();
    this.tell('saved');
    return this.wait(0);
  }

  /** Held against what is here now: one may go on typing while both are shown. */
  disagree(from) {
    const { both } = merge(from, this.places, this.base);
    this.conflict = { both, from, mine: this.places, theirs: this.base };
    this.keep();
    return this.tell('conflict');
  }

  /** These cells are taken from there, all others are as they are here. */
  settle(places) {
    const { from, theirs } = this.conflict;
    this.conflict = null;
    this.places = choose(merge(from, this.places, theirs).merged, theirs, places);
    this.keep();
    this.tell('waiting');
    return this.saveNow();
  }

  /** With the reason of a correction, where there is one: it is kept with what is sent. */
  async submit(reason = '') {
    await this.saveNow();
    if (this.isUnsaved()) throw this.problem ?? new Error('not saved');
    if (!this.report) await this.save();
    const headers = { 'If-Match': this.etag };
    const { data, etag } = reason
      ? await this.ask(`/reports/${this.report.id}`, { method: 'PUT', query: { state: 'submitted', reason }, body: reportOf(this.places, this), headers })
      : await this.ask(`/reports/${this.report.id}/submission`, { method: 'POST', headers });
    this.report = data;
    this.etag = etag;
    this.tell('saved');
    return data;
  }

  /** The view is left: what the service does not have stays on this computer. */
  close() {
    this.drop(this.timer);
    this.listeners.clear();
    if (this.isUnsaved()) {
      this.keep();
      this.saveNow();
    }
  }
}
