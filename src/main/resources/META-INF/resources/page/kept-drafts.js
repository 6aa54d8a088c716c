/**
 * Drafts on this computer that the service does not have yet. Storage that is full or switched off is no reason to fail.
 * exports:
 *   keptDrafts(store)  their names;  dropKeptDrafts(store)  when somebody signs out and agrees
 *   shelfOf(store, [organ, year, scope], tab)  the place of one window: {keep(draft), drop(), takeOthers()}
 *     takeOthers: what earlier windows left behind, joined, {base, places, at}; null where there is nothing
 */
import { merge } from './three-way.js';
import { readJson } from './written.js';

const PREFIX = 'gongkai.draft.';

export function keptDrafts(store) {
  const names = [];
  try {
    for (let i = 0; i < (store?.length ?? 0); i++) if (store.key(i)?.startsWith(PREFIX)) names.push(store.key(i));
  } catch {
    // switched off
  }
  return names;
}

export const dropKeptDrafts = (store) => keptDrafts(store).forEach((name) => store.removeItem(name));

export function shelfOf(store, of, tab) {
  const prefix = `${PREFIX}${of.join('.')}.`;
  const name = prefix + tab;
  const tried = (act) => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    keep: (draft) => tried(() => store?.setItem(name, JSON.stringify(draft))),
    drop: () => tried(() => store?.removeItem(name)),
    takeOthers() {
      const names = keptDrafts(store).filter((one) => one.startsWith(prefix) && one !== name);
      const found = names.map((one) => tried(() => readJson(store.getItem(one)))).filter((one) => one?.places).sort((a, b) => a.at - b.at);
      names.forEach((one) => store.removeItem(one));
      return found.length ? found.reduce((a, b) => ({ base: b.base, places: merge(b.base, b.places, a.places).merged, at: b.at })) : null;
    },
  };
}
