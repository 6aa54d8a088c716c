// The totals that follow from what is typed: offered beside a total, never put in by themselves.
//   totalsOf(rules, section, valueOf) → Map of path → {value, blanks, stated}
//     value: sum of the parts that state a number (n/a adds nothing); null where no part states one, or one is no number
//   zerosOf(blanks, sections, rules, valueOf) → those of the blank places that are 0 once all of them that no rule adds up are 0
//   equationOf(rules, section, column, valueOf) → {left, right, blanks} of "一 + 二 = 三（七） + 四" in a column, or null
import { meaning, numberOf } from './stated.js';

export function totalsOf(rules, section, valueOf) {
  const totals = new Map();
  const sums = rules.filter(rule => rule.relation === 'sum' && rule.section === section.id && rule.right?.length === 1);
  for (const each of ['column', 'row']) {
    for (const rule of sums.filter(r => r.each === each)) {
      const lines = each === 'row' ? cellRows(section, rule.rows) : section.columns.map(c => c.id);
      for (const line of lines) {
        const path = term => each === 'row' ? `${section.id}.${line}.${term}` : `${section.id}.${term}.${line}`;
        const target = path(rule.right[0]);
        if (!has(section, target)) continue;
        const parts = terms(rule.left, each === 'row' ? section.columns : section.rows).map(path).filter(p => has(section, p));
        // The corner is a sum of sums: the row gives it where it is complete.
        const sum = add(parts, valueOf);
        const other = totals.get(target);
        if (!other || other.value === null || (other.blanks > sum.blanks && sum.value !== null)) totals.set(target, sum);
      }
    }
  }
  return totals;
}

/** A total is 0 only where its parts are; else it stays blank, and its sum is offered. */
export function zerosOf(blanks, sections, rules, valueOf) {
  const open = new Set(blanks);
  const added = new Set(sections.flatMap(section => [...totalsOf(rules, section, valueOf).keys()]));
  const filled = new Map(blanks.filter(path => !added.has(path)).map(path => [path, 0]));
  const valueThen = path => filled.get(path) ?? valueOf(path);
  for (let before = -1; before < filled.size;) {
    before = filled.size;
    for (const section of sections) {
      for (const [path, sum] of totalsOf(rules, section, valueThen)) {
        if (open.has(path) && sum.value !== null && sum.blanks === 0) filled.set(path, sum.value);
      }
    }
  }
  return blanks.filter(path => filled.get(path) === 0);
}

export function equationOf(rules, section, column, valueOf) {
  const rule = rules.find(r => r.relation === 'sum' && r.section === section.id && r.each === 'column' && r.right?.length > 1);
  if (!rule) return null;
  const side = names => add(names.map(name => `${section.id}.${name}.${column}`), valueOf);
  const left = side(rule.left), right = side(rule.right);
  return { rule: rule.id, left: left.value, right: right.value, blanks: left.blanks + right.blanks };
}

function add(paths, valueOf) {
  let value = null, blanks = 0, scale = 0;
  const numbers = [];
  for (const path of paths) {
    const stated = valueOf(path);
    const kind = meaning(stated);
    if (kind === 'blank') blanks++;
    else if (kind === 'number' || (kind === 'remarked' && numberOf(stated) !== null)) numbers.push(numberOf(stated));
    else if (kind !== 'notApplicable') return { value: null, blanks, parts: paths };
  }
  // Whole millionths, so that amounts add up exactly.
  for (const number of numbers) scale += Math.round(number * 1e6);
  if (numbers.length) value = numbers.every(Number.isInteger) ? numbers.reduce((a, b) => a + b, 0) : scale / 1e6;
  return { value, blanks, parts: paths };
}

function terms(names, all) {
  return names.flatMap(name => name.endsWith('.*')
    ? all.filter(row => row.id.startsWith(name.slice(0, -1)) && (row.role ?? 'leaf') === 'leaf').map(row => row.id) : [name]);
}

function cellRows(section, only) {
  return section.rows.filter(row => row.role !== 'heading' && (!only?.length || only.includes(row.id))).map(row => row.id);
}

const known = new WeakMap();
function has(section, path) {
  if (!known.has(section)) known.set(section, new Set(section.cells.map(cell => cell.path)));
  return known.get(section).has(path);
}
