// A report as one flat list of places, and back: what is typed, compared, undone and merged are places.
//   placesOf(report, forms) → {place: value}   "applications.received.total": 3, "narrative.overview": "…", "editions.contests": "2021",
//                                              "publications.channels": […]; a blank is not in it. A nil section is written out as zeros.
//   reportOf(places, {organ, year, scope}) → the body that the service takes
//   sectionOf(place) → "disclosure" | "applications" | "contests" | "publications" | "narrative" | "editions"

import { isNumber } from './written.js';

export const TABLES = ['disclosure', 'applications', 'contests'];

export function placesOf(report, forms = {}) {
  const places = {};
  for (const table of TABLES) {
    if (report.editions?.[table]) places[`editions.${table}`] = report.editions[table];
    flatten(report[table], table, places);
  }
  for (const table of report.nil ?? []) {
    const section = forms[report.editions?.[table]]?.sections.find(s => s.id === table);
    for (const cell of section?.cells ?? []) if (!(cell.path in places)) places[cell.path] = 0;
  }
  flattenText(report.narrative, 'narrative', places);
  if (report.publications?.total) places['publications.total'] = report.publications.total;
  if (report.publications?.channels?.length) places['publications.channels'] = report.publications.channels;
  return places;
}

export function reportOf(places, { organ, year, scope }) {
  const report = { organ, year };
  if (scope) report.scope = scope;
  for (const place of Object.keys(places).sort()) {
    const value = places[place];
    if (value === null || value === undefined || value === '') continue;
    put(report, place.split('.'), value);
  }
  return report;
}

export function sectionOf(place) {
  return place.slice(0, place.indexOf('.'));
}

function flatten(node, path, places) {
  if (node === null || node === undefined) return;
  if (typeof node === 'object' && !Array.isArray(node) && !isNumber(node) && !('remark' in node)) {
    for (const [key, value] of Object.entries(node)) flatten(value, `${path}.${key}`, places);
  } else {
    places[path] = node;
  }
}

function flattenText(node, path, places) {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (value !== null && typeof value === 'object') flattenText(value, `${path}.${key}`, places);
    else if (value !== null && value !== '') places[`${path}.${key}`] = value;
  }
}

function put(node, keys, value) {
  const [key, ...rest] = keys;
  if (rest.length === 0) node[key] = value;
  else put(node[key] ??= {}, rest, value);
}
