/**
 * Enlarged text and high contrast, kept in this browser.
 * exports: usePreferences() → {large, contrast, setLarge(on), setContrast(on)}; begin() once at the start
 */
import { shared } from './shared.js';

const KEPT = 'gongkai.preferences';
const current = shared({ large: false, contrast: false });

function apply(wanted) {
  const root = document.documentElement;
  root.toggleAttribute('data-text', false);
  if (wanted.large) root.dataset.text = 'large';
  if (wanted.contrast) root.dataset.contrast = 'high';
  else delete root.dataset.contrast;
  current.set(wanted);
}

function set(members) {
  const wanted = { ...current.get(), ...members };
  try {
    localStorage.setItem(KEPT, JSON.stringify(wanted));
  } catch {
    // for this page only
  }
  apply(wanted);
}

export function begin() {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(KEPT));
  } catch {
    // as if nothing were kept
  }
  apply({ large: false, contrast: matchMedia('(prefers-contrast: more)').matches, ...kept });
}

export function usePreferences() {
  const { large, contrast } = current.use();
  return { large, contrast, setLarge: (on) => set({ large: on }), setContrast: (on) => set({ contrast: on }) };
}
