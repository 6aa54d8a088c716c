/**
 * The report of an organ, a year and a scope, where there is one. It is looked for in the list, which is empty otherwise: asking for
 * what may not be there is answered 404, which every browser shows as an error.
 * exports:
 *   listOf({organ, year, scope})            {path, query} of the list that has it, or nothing
 *   findReport(key, {ask, signal})          → {data, etag}, or null
 *   useReportOf(key | null)                 {data: the report, null for none, undefined while it is asked; problem, waiting, again}
 */
import { ask as askService, useAnswer } from './api.js';

export const listOf = ({ organ, year, scope }) => ({ path: '/reports', query: { organ, year, scope: scope ?? 'organ', limit: 1 } });

export async function findReport(key, { ask = askService, signal } = {}) {
  const { path, query } = listOf(key);
  const [found] = (await ask(path, { query, signal })).data.items;
  return found ? ask(`/reports/${found.id}`, { signal }) : null;
}

export function useReportOf(key) {
  const { path, query } = key ? listOf(key) : { path: null };
  const list = useAnswer(path, query);
  const found = list.data?.items[0];
  const report = useAnswer(found ? `/reports/${found.id}` : null);
  if (!list.data || list.problem) return { ...list, data: undefined };
  return found ? report : { ...list, data: null };
}
