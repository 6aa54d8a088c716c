/**
 * What two windows have made of one draft, cell by cell, held against what both began with.
 * exports:
 *   merge(base, mine, theirs)  {merged, mineOnly, theirsOnly, both}: lists of places; both: changed here and there, and not alike.
 *       merged has what only one side changed; of `both` it has mine until somebody chooses
 *   choose(merged, theirs, places)  merged, with theirs at these places
 */
import { same } from './stated.js';

export function merge(base, mine, theirs) {
  const merged = { ...base };
  const mineOnly = [];
  const theirsOnly = [];
  const both = [];
  for (const place of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const here = !same(base[place], mine[place]);
    const there = !same(base[place], theirs[place]);
    if (here && there && !same(mine[place], theirs[place])) both.push(place);
    else if (here && !there) mineOnly.push(place);
    else if (there && !here) theirsOnly.push(place);
    put(merged, place, here ? mine[place] : theirs[place]);
  }
  return { merged, mineOnly, theirsOnly, both };
}

export function choose(merged, theirs, places) {
  const chosen = { ...merged };
  for (const place of places) put(chosen, place, theirs[place]);
  return chosen;
}

function put(places, place, value) {
  if (value === null || value === undefined) delete places[place];
  else places[place] = value;
}
