/**
 * The sums of a region over three years, from which every table of the overview reads.
 * exports:
 *   useFigures({region, year, basis})   {answers, sections: {applications, …}, form, years, at, coverage, query}
 *   reading(sections, year)  → {at(section, row, column, ofYear) → {value, blank}, row(section, id, ofYear), coverage(section, ofYear)}
 *   SECTIONS
 * A number that the other layout does not have, and one of a year without reports, are none: `why(...)` says which.
 */
import { useAnswer } from './api.js';
import { FIRST_YEAR } from './standing.js';
import { say } from './words.js';

export const SECTIONS = ['publications', 'applications', 'disclosure', 'contests'];

const KEY = { publications: 'channel' };

export function reading(sections, year) {
  const rowsOf = (section, ofYear) => (sections[section]?.rows ?? []).filter((row) => row.year === ofYear);
  const row = (section, id, ofYear = year) => {
    const [channel, unit] = String(id).split('/');
    if (section === 'publications' && channel === 'total') {
      return (sections.publications?.totals ?? []).find((one) => one.year === ofYear && one.unit === unit);
    }
    return rowsOf(section, ofYear).find((one) => (section === 'publications'
      ? one.channel === channel && one.unit === unit
      : one[KEY[section] ?? 'row'] === id));
  };
  const coverage = (section = 'applications', ofYear = year) =>
    (sections[section]?.places ?? []).find((place) => place.year === ofYear)?.coverage;
  return {
    year,
    rowsOf,
    row,
    coverage,
    at(section, id, column, ofYear = year) {
      const found = row(section, id, ofYear);
      const value = found?.[column];
      return { value: value === undefined ? null : value, blank: found?.blank ?? 0, reports: found?.reports ?? 0 };
    },
    /** Why last year has no number here: nobody reported, or the form did not ask for it; '' where there is one. */
    why(section, id, column, ofYear = year - 1) {
      if (typeof row(section, id, ofYear)?.[column] === 'number') return '';
      const reported = coverage(section, ofYear)?.reported ?? 0;
      if (reported === 0) return say('上年无报告', 'no report');
      return section === 'disclosure' && (row(section, id, year)?.reports ?? 0) > 0 ? say('版式不同', 'other form') : '';
    },
  };
}

export function useFigures({ region, year, basis }) {
  const from = Math.max(FIRST_YEAR, year - 2);
  const query = { region, by: 'year', from, to: year, basis };
  const answers = {
    publications: useAnswer('/rollups/publications', query),
    applications: useAnswer('/rollups/applications', query),
    disclosure: useAnswer('/rollups/disclosure', query),
    contests: useAnswer('/rollups/contests', query),
  };
  const form = useAnswer('/forms/2021');
  const sections = Object.fromEntries(SECTIONS.map((section) => [section, answers[section].data]));
  const years = [];
  for (let one = from; one <= year; one++) years.push(one);
  return { answers, sections, form: form.data, years, query, ...reading(sections, year) };
}
