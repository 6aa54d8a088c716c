/**
 * What opens below a button: Esc closes it, and the focus is never lost with what vanishes.
 * A panel is marked by data-panel, the button that puts it away without doing anything by data-close.
 * exports: begin()   once, at the start
 */

const REACHED = 'button, a[href], input, select, textarea, [tabindex="0"]';

let opener = null; // the last thing that was pressed outside a panel
const typed = new WeakSet(); // panels that were typed into

const nameOf = (element) => element.getAttribute('aria-label') ?? element.textContent.trim();
const isLost = () => !document.activeElement || document.activeElement === document.body;
const soon = (what) => requestAnimationFrame(() => requestAnimationFrame(what));

/** What surrounds it, from the nearest on, up to the part of the page that it stands in. */
function around(element) {
  const all = [];
  for (let one = element.parentElement; one && !one.matches('main, .bench, header, body'); one = one.parentElement) all.push(one);
  return all;
}

function onClick(event) {
  const pressed = event.target.closest?.('button, a, summary');
  if (!pressed) return;
  const isAway = pressed.matches('[data-close]');
  if (!pressed.closest('[data-panel]')) opener = { element: pressed, name: nameOf(pressed), places: around(pressed) };
  const places = around(pressed);
  soon(() => {
    if (!isLost()) return;
    if (isAway && opener) back();
    else if (!pressed.isConnected) first(places)?.focus();
  });
}

/** To the button that opened it, or the one that was drawn in its place. */
function back() {
  const { element, name, places } = opener;
  if (element.isConnected) return void element.focus();
  const near = places.find((one) => one.isConnected);
  const same = [...(near?.querySelectorAll(REACHED) ?? [])].find((one) => nameOf(one) === name);
  (same ?? first(places))?.focus();
}

/** What was asked is answered by the button that does nothing, where there is one: Enter twice must not do harm. */
function first(places) {
  const near = places.find((one) => one.isConnected && one.querySelector(REACHED));
  return near?.querySelector('[data-close]') ?? near?.querySelector(REACHED);
}

function onKeyDown(event) {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  const { target } = event;
  if (target.closest?.('[role="grid"], details[open]')) return; // they have an Esc of their own
  const panel = target.closest?.('[data-panel]') ?? [...document.querySelectorAll('[data-panel]')].at(-1);
  // What was typed is put away by a button alone.
  if (!panel || typed.has(panel)) return;
  const away = panel.querySelector('[data-close]');
  if (!away) return;
  event.preventDefault();
  away.click();
  soon(() => {
    if (opener && !panel.isConnected && (isLost() || document.activeElement === target)) back();
  });
}

export function begin() {
  document.addEventListener('click', onClick, true);
  document.addEventListener('input', ({ target }) => target.closest?.('[data-panel]') && typed.add(target.closest('[data-panel]')));
  document.addEventListener('keydown', onKeyDown);
}
