/**
 * A table of the form to type in: one stop for Tab, everything else by keys as in a spreadsheet.
 * exports:
 *   FilingTable({grid, layout, totals, remarks, hits, returned, wanted, onPick, readOnly})
 *     totals: of computed-totals.js; remarks: place → remarks whose number stands there; hits: place → gravest severity of those that
 *     are about it; returned: place → reasons of a return that point there; wanted: a ref, whether the tables have the focus
 *   gridEvents(grid, {onLeave, onPasted, isEditable, wanted})   handlers for the element around all tables
 */
import { html, useLayoutEffect, useRef } from './html.js';
import { Cell, number } from './cell.js';
import { longestOf } from './form-layout.js';
import { FormTable } from './form-paper.js';
import { gridKey } from './grid-keys.js';
import { Pin, remarkId } from './remarks.js';
import { BackPin } from './returned.js';
import { meaning, numberOf, typedText } from './stated.js';
import { say } from './words.js';

const PHONE = globalThis.matchMedia?.('(max-width: 40rem)');

/** The field of the cell with the cursor. Its content is marked, so that typing replaces it, whatever the input method. */
function Field({ grid, place, wanted }) {
  const field = useRef(null);
  const { editing } = grid;
  const text = editing ? editing.text : typedText(grid.valueOf(place.path));
  useLayoutEffect(() => {
    if (wanted.current) field.current.focus({ preventScroll: false });
  }, [place.path]);
  useLayoutEffect(() => {
    if (!editing && document.activeElement === field.current) field.current.select();
    if (editing && !editing.replace && document.activeElement === field.current && field.current.selectionEnd - field.current.selectionStart === text.length) {
      field.current.setSelectionRange(text.length, text.length);
    }
  });
  const onInput = (event) => (grid.editing ? grid.type(event.target.value) : grid.begin(event.target.value));
  // Where nothing is being edited, all of it stays marked: what is typed replaces it.
  const onSelect = ({ target }) => {
    if (!grid.editing && target.selectionEnd - target.selectionStart < target.value.length) target.select();
  };
  return html`<input ref=${field} class=${`typed ${editing ? 'editing' : ''}`} value=${text} onInput=${onInput} autocomplete="off" spellcheck=${false} enterkeyhint="next" inputmode=${PHONE?.matches ? 'decimal' : undefined}
    aria-label=${`${place.rowLabel} ${place.columnLabel}`} onSelect=${onSelect}
    onFocus=${(event) => { wanted.current = true; event.target.select(); }} />`;
}

function Shown({ value, bold }) {
  const kind = meaning(value);
  if (kind === 'blank') return html`<span class="empty">${say('未填', 'blank')}</span>`;
  if (kind === 'remarked') return html`${number(numberOf(value) ?? 0)}<span class="note">（${value.remark}）</span>`;
  return bold && kind === 'number' ? html`<b><${Cell} value=${value} /></b>` : html`<${Cell} value=${value} />`;
}

/** The computed total: in a dashed box until it is taken, beside a number that differs from it. */
function ghostOf(place, value, totals) {
  const computed = place.total ? totals.get(place.path) : null;
  if (!computed || computed.value === null) return { ghost: null, differs: false };
  const stated = numberOf(value);
  if (meaning(value) === 'blank') return { ghost: computed, differs: false };
  return stated !== null && stated !== computed.value && computed.blanks === 0 ? { ghost: computed, differs: true } : { ghost: null, differs: false };
}

export function FilingTable({ grid, layout, totals, remarks, hits, returned, wanted, onPick, readOnly }) {
  const selected = new Set(readOnly ? [] : grid.selected());
  const cell = (place) => {
    const value = grid.valueOf(place.path);
    const here = !readOnly && place.path === grid.cursor;
    const { ghost, differs } = ghostOf(place, value, totals);
    const pinned = remarks.get(place.path) ?? [];
    const touched = hits.get(place.path);
    const back = returned?.get(place.path) ?? [];
    const worst = differs || touched === 'error';
    const classes = ['cell', here && 'here', selected.size > 1 && selected.has(place.path) && 'marked', grid.fresh.has(place.path) && 'pasted',
      differs || (pinned.some((one) => one.severity === 'error')) ? 'hit' : touched === 'error' ? 'side' : touched === 'warning' || back.length ? 'eye' : ''].filter(Boolean).join(' ');
    const shownGhost = ghost && html`<i class="ghost" title=${say('算得的数', 'computed')}>${number(ghost.value)}</i>`;
    return html`<td key=${place.path} class=${classes} role="gridcell" id=${`cell-${place.path}`} data-path=${place.path} data-label=${layout.bare ? `${place.rowLabel} ${place.columnLabel}` : place.columnLabel} colspan=${place.to - place.from}
        aria-selected=${selected.has(place.path)} aria-invalid=${worst ? 'true' : undefined} aria-readonly=${readOnly ? 'true' : undefined}
        aria-describedby=${pinned.length ? pinned.map(remarkId).join(' ') : undefined}>
      ${pinned.slice(0, 1).map((remark) => html`<${Pin} remark=${remark} onPick=${onPick} />`)}
      <${BackPin} reasons=${back} second=${pinned.length > 0} />
      ${here
        ? html`${shownGhost && html`<span class="beside">${shownGhost}</span>`}<button type="button" class="na-key" tabindex="-1" aria-label=${say('不适用', 'not applicable')} onClick=${() => grid.set(place.path, 'n/a')}>/</button><${Field} grid=${grid} place=${place} wanted=${wanted} />`
        : html`<span>${shownGhost}${!(ghost && meaning(value) === 'blank') && html`<${Shown} value=${value} bold=${place.total} />`}</span>`}
    </td>`;
  };
  const longest = longestOf([...layout.cells.values()].flatMap((place) => [grid.valueOf(place.path), place.total ? totals.get(place.path)?.value : null]));
  return html`<${FormTable} layout=${layout} cell=${cell} role="grid" longest=${longest} />`;
}

export function gridEvents(grid, { onLeave, onPasted, isEditable, wanted }) {
  const pathAt = (event) => event.target.closest?.('td[data-path]')?.dataset.path;
  const inCaret = () => grid.editing && !grid.editing.replace;
  const handlers = {
    onKeyDown(event) {
      // Texts and channels stand around the same tables, and their keys are theirs.
      if (!isEditable() || !pathAt(event) || event.target.closest('a, button')) return;
      if (event.key === 'Escape' && !grid.editing) return void onLeave();
      // Letters and digits come by the field, as an input method makes them.
      if ([...event.key].length === 1 && !event.ctrlKey && !event.metaKey) return;
      if (event.key === 'Backspace' && !grid.editing) return;
      if (gridKey(grid, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    onMouseDown(event) {
      const path = pathAt(event);
      if (!path || event.button !== 0 || event.target.closest('a, button')) return;
      if (path === grid.cursor && inCaret()) return;
      event.preventDefault();
      wanted.current = true;
      if (path === grid.cursor && !event.shiftKey) event.currentTarget.querySelector('.here input')?.select();
      else grid.goTo(path, event.shiftKey);
    },
    onMouseOver(event) {
      const path = pathAt(event);
      if (path && event.buttons === 1 && path !== grid.cursor) grid.goTo(path, true);
    },
    onFocusOut(event) {
      if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) {
        wanted.current = false;
        grid.commit();
      }
    },
    onDblClick(event) {
      if (pathAt(event) && isEditable()) grid.begin();
    },
    onCopy(event) {
      if (inCaret() || !pathAt(event)) return;
      const { text, html: table } = grid.copy();
      event.clipboardData.setData('text/plain', text);
      event.clipboardData.setData('text/html', table);
      event.preventDefault();
    },
    onCut(event) {
      if (inCaret() || !isEditable() || !pathAt(event)) return;
      handlers.onCopy(event);
      grid.clear();
    },
    onPaste(event) {
      if (!isEditable() || !pathAt(event)) return;
      const clipboard = { html: event.clipboardData.getData('text/html'), text: event.clipboardData.getData('text/plain') };
      if (inCaret() && !/[\t\n]/.test(clipboard.text.trim())) return;
      event.preventDefault();
      onPasted(grid.paste(clipboard));
    },
  };
  return handlers;
}
