/**
 * What goes on at the service is asked for again while the window is seen, until it is over.
 * exports: useFollow(answer, running)   answer: of useAnswer or usePages
 */
import { useEffect } from './html.js';

const PAUSE = 1000;
const WITHOUT_NETWORK = 5000;

export function useFollow(answer, running) {
  useEffect(() => {
    if (!running) return undefined;
    let timer;
    const ask = () => {
      if (!document.hidden) answer.again();
    };
    const look = () => {
      clearTimeout(timer);
      ask();
    };
    timer = setTimeout(ask, answer.problem ? WITHOUT_NETWORK : PAUSE);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [running, answer.at, answer.problem]);
}
