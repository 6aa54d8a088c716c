/**
 * What was taken out of a sentence and what was put in.
 * exports: changesOf(from, to) → [{kind: 'same' | 'removed' | 'added', text}]
 * Two sentences with little in common are shown one after the other: scattered letters help nobody.
 */
const MOST = 600;

// A number is changed as a whole: 35 to 36 is not a 5 that became a 6.
const SIGNS = /[0-9０-９]+(?:[.,][0-9０-９]+)*|[\s\S]/gu;

export function changesOf(from = '', to = '') {
  if (from === to) return from ? [{ kind: 'same', text: from }] : [];
  const a = from.match(SIGNS) ?? [];
  const b = to.match(SIGNS) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middle = inner(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([{ kind: 'same', text: a.slice(0, start).join('') }, ...middle, { kind: 'same', text: end ? a.slice(-end).join('') : '' }]);
}

function inner(a, b) {
  const whole = [{ kind: 'removed', text: a.join('') }, { kind: 'added', text: b.join('') }];
  if (a.length === 0 || b.length === 0 || a.length > MOST || b.length > MOST) return whole;
  // Longest common subsequence, from the end.
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1] + 1
        : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  if (lengths[0] < Math.min(a.length, b.length) / 2) return whole;
  const pieces = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i++] });
      j++;
    } else if (i < a.length && (j === b.length || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
      pieces.push({ kind: 'removed', text: a[i++] });
    } else {
      pieces.push({ kind: 'added', text: b[j++] });
    }
  }
  return pieces;
}

function joined(pieces) {
  const out = [];
  for (const { kind, text } of pieces) {
    if (text === '') continue;
    if (out.at(-1)?.kind === kind) out.at(-1).text += text;
    else out.push({ kind, text });
  }
  return out;
}
