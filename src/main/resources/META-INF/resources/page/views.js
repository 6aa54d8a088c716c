/**
 * All views, each by the first part of its address. A view is a module, loaded when it is first wanted, whose default export draws
 * it: View({address}) → <main id="main" class="page">…</main>. What is not here is not in the navigation either.
 * exports: VIEWS {view: {load, roles (who may; anyone where it is absent), anyone (whoever is not signed in may, too)}}; has(view), mayOpen(view, caller);
 *   wantsKey(view, {caller, settings})   whether one has to sign in first
 */
export const VIEWS = {
  '': { load: () => import('./home.js') },
  overview: { load: () => import('./overview.js'), roles: ['reader', 'office', 'admin'], anyone: true },
  'sign-in': { load: () => import('./sign-in.js') },
  reports: { load: () => import('./report.js') },
  board: { load: () => import('./board.js'), roles: ['office', 'admin'] },
  findings: { load: () => import('./findings.js'), roles: ['office', 'admin'] },
  filing: { load: () => import('./filing.js'), roles: ['organ', 'office', 'admin'] },
  organs: { load: () => import('./organ.js') },
  search: { load: () => import('./search.js') },
  receipts: { load: () => import('./receipts.js'), roles: ['organ', 'office', 'admin'] },
  reconciliation: { load: () => import('./reconciliation.js'), roles: ['reader', 'office', 'admin'] },
  imports: { load: () => import('./imports.js'), roles: ['organ', 'office', 'admin'] },
  compare: { load: () => import('./compare.js') },
  rehearsals: { load: () => import('./rehearsals.js'), roles: ['office', 'admin'] },
  keys: { load: () => import('./key-list.js'), roles: ['office', 'admin'] },
  register: { load: () => import('./register.js'), roles: ['office', 'admin'] },
  audit: { load: () => import('./audit.js'), roles: ['office', 'admin'] },
  data: { load: () => import('./data.js') },
  about: { load: () => import('./about.js') },
  problems: { load: () => import('./problems.js') },
};

export const has = (view) => view in VIEWS;

/** What needs no key: signing in, what problems mean, and all of it where everybody may read. */
const WITHOUT_KEY = ['', 'sign-in', 'problems'];

export function wantsKey(view, { caller, settings }) {
  return !caller && has(view) && (!mayOpen(view, caller) || (!settings?.publicReading && !WITHOUT_KEY.includes(view)));
}

export function mayOpen(view, caller) {
  const { roles, anyone } = VIEWS[view] ?? {};
  return has(view) && (!roles || (anyone && !caller) || roles.includes(caller?.role));
}
