/**
 * Which rows of a long list are drawn, so that it scrolls alike with 60 rows and with 6,000.
 * exports:
 *   offsetsOf(heights)  where each row begins, and where the last one ends
 *   shown(offsets, top, height, margin)  {first, end, before, after}: rows first … end − 1, and the space above and below them
 */
export function offsetsOf(heights) {
  const offsets = new Float64Array(heights.length + 1);
  for (let i = 0; i < heights.length; i++) offsets[i + 1] = offsets[i] + heights[i];
  return offsets;
}

export function shown(offsets, top, height, margin = 400) {
  const count = offsets.length - 1;
  const first = Math.max(0, rowAt(offsets, top - margin));
  const end = Math.min(count, rowAt(offsets, top + height + margin) + 1);
  return { first, end: Math.max(first, end), before: offsets[first], after: offsets[count] - offsets[Math.max(first, end)] };
}

/** The last row that begins at or above this place. */
function rowAt(offsets, at) {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
