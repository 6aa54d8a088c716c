/**
 * What was read in a file, as places of the form.
 * exports: readingOf(file, {forms, organ, year})  → {values, look, sure, leftOver, where(place), doubts}
 *   look: places that are only likely; doubts: 'organ' and 'year' where the file seems to be of another
 */
import { placesOf } from './report-places.js';

export function readingOf(file, { forms, organ, year }) {
  const editions = file.editions ?? file.report?.editions ?? {};
  const values = placesOf({ ...file.report, editions }, forms);
  const cells = new Map([...(file.cells ?? []), ...(file.texts ?? [])].map((one) => [one.path, one]));
  const places = Object.keys(values).filter((place) => !place.startsWith('editions.'));
  const isLikely = (place) => cells.get(place)?.certainty === 'likely';
  const { proposals = {} } = file;
  const doubts = [];
  if (proposals.organ?.length && !proposals.organ.some((one) => one.code === organ || one.organ === organ || one === organ)) doubts.push('organ');
  if (proposals.year?.length && !proposals.year.includes(year)) doubts.push('year');
  return {
    values, places, look: places.filter(isLikely), sure: places.filter((place) => !isLikely(place)), leftOver: file.leftOver ?? [],
    where: (place) => cells.get(place)?.place, doubts,
  };
}
