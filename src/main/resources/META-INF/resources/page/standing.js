/**
 * Which region, year and basis one looks at: from the address where it says so, else the last ones, else the caller's.
 * exports:
 *   useStanding()   {region, year, basis}; standing() the same outside components
 *   lastYear()      the newest year that is over; isOver(year): reports are made when their year is over, and none is missing before
 *   FIRST_YEAR, NATION, REGIONAL (views whose address begins with region and year)
 */
import { here, useAddress } from './address.js';
import { session, useSession } from './session.js';
import { thisYear } from './words.js';

export const FIRST_YEAR = 2019;
export const NATION = '000000';
export const REGIONAL = ['overview', 'board', 'findings', 'reconciliation', 'register'];

export const lastYear = () => thisYear() - 1;
export const isOver = (year) => year <= lastYear();

let last = {};

export function standing() {
  const { view, parts, query } = here();
  const { caller, settings, signedIn } = session();
  const whose = JSON.stringify(caller);
  if (last.whose !== whose) last = { whose }; // who signs in after somebody else begins with what is theirs
  if (REGIONAL.includes(view)) {
    if (/^\d{6}(\d{3})?$/.test(parts[0] ?? '')) last.region = parts[0];
    if (/^\d{4}$/.test(parts[1] ?? '')) last.year = Number(parts[1]);
    last.basis = query.basis;
  }
  return {
    region: last.region ?? caller?.region ?? settings?.region ?? NATION,
    year: last.year ?? lastYear(),
    basis: signedIn ? (last.basis ?? 'submitted') : 'published',
  };
}

export function useStanding() {
  useAddress();
  useSession();
  return standing();
}
