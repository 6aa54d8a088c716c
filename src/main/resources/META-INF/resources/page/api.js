/**
 * The one place for requests. Addresses are those below /api/v1 (`/rollups/applications`), or begin with /api or /problems.
 * exports:
 *   ask(path, {query, method, body, headers, signal})  → {data, etag, status, headers}; throws a Problem
 *   Problem        an Error with status, code, title, detail, violations, findings, … as the service said; code 'offline'
 *                  (status 0) without a network; retryAfter in seconds
 *   useAnswer(path, query)   for views: {data, problem, waiting (after 300 ms), slow (after 5 s), at, again()};
 *                  path null: asks nothing. The newest answer wins; what was answered before is shown while it is asked anew.
 *   upload(path, {query, body, headers, onProgress(bytes), signal})   sends a file, told how much of it is gone → {data, status}
 *   everyPage(path, query, {signal})   all items of a list that comes in pages
 *   fetchFile(path, query)       a file, with the caller's key → {blob, name (as the service calls it, or undefined)}
 *   download(path, query, name)  the same, to the browser's downloads
 *   place(path, query)     the address as a program would use it
 */
import { useCallback, useEffect, useRef, useState } from './html.js';
import { link } from './address.js';
import { headers as credentials, identity, useSession } from './session.js';
import { language, say, useLanguage } from './words.js';
import { readJson } from './written.js';

const PATIENCE = 300;
const SLOW = 5000;
const MOST_KEPT = 200;
const OF_REPORTS = /^\/(reports|imports|organs\/[^/]+\/reports)\b/;

const kept = new Map();

export class Problem extends Error {
  constructor(members) {
    super(members.detail ?? members.title);
    Object.assign(this, members);
  }
}

export const place = (path, query) => link(/^\/(api|problems)\b/.test(path) ? path : `/api/v1${path}`, query);

function keep(name, answer) {
  kept.delete(name);
  kept.set(name, answer);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
}

const nameOf = (address) => `${identity()} ${language()} ${address}`;

async function send(address, options) {
  try {
    return await fetch(address, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw offline();
  }
}

const offline = () => new Problem({
  status: 0, code: 'offline', title: say('网络断了', 'No network'),
  detail: say('没有连上服务。', 'The service was not reached.'),
});

export async function ask(path, { query, method = 'GET', body, headers = {}, signal } = {}) {
  const address = place(path, query);
  const name = nameOf(address);
  const before = method === 'GET' ? kept.get(name) : undefined;
  const isText = typeof body === 'string' || body instanceof Blob || body instanceof FormData;
  const answer = await send(address, {
    method,
    signal,
    headers: {
      Accept: 'application/json',
      'Accept-Language': language() === 'en' ? 'en' : 'zh',
      ...credentials(),
      ...(body !== undefined && !isText ? { 'Content-Type': 'application/json' } : {}),
      ...(before?.etag && !headers['If-None-Match'] ? { 'If-None-Match': before.etag } : {}),
      ...headers,
    },
    body: body === undefined || isText ? body : JSON.stringify(body),
  });
  if (answer.status === 304 && before) return before;
  const isJson = /json/.test(answer.headers.get('Content-Type') ?? '');
  const data = answer.status === 204 ? null : isJson ? await readAnswer(answer, path) : await answer.text();
  if (!answer.ok) throw asProblem(answer, data);
  const result = { data, etag: answer.headers.get('ETag'), status: answer.status, headers: answer.headers };
  if (method === 'GET') keep(name, { ...result, at: Date.now() });
  return result;
}

/** Of reports, amounts are what was written. */
const readAnswer = async (answer, path) => (OF_REPORTS.test(path) ? readJson(await answer.text()) : answer.json());

function asProblem(answer, data) {
  const said = data && typeof data === 'object' ? data : { title: say('服务没有说明原因', 'The service gave no reason') };
  const retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
  return new Problem({ ...said, status: answer.status, retryAfter });
}

/** `fetch` does not say how much of a body is gone. */
export function upload(path, { query, body, headers = {}, onProgress, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', place(path, query));
    const all = {
      Accept: 'application/json', 'Accept-Language': language() === 'en' ? 'en' : 'zh', 'Content-Type': 'application/octet-stream',
      ...credentials(), ...headers,
    };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress?.(event.loaded);
    request.onerror = () => reject(offline());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.onload = () => {
      let data = null;
      try {
        data = JSON.parse(request.responseText);
      } catch {
        // what came instead of the service's answer says nothing
      }
      const { status } = request;
      if (status >= 200 && status < 300) resolve({ data, status });
      else reject(asProblem({ status, headers: { get: (name) => request.getResponseHeader(name) } }, data));
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** Forgets what was answered to addresses that begin so; without one, all. */
export function forget(path) {
  for (const name of [...kept.keys()]) {
    if (!path || name.includes(` ${place(path)}`)) kept.delete(name);
  }
}

export function useAnswer(path, query) {
  useSession();
  useLanguage();
  const address = path == null ? null : place(path, query);
  const name = address === null ? null : nameOf(address);
  const [round, setRound] = useState(0);
  const [state, setState] = useState({});
  const again = useCallback(() => setRound((n) => n + 1), []);
  const newest = useRef(null);
  useEffect(() => {
    newest.current = name;
    if (name === null) return undefined;
    const leave = new AbortController();
    const mine = (next) => {
      if (!leave.signal.aborted && newest.current === name) setState({ name, ...next });
    };
    const before = kept.get(name);
    if (before) mine({ data: before.data, at: before.at });
    // What is asked anew stays on the page meanwhile, and so does what was begun there.
    const wait = (next) => setState((last) => (last.name === name && last.data !== undefined ? { ...last, ...next } : { name, ...next }));
    const timers = before ? [] : [
      setTimeout(() => wait({ waiting: true }), PATIENCE),
      setTimeout(() => wait({ waiting: true, slow: true }), SLOW),
    ];
    ask(path, { query, signal: leave.signal })
      .then(({ data }) => mine({ data, at: Date.now() }))
      .catch((problem) => {
        if (problem.name === 'AbortError') return;
        // What was known stays on the page, with the sentence that it may be old.
        const known = problem.code === 'offline' ? kept.get(name) : undefined;
        mine({ problem, data: known?.data, at: known?.at });
      })
      .finally(() => timers.forEach(clearTimeout));
    return () => {
      timers.forEach(clearTimeout);
      leave.abort();
    };
  }, [name, round]);
  // What belongs to another address is never shown under this one's heading.
  const shown = state.name === name ? state : { data: name === null ? undefined : kept.get(name)?.data };
  return { again, waiting: false, slow: false, ...shown };
}

export async function everyPage(path, query = {}, { signal } = {}) {
  const items = [];
  let cursor;
  do {
    const { data } = await ask(path, { query: { limit: 200, ...query, cursor }, signal });
    items.push(...data.items);
    cursor = data.next;
  } while (cursor);
  return items;
}

export async function fetchFile(path, query) {
  const answer = await send(place(path, query), {
    headers: { 'Accept-Language': language() === 'en' ? 'en' : 'zh', ...credentials() },
  });
  if (!answer.ok) throw asProblem(answer, await answer.json().catch(() => null));
  const said = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
  return { blob: await answer.blob(), name: said && decodeURIComponent(said) };
}

export async function download(path, query, name) {
  const file = await fetchFile(path, query);
  save(file.blob, file.name ?? name);
}

/** Hands something to the browser's downloads. */
export function save(blob, name) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
}
