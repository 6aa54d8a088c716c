/**
 * What places can be compared by: a number of any section, or an indicator.
 * exports:
 *   measureOf(text)     'applications.received.total' → {section, row, column}; 'publications.website.item'; 'indicators.disclosureRate'; null where it is none
 *   measureName(form, measure, channels), rowsToChoose(form, section), columnsToChoose(form, section, row)
 *   queryOf(measure)    the members of the rollup's query; pathOf(measure) its address; partOf(measure) of its contributions
 *   valuesOf(measure, data, year) → [{code, name, coverage, now, then, blank, rank, tooFew, numerator, denominator}], median
 * A place without a report has no value (undefined), one that left it blank none either (null).
 */
import { label, say, units } from './words.js';

export const SECTIONS = ['applications', 'disclosure', 'contests', 'publications', 'indicators'];
export const USUAL = { applications: 'received.total', disclosure: 'normativeDocuments.issued', contests: 'reconsideration.total', publications: 'website.item', indicators: 'disclosureRate' };
const UNITS = ['item', 'event', 'issue', 'place'];

export function measureOf(text) {
  const [section, ...rest] = String(text ?? '').split('.');
  if (!SECTIONS.includes(section) || rest.length === 0) return null;
  if (section === 'indicators') return { section, row: rest.join('.'), column: 'value' };
  if (rest.length < 2) return null;
  return { section, row: rest.slice(0, -1).join('.'), column: rest.at(-1) };
}

export const measureText = ({ section, row, column }) => (section === 'indicators' ? `${section}.${row}` : `${section}.${row}.${column}`);

export const pathOf = ({ section }) => `/rollups/${section}`;

export function queryOf({ section, row, column }) {
  if (section === 'indicators') return {};
  if (section === 'publications') return { channel: row === 'total' ? null : row };
  return { row, column };
}

/** The same for /rollups/contributions. */
export const partOf = ({ section, row, column }) => (section === 'publications' ? { channel: row === 'total' ? null : row, unit: column } : { row, column });

const sectionOf = (form, section) => form?.sections.find((one) => one.id === section);

/** Rows that have numbers, with the headings they stand under. */
export function rowsToChoose(form, section) {
  return (sectionOf(form, section)?.rows ?? []).filter((row) => row.role !== 'heading').map((row) => ({ id: row.id, name: label(row.label), columns: row.columns }));
}

export function columnsToChoose(form, section, row) {
  const found = sectionOf(form, section);
  const own = found?.rows.find((one) => one.id === row)?.columns ?? [];
  return (found?.columns ?? []).filter((column) => own.length === 0 || own.includes(column.id))
    .map((column) => ({ id: column.id, name: label(column.label), unit: column.unit }));
}

export function measureName(form, { section, row, column }, { channels = [], definitions = [] } = {}) {
  if (section === 'indicators') return definitions.find((one) => one.indicator === row)?.label ?? row;
  if (section === 'publications') {
    const channel = label(channels.find((one) => one.id === row)?.label) || row;
    return say(`${channel}（${units(column)}）`, `${channel} (${units(column)})`);
  }
  const found = sectionOf(form, section)?.rows.find((one) => one.id === row);
  const columns = columnsToChoose(form, section, row);
  const of = columns.find((one) => one.id === column)?.name ?? column;
  const name = (label(found?.label) || row).replace(/^([一二三四]、|（[一二三四五六七]）|\(?\d+[.)]\s*)/, '');
  return columns.length > 1 && column !== 'total' ? say(`${name}，${of}`, `${name}, ${of.toLowerCase()}`) : name;
}

const previous = (column) => `previous${column[0].toUpperCase()}${column.slice(1)}`;

export function valuesOf(measure, data, year) {
  const { section, row, column } = measure;
  const key = { publications: (one) => one.channel === row && one.unit === column, indicators: (one) => one.indicator === row }[section] ?? ((one) => one.row === row);
  const member = { publications: 'count', indicators: 'value' }[section] ?? column;
  const found = new Map(data.rows.filter((one) => one.year === year && key(one)).map((one) => [one.code, one]));
  const places = data.places.filter((place) => place.year === year);
  const rows = places.map(({ code, name, coverage }) => {
    const one = found.get(code);
    return {
      key: code, code, name, coverage, now: coverage.reported > 0 ? (one?.[member] ?? null) : undefined, then: one?.[previous(member)] ?? null, blank: one?.blank ?? 0,
      rank: one?.rank ?? null, ranked: one?.ranked ?? 0, tooFew: one?.tooFewToRank === true, numerator: one?.numerator, denominator: one?.denominator,
    };
  });
  const median = data.rows.find((one) => one.year === year && key(one) && typeof one.median === 'number')?.median ?? null;
  return { rows, median };
}

export const channelUnits = UNITS;
