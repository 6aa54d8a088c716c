/**
 * The order of findings: they are numbered as the document runs, and the numbers are the same at the cell, in the margin, in the
 * list and in print. What one mistake makes is one remark: the other findings are named in it.
 * exports:
 *   inOrder(findings, {forms, editions})  [{number, finding, others, severity, place, section, cells, texts}]
 *       place: the cell or part where its number stands; cells: those of this report and year that it is about; allCells: with
 *       those of the other findings, too;
 *       texts: [{part, at, words}] the words that it is about
 *   numbersAt(remarks)    Map of place → remarks whose number stands there, gravest first
 *   gravestLast(remarks)  in the order in which marks are laid over one another
 *   rankOf(severity)      0 for the gravest
 *   mostOf(remarks, n)    the n gravest of them, in the order of the document
 *   bySection(remarks)    Map of part of the outline → remarks
 *   openOnes(remarks)     those that still want something: not explained, not waived
 *   isSettled(finding)
 */
export const OUTLINE = ['overview', 'disclosure', 'applications', 'contests', 'problems', 'otherMatters'];

const FIRST_PARTS = ['title', 'introduction', 'headings.overview', 'overview', 'proactiveDisclosure', 'disclosureOnRequest',
  'informationManagement', 'platform', 'supervision'];
const SEVERITIES = ['error', 'warning', 'info'];

export const isSettled = (finding) => Boolean(finding.explanation || finding.waiver);
export const openOnes = (remarks) => remarks.filter(({ finding, others }) => [finding, ...others].some((one) => !isSettled(one)));

export function inOrder(findings, { forms, editions }) {
  const order = documentOrder(forms, editions);
  const ruleOf = new Map(Object.values(forms).flatMap((form) => form.rules.map((rule) => [rule.id, rule])));
  const remarks = [];
  const causes = new Map();
  const ranked = findings.map((finding) => remarkOf(finding, ruleOf.get(finding.rule), order))
    .sort((a, b) => a.rank - b.rank || a.at - b.at || severity(a) - severity(b) || compare(a.finding.id, b.finding.id));
  for (const remark of ranked) {
    const cause = causeOf(remark.finding);
    const first = cause && causes.get(cause);
    if (first) {
      first.others.push(remark.finding);
      first.allCells = [...new Set([...first.allCells, ...remark.cells])];
    } else {
      if (cause) causes.set(cause, remark);
      remarks.push(remark);
    }
  }
  return remarks.map((remark, i) => ({ ...remark, number: i + 1 }));
}

export function numbersAt(remarks) {
  const places = new Map();
  for (const remark of remarks) {
    if (remark.place) places.set(remark.place, [...(places.get(remark.place) ?? []), remark].sort(graver));
  }
  return places;
}

export const rankOf = (one) => SEVERITIES.indexOf(one);
const graver = (a, b) => severity(a) - severity(b) || a.number - b.number;
export const gravestLast = (remarks) => [...remarks].sort((a, b) => graver(b, a));
export const mostOf = (remarks, n) => [...remarks].sort(graver).slice(0, n).sort((a, b) => a.number - b.number);

export function bySection(remarks) {
  const sections = new Map(OUTLINE.map((id) => [id, []]));
  for (const remark of remarks) sections.get(remark.section)?.push(remark);
  return sections;
}

function remarkOf(finding, rule, order) {
  const own = finding.cells.filter((cell) => cell.year === undefined && cell.organ === undefined);
  const cells = own.filter((cell) => !cell.path.startsWith('narrative.')).map((cell) => cell.path);
  const texts = own.filter((cell) => cell.path.startsWith('narrative.'))
    .map((cell) => ({ part: cell.path.slice('narrative.'.length), at: cell.at, words: typeof cell.stated === 'string' ? cell.stated : '' }));
  const isSum = rule?.relation === 'sum' && rule.right?.length === 1;
  const place = finding.suggestion?.cells[0]?.path ?? (texts.length ? `narrative.${texts[0].part}` : isSum ? cells.at(-1) : cells[0]) ?? null;
  return {
    finding, others: [], severity: finding.severity ?? 'info', place, section: sectionOf(place), cells, allCells: cells, texts,
    rank: placeIn(order, place), at: texts[0]?.at ?? 0,
  };
}

/** Two findings have one cause where the same correction sets both right. */
function causeOf(finding) {
  const cells = finding.severity === 'error' && finding.suggestion?.cells;
  return cells?.length ? JSON.stringify(cells.map((cell) => [cell.path, cell.stated])) : null;
}

export function sectionOf(place) {
  if (!place) return 'overview';
  const [table, part] = place.split('.');
  if (table === 'publications') return 'overview';
  if (table !== 'narrative') return table;
  if (part === 'headings') return place.split('.')[2];
  if (part === 'signature') return 'otherMatters';
  return OUTLINE.includes(part) ? part : 'overview';
}

/** Every place of the document, from top to bottom. */
function documentOrder(forms, editions) {
  const text = (parts) => parts.map((part) => `narrative.${part}`);
  const table = (id) => forms[editions[id]]?.sections.find((section) => section.id === id)?.cells.map((cell) => cell.path) ?? [];
  const places = [...text(FIRST_PARTS), 'publications'];
  for (const id of ['disclosure', 'applications', 'contests']) places.push(...text([`headings.${id}`, id]), id, ...table(id));
  places.push(...text(['headings.problems', 'problems', 'headings.otherMatters', 'otherMatters', 'signature.name', 'signature.date']));
  return new Map(places.map((place, i) => [place, i]));
}

function placeIn(order, place) {
  for (let at = place; at; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    if (order.has(at)) return order.get(at);
  }
  return -1; // about the report as a whole: before everything
}

const severity = (remark) => rankOf(remark.severity);
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
