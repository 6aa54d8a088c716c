/**
 * Findings of many reports, by rule or by organ, with what is open, explained and waived.
 * exports:
 *   groupsOf(items, {by: 'rule' | 'organ', rules})  [{key, id, severity, rule, name, items, organs, open}], gravest first; by rule, those of one severity
 *   filtered(items, {settled: 'open' | 'explained' | 'waived' | 'all', severity, state, q})
 *   countsOf(items)    {reports, ofGovernments, withErrors, errors, withWarnings, warnings, open}
 *   placeOf(finding, rule, form)   what it is about: {line: label of a row or column} or {cells: labels, more}
 */
const SEVERITIES = ['error', 'warning', 'info'];
const MOST_PLACES = 2;

export function groupsOf(items, { by = 'rule', rules = new Map() } = {}) {
  const groups = new Map();
  for (const item of items) {
    const id = by === 'rule' ? item.finding.rule : item.organ;
    // Some rules are errors in one report and warnings in another.
    const key = by === 'rule' ? `${id} ${item.finding.severity}` : id;
    if (!groups.has(key)) groups.set(key, { key, id, severity: item.finding.severity, rule: rules.get(item.finding.rule), name: item.name, items: [] });
    const group = groups.get(key);
    group.items.push(item);
    if (rank(item) < SEVERITIES.indexOf(group.severity)) group.severity = item.finding.severity;
  }
  return [...groups.values()].map((group) => ({
    ...group,
    items: by === 'rule' ? group.items : [...group.items].sort((a, b) => rank(a) - rank(b)),
    organs: new Set(group.items.map((item) => item.organ)).size,
    open: group.items.filter((item) => !isSettled(item)).length,
  })).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.items.length - a.items.length || (a.id < b.id ? -1 : 1));
}

export function filtered(items, { settled = 'open', severity = '', state = '', rule = '', q = '' } = {}) {
  const wanted = q.trim().toLowerCase();
  const kept = {
    open: (item) => !isSettled(item),
    explained: (item) => Boolean(item.finding.explanation),
    waived: (item) => Boolean(item.finding.waiver),
    all: () => true,
  }[settled] ?? (() => true);
  return items.filter((item) => kept(item)
    && (!severity || item.finding.severity === severity)
    && (!state || item.state === state)
    && (!rule || item.finding.rule === rule)
    && (!wanted || `${item.name} ${item.organ} ${item.finding.rule} ${item.finding.message}`.toLowerCase().includes(wanted)));
}

export function countsOf(items) {
  const reports = (wanted) => new Set(items.filter(wanted).map((item) => item.report)).size;
  const isError = (item) => item.finding.severity === 'error';
  const isWarning = (item) => item.finding.severity === 'warning';
  const open = (item) => !isSettled(item);
  return {
    reports: reports(() => true),
    ofGovernments: reports((item) => item.scope !== 'organ'),
    withErrors: reports((item) => isError(item) && open(item)),
    errors: items.filter((item) => isError(item) && open(item)).length,
    withWarnings: reports(isWarning),
    warnings: items.filter(isWarning).length,
    open: items.filter((item) => isWarning(item) && open(item)).length,
    openOrgans: new Set(items.filter((item) => isWarning(item) && open(item)).map((item) => item.organ)).size,
  };
}

export function placeOf(finding, rule, form) {
  const [, at = ''] = finding.id.split(/:(.*)/s);
  const section = form?.sections.find((one) => at.startsWith(`${one.id}.`));
  const inner = section ? at.slice(section.id.length + 1) : '';
  const line = rule?.each === 'row' ? section?.rows.find((one) => one.id === inner) : section?.columns.find((one) => one.id === inner);
  const labels = [...new Set(finding.cells.filter((cell) => cell.year === undefined && cell.organ === undefined).map((cell) => cell.label))];
  // A column alone does not say which of its cells it is.
  if (rule?.each && line && labels.length !== 1) return { line: line.label, cells: [], more: 0 };
  return { cells: labels.slice(0, MOST_PLACES), more: Math.max(0, labels.length - MOST_PLACES) + (finding.more ?? 0) };
}

const isSettled = (item) => Boolean(item.finding.explanation || item.finding.waiver);
const rank = (item) => SEVERITIES.indexOf(item.finding.severity);
