// The filing form while it is typed: cells by path, a cursor and a selection, what is being edited, and what can be undone.
// It knows nothing of the screen; the view draws it and passes keys on.
//   new FormGrid({layouts, places})   layouts: one of form-layout.js for each table, in order
//   .places  .cursor  .anchor  .editing {text, replace} | null  .fresh (cells that a paste or a fill has just set)
//   .valueOf(place)  .set(place, value)  .change(values, act)  .undo()  .redo()  .onChange(listener)
//   .goTo(path)  .move("up" | "down" | "left" | "right" | "next" | "previous" | "rowStart" | "rowEnd" | "top" | "bottom", extend)
//   .begin(text)  .type(text)  .commit()  .cancel()  .clear()  .selected() → paths
//   .copy() → {text, html}   .paste({html, text}) → what landBlock says   .blanks(section) → paths   .fill(paths) with 0
//   .counts(section) → {filled, of}   .marked() → {cells, numbers, sum} of what is chosen, or null
import { layoutOf } from './form-layout.js';
import { readClipboard, landBlock } from './pasted-block.js';
import { sectionOf } from './report-places.js';
import { meaning, numberOf, readTyped, same, typedText } from './stated.js';

const KEPT = 500;

export class FormGrid {
  constructor({ layouts, places = {} }) {
    this.places = { ...places };
    this.fresh = new Set();
    this.editing = null;
    this.done = [];
    this.undone = [];
    this.listeners = new Set();
    this.drawn(layouts);
    this.cursor = this.anchor = this.layouts.flatMap(l => [...l.cells.keys()])[0] ?? null;
  }

  /** Another edition of a section, or another language: the same places, drawn otherwise. */
  drawn(layouts) {
    this.layouts = layouts;
    this.layoutBy = new Map(layouts.map(layout => [layout.id, layout]));
    if (this.cursor && !this.cell(this.cursor)) this.cursor = this.anchor = [...(this.layoutBy.get(sectionOf(this.cursor))?.cells.keys() ?? [])][0] ?? null;
  }

  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(what) {
    for (const listener of this.listeners) listener(what);
  }

  valueOf(place) {
    return this.places[place] ?? null;
  }

  cell(path) {
    return path ? this.layoutBy.get(sectionOf(path))?.cells.get(path) ?? null : null;
  }

  // What changes, and back

  set(place, value, act = 'typed') {
    return this.change({ [place]: value }, act);
  }

  change(values, act) {
    const before = {}, after = {};
    for (const [place, value] of Object.entries(values)) {
      if (same(this.places[place], value)) continue;
      before[place] = this.places[place] ?? null;
      after[place] = value ?? null;
    }
    if (Object.keys(after).length === 0) return false;
    // Words are typed letter by letter: one step back takes the whole of a pause's typing.
    const last = this.done[this.done.length - 1];
    if (act === 'words' && last?.act === 'words' && this.undone.length === 0 && Object.keys(after)[0] === Object.keys(last.after)[0] && Date.now() - last.at < 1500) {
      last.after = after;
      last.at = Date.now();
    } else {
      this.done.push({ act, before, after, cursor: this.cursor, at: Date.now() });
      if (this.done.length > KEPT) this.done.shift();
    }
    this.undone = [];
    this.put(after);
    this.fresh = act === 'typed' || act === 'words' ? this.fresh : new Set(Object.keys(after));
    this.tell({ places: Object.keys(after), act });
    return true;
  }

  undo() {
    return this.step(this.done, this.undone, 'before');
  }

  redo() {
    return this.step(this.undone, this.done, 'after');
  }

  step(from, to, side) {
    const entry = from.pop();
    if (!entry) return null;
    to.push(entry);
    this.editing = null;
    this.put(entry[side]);
    this.fresh = new Set();
    if (this.cell(entry.cursor)) this.cursor = this.anchor = entry.cursor;
    this.tell({ places: Object.keys(entry[side]), act: side === 'before' ? 'undo' : 'redo' });
    return entry;
  }

  put(values) {
    for (const [place, value] of Object.entries(values)) {
      if (value === null) delete this.places[place];
      else this.places[place] = value;
    }
  }

  /** What came from elsewhere (the service, another window): not the writer's own act, so it cannot be undone. */
  take(places) {
    this.places = { ...places };
    this.done = [];
    this.undone = [];
    this.fresh = new Set();
    this.tell({ places: Object.keys(places), act: 'taken' });
  }

  keep() {
    this.fresh = new Set();
    this.tell({ places: [], act: 'kept' });
  }

  // Where the cursor stands

  goTo(path, extend = false) {
    if (!this.cell(path)) return false;
    this.commit();
    if (path !== this.cursor) this.column = null;
    this.cursor = path;
    if (!extend) this.anchor = path;
    this.tell({ places: [], act: 'moved' });
    return true;
  }

  move(way, extend = false) {
    this.commit();
    const target = this.neighbour(way);
    if (!target) return false;
    const column = way === 'up' || way === 'down' ? this.column ?? this.cell(this.cursor).from : null;
    this.goTo(target, extend);
    this.column = column;
    return true;
  }

  neighbour(way) {
    const cell = this.cell(this.cursor);
    if (!cell) return null;
    const layout = this.layoutBy.get(sectionOf(this.cursor));
    const row = layout.lines[cell.line].cells;
    const at = row.indexOf(cell);
    switch (way) {
      case 'left': return row[at - 1]?.path ?? null;
      case 'right': return row[at + 1]?.path ?? null;
      case 'rowStart': return row[0].path;
      case 'rowEnd': return row[row.length - 1].path;
      case 'top': return [...layout.cells.keys()][0];
      case 'bottom': return [...layout.cells.keys()].pop();
      case 'next':
      case 'previous': {
        const all = this.layouts.flatMap(l => [...l.cells.keys()]);
        return all[all.indexOf(this.cursor) + (way === 'next' ? 1 : -1)] ?? null;
      }
      default: return this.upOrDown(layout, cell, way === 'up' ? -1 : 1);
    }
  }

  upOrDown(layout, cell, step) {
    const column = this.column ?? cell.from;
    for (let i = cell.line + step; i >= 0 && i < layout.lines.length; i += step) {
      const cells = layout.lines[i].cells;
      if (cells) return (cells.find(c => c.from <= column && column < c.to) ?? cells[cells.length - 1]).path;
    }
    const other = this.layouts[this.layouts.indexOf(layout) + step];
    if (!other) return null;
    const lines = other.lines.filter(line => line.cells);
    const line = step > 0 ? lines[0] : lines[lines.length - 1];
    return (line.cells.find(c => c.from <= column && column < c.to) ?? line.cells[line.cells.length - 1]).path;
  }

  selected() {
    const from = this.cell(this.anchor), to = this.cell(this.cursor);
    if (!from || !to) return [];
    if (sectionOf(this.anchor) !== sectionOf(this.cursor)) return [this.cursor];
    const [top, bottom] = [Math.min(from.line, to.line), Math.max(from.line, to.line)];
    const [left, right] = [Math.min(from.from, to.from), Math.max(from.to, to.to)];
    return [...this.layoutBy.get(sectionOf(this.cursor)).cells.values()]
      .filter(c => c.line >= top && c.line <= bottom && c.from < right && c.to > left).map(c => c.path);
  }

  // Editing one cell

  begin(text = null) {
    if (!this.cell(this.cursor)) return;
    this.editing = { text: text ?? typedText(this.valueOf(this.cursor)), replace: text !== null };
    this.tell({ places: [], act: 'editing' });
  }

  type(text) {
    if (this.editing) this.editing.text = text;
    this.tell({ places: [], act: 'editing' });
  }

  commit() {
    if (!this.editing) return false;
    const text = this.editing.text;
    this.editing = null;
    return this.set(this.cursor, readTyped(text)) || (this.tell({ places: [], act: 'moved' }), false);
  }

  cancel() {
    if (!this.editing) return false;
    this.editing = null;
    this.tell({ places: [], act: 'moved' });
    return true;
  }

  clear() {
    return this.change(Object.fromEntries(this.selected().map(path => [path, null])), 'cleared');
  }

  // Blocks

  copy() {
    const paths = new Set(this.selected());
    const layout = this.layoutBy.get(sectionOf(this.cursor));
    const rows = layout.lines.filter(line => line.cells?.some(c => paths.has(c.path))).map(line => line.cells.filter(c => paths.has(c.path)).map(c => typedText(this.valueOf(c.path))));
    const escape = words => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    return {
      text: rows.map(row => row.join('\t')).join('\n'),
      html: `<table>${rows.map(row => `<tr>${row.map(cell => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
    };
  }

  paste(clipboard) {
    this.editing = null;
    const layout = this.layoutBy.get(sectionOf(this.cursor));
    const corner = this.selected()[0] ?? this.cursor;
    const rows = readClipboard(clipboard);
    const single = rows.length === 1 && rows[0].length === 1;
    const landed = single
      ? { values: Object.fromEntries(this.selected().map(path => [path, readTyped(rows[0][0])])), rows: 1, columns: 1, by: 'place', outside: 0, words: [] }
      : landBlock(rows, layout, corner);
    landed.changed = this.change(landed.values, 'pasted');
    return landed;
  }

  blanks(section) {
    return [...this.layoutBy.get(section).cells.keys()].filter(path => meaning(this.valueOf(path)) === 'blank');
  }

  fill(paths) {
    this.change(Object.fromEntries(paths.map(path => [path, 0])), 'filled');
  }

  counts(section) {
    const of = this.layoutBy.get(section).cells.size;
    return { of, filled: of - this.blanks(section).length };
  }

  /** The sum of what is marked, as spreadsheets show it; null where a single cell is. */
  marked() {
    const paths = this.selected();
    const numbers = paths.map(path => numberOf(this.valueOf(path))).filter(n => n !== null);
    return paths.length < 2 ? null : { cells: paths.length, numbers: numbers.length, sum: numbers.reduce((a, b) => a + Math.round(b * 1e6), 0) / 1e6 };
  }
}

/** The layouts of a report's tables, each in its section's edition. */
export function layoutsFor(forms, editions, options) {
  return Object.entries(editions).map(([id, edition]) => layoutOf(forms[edition].sections.find(s => s.id === id), options));
}
