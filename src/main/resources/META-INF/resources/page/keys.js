/**
 * Keys that work everywhere: / searches, g then o b f r c opens a view, ? lists them. Single letters can be switched off.
 * exports: begin() once at the start; useKeysShown() → {shown, on, show(bool), turn(on)}; goals() what g leads to
 */
import { go, link } from './address.js';
import { session } from './session.js';
import { shared } from './shared.js';
import { standing } from './standing.js';
import { mayOpen } from './views.js';

const KEPT = 'gongkai.keys';
const current = shared({ shown: false, on: true });

export function goals() {
  const { region, year } = standing();
  const all = [['o', 'overview', `/overview/${region}/${year}`], ['b', 'board', `/board/${region}/${year}`], ['f', 'findings', `/findings/${region}/${year}`],
    ['r', 'reconciliation', `/reconciliation/${region}/${year}`], ['c', 'compare', link('/compare', { region, year })]];
  return all.filter(([, view]) => mayOpen(view, session().caller));
}

/** Where somebody types, letters are letters. */
export const typing = (target) => Boolean(target?.closest?.('input, textarea, select, [contenteditable], [role="grid"]'));

export function turn(on) {
  try {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
  } catch {
    // for this page only
  }
  current.set({ ...current.get(), on });
}

export const show = (shown) => current.set({ ...current.get(), shown });

export function useKeysShown() {
  return { ...current.use(), show, turn };
}

export function begin() {
  try {
    current.set({ shown: false, on: localStorage.getItem(KEPT) !== 'off' });
  } catch {
    // as if nothing were kept
  }
  let afterG = 0;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current.get().shown) show(false);
    if (!current.get().on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const goal = Date.now() - afterG < 1500 && goals().find(([key]) => key === event.key);
    afterG = event.key === 'g' ? Date.now() : 0;
    if (goal) go(goal[2]);
    else if (event.key === '?') show(!current.get().shown);
    else if (event.key === '/') {
      const field = document.querySelector('main input[type="search"]');
      if (field) field.focus();
      else go('/search');
    } else return;
    event.preventDefault();
  });
}
