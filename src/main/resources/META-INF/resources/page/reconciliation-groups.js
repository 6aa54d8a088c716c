/**
 * What differs between a government's report and its organs, each cause with what follows from it.
 * exports: groupsOf(answer) → {causes: [{cell, effects}], loose}   loose: effects none of whose causes is listed
 */
export function groupsOf({ cells, effects }) {
  const causes = cells.filter((cell) => cell.kind === 'cause').map((cell) => ({ cell, effects: [] }));
  const of = new Map(causes.map((cause) => [cause.cell.path, cause]));
  const loose = [];
  for (const effect of effects) {
    // An effect of several causes stands under each: without any of them it would not be what it is.
    const found = (effect.causedBy ?? []).map((path) => of.get(path)).filter(Boolean);
    if (found.length === 0) loose.push(effect);
    for (const cause of found) cause.effects.push(effect);
  }
  return { causes: [...causes.filter((one) => one.effects.length > 0), ...causes.filter((one) => one.effects.length === 0)], loose };
}
