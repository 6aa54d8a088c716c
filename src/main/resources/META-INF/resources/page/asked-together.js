/**
 * Several answers that are wanted at once.
 * exports: useTogether([{path, query, optional}] | null) → as useAnswer; data has an answer for each, null where an optional one is not there
 */
import { useEffect, useState } from './html.js';
import { ask, place } from './api.js';
import { useSession } from './session.js';
import { language } from './words.js';

export function useTogether(wanted) {
  useSession();
  const name = wanted === null ? null : `${language()} ${wanted.map((one) => place(one.path, one.query)).join(' ')}`;
  const [round, setRound] = useState(0);
  const [state, setState] = useState({});
  useEffect(() => {
    if (name === null) return undefined;
    const leave = new AbortController();
    const mine = (next) => !leave.signal.aborted && setState({ name, ...next });
    const timer = setTimeout(() => mine({ waiting: true }), 300);
    Promise.all(wanted.map(({ path, query, optional }) => ask(path, { query, signal: leave.signal }).then((answer) => answer.data, (problem) => {
      if (optional && (problem.status === 404 || problem.status === 403)) return null;
      throw problem;
    }))).then((data) => mine({ data }), (problem) => problem.name !== 'AbortError' && mine({ problem })).finally(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, [name, round]);
  return { waiting: false, again: () => setRound((n) => n + 1), ...(state.name === name ? state : {}) };
}
