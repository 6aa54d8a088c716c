/**
 * A value that several components look at: whoever uses it is drawn anew when it is set.
 * exports: shared(initial) → {get(), set(value), use()}.
 */
import { useEffect, useState } from './html.js';

export function shared(initial) {
  let value = initial;
  const watchers = new Set();
  return {
    get: () => value,
    set(next) {
      if (next !== value) {
        value = next;
        for (const watcher of [...watchers]) watcher({});
      }
    },
    use() {
      const [, redraw] = useState(null);
      const seen = value;
      useEffect(() => {
        watchers.add(redraw);
        if (value !== seen) redraw({}); // set since it was drawn, as by what stands within it
        return () => watchers.delete(redraw);
      }, []);
      return value;
    },
  };
}
