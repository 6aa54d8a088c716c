/**
 * Whether the page is being printed: what is folded or not drawn on a screen is on paper all the same.
 * exports: usePrinting() → boolean
 */
import { useEffect, useState } from './html.js';

export function usePrinting() {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const on = () => setPrinting(true);
    const off = () => setPrinting(false);
    const media = matchMedia('print');
    const look = () => setPrinting(media.matches);
    addEventListener('beforeprint', on);
    addEventListener('afterprint', off);
    media.addEventListener('change', look);
    return () => {
      removeEventListener('beforeprint', on);
      removeEventListener('afterprint', off);
      media.removeEventListener('change', look);
    };
  }, []);
  return printing;
}
