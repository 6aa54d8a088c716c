/**
 * Where one is: view, parts, query and fragment, all of it in the address, so that every view can be linked, sent and printed.
 * exports:
 *   here() / useAddress()  {view, parts, query, fragment, path}: /overview/371002/2021?basis=accepted#applications
 *   link(path, query, fragment)   an address; query members that are null, '' or false are left out
 *   go(address, {replace})        goes there as a link does
 *   change(query, {replace})      the same view with these members of the query changed; replace by default
 *   back()                        to the view before, or to the start where there is none
 *   followLinks()                 once: links within the page are followed without loading it anew
 *   onLeave(ask)                  a view with unsent work: ask() → false keeps one here; returns what takes it off again
 */
import { shared } from './shared.js';

function read(location) {
  const parts = location.pathname.split('/').filter(Boolean).map(decode);
  return {
    view: parts[0] ?? '',
    parts: parts.slice(1),
    query: Object.fromEntries(new URLSearchParams(location.search)),
    fragment: decode(location.hash.slice(1)),
    path: location.pathname + location.search,
  };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const start = { pathname: '/', search: '', hash: '' };
const current = shared(read(globalThis.location ?? start));
const leaving = new Set();
let steps = 0;

export const here = current.get;
export const useAddress = current.use;

export function link(path, query = {}, fragment = '') {
  const kept = Object.entries(query).filter(([, value]) => value != null && value !== '' && value !== false);
  const search = kept.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
  return path + (search ? `?${search}` : '') + (fragment ? `#${fragment}` : '');
}

export function go(address, { replace = false } = {}) {
  for (const ask of leaving) {
    if (ask(address) === false) return;
  }
  history[replace ? 'replaceState' : 'pushState']({ steps: replace ? steps : ++steps }, '', address);
  const before = current.get();
  current.set(read(location));
  if (before.view !== current.get().view || before.parts.join('/') !== current.get().parts.join('/')) {
    scrollTo(0, 0);
  }
}

export function change(query, { replace = true } = {}) {
  const { query: now, fragment } = here();
  go(link(location.pathname, { ...now, ...query }, fragment), { replace });
}

export function back() {
  if (steps > 0) history.back();
  else go('/');
}

export function onLeave(ask) {
  leaving.add(ask);
  return () => leaving.delete(ask);
}

/** Links to files, to the API and to other hosts are the browser's; so are those opened in a new window. */
function isOurs(event, anchor) {
  return anchor && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    && !anchor.target && !anchor.hasAttribute('download') && anchor.origin === location.origin
    && !/^\/(api|q|page)(\/|$)/.test(anchor.pathname);
}

export function followLinks() {
  document.addEventListener('click', (event) => {
    const anchor = event.target.closest?.('a[href]');
    if (event.defaultPrevented || !isOurs(event, anchor)) return;
    const sameView = anchor.pathname === location.pathname && anchor.search === location.search;
    if (sameView && anchor.hash) return; // the browser knows how to go to a place
    event.preventDefault();
    go(anchor.pathname + anchor.search + anchor.hash);
  });
  addEventListener('popstate', (event) => {
    steps = event.state?.steps ?? 0;
    current.set(read(location));
  });
}
