/**
 * A list that comes in pages, of which one takes as many as one wants.
 * exports: usePages(path, query) → {data (of the first page), items, next, more(), report, problem, waiting, slow, again()}
 */
import { useEffect, useState } from './html.js';
import { ask, place, useAnswer } from './api.js';

export function usePages(path, query) {
  const first = useAnswer(path, { limit: 200, ...query });
  const [rest, setRest] = useState({ items: [], next: undefined });
  const [problem, setProblem] = useState(null);
  const name = path === null ? '' : place(path, query);
  useEffect(() => {
    setRest({ items: [], next: undefined });
    setProblem(null);
  }, [name, first.data]);
  const next = rest.next === undefined ? first.data?.next : rest.next;
  const more = () => ask(path, { query: { limit: 200, ...query, cursor: next } })
    .then(({ data }) => setRest((before) => ({ items: [...before.items, ...data.items], next: data.next ?? null })))
    .catch(setProblem);
  const items = [...(first.data?.items ?? []), ...rest.items].map((item) => ({ key: item.code, ...item }));
  return { ...first, problem: first.problem ?? problem, items, next, more, report: items.find((item) => item.report)?.report };
}
