/**
 * What is compared, as the address says it.
 *   /compare?by=region&of=371000&year=2021&measure=applications.received.total&region=371002,371003&section=applications
 *   /compare?by=organ&of=371002&year=2021&measure=…&organ=A,B      organs of a year, their reports beside each other
 *   /compare?by=year&region=371002&year=2020,2021&section=…        years of a region
 *   /compare?organ=A&year=2020,2021                                 years of an organ
 * exports: comparing(query, standing) → {by, of, region, regions, organs, years, year, section, measure, row, basis}; MOST; toggled(list, one)
 */
export const MOST = 6;

const YEAR = /^\d{4}$/;

const listOf = (text) => [...new Set(String(text ?? '').split(',').map((one) => one.trim()).filter(Boolean))].slice(0, MOST);

export function comparing(query, standing) {
  const regions = listOf(query.region);
  const organs = listOf(query.organ);
  const years = listOf(query.year).filter((one) => YEAR.test(one)).map(Number).sort((a, b) => b - a);
  const said = ['region', 'organ', 'year'].includes(query.by) ? query.by : null;
  const by = said ?? (organs.length > 1 ? 'organ' : organs.length === 1 || years.length > 1 && regions.length < 2 ? 'year' : regions.length > 1 ? 'region' : null);
  return {
    by,
    of: query.of ?? null,
    region: query.of ?? regions[0] ?? standing.region,
    regions,
    organs,
    years,
    year: years[0] ?? standing.year,
    section: query.section ?? null,
    measure: query.measure ?? null,
    row: query.row ?? null,
    basis: query.basis ?? standing.basis,
  };
}

/** With one more, or one less; of too many nothing is dropped silently, so the list stays as it is. */
export function toggled(list, one) {
  if (list.includes(one)) return list.filter((other) => other !== one);
  return list.length < MOST ? [...list, one] : list;
}
