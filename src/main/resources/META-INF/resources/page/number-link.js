/**
 * Where a number of a rollup is taken apart.
 * exports: numberLink(standing, section, row, column, query); numberPath(…); partsOf('applications.received.total') → the query of /rollups/contributions
 */
import { link } from './address.js';

export const numberPath = (section, row, column) => `${section}.${row}${column ? `.${column}` : ''}`;

export function numberLink({ region, year, basis, open }, section, row, column, query = {}) {
  if (!open) return undefined;
  const path = numberPath(section, String(row).replace('/', '.'), column);
  return link(`/overview/${region}/${year}/${path}`, { basis: basis === 'submitted' ? null : basis, ...query });
}

export function partsOf(path) {
  const [section, ...rest] = path.split('.');
  if (section === 'publications') {
    const [channel, unit] = rest;
    return { section, channel: channel === 'total' ? null : channel, unit };
  }
  return { section, row: rest.slice(0, -1).join('.'), column: rest.at(-1) };
}
