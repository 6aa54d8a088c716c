/**
 * A chart with axes, drawn by ECharts, which is fetched when the first one comes into view. It never stands alone: the numbers are in
 * a table below it, so it is one picture to those who listen, and nothing in it wants a pointer.
 * exports: Chart({label, option(look) → an option of ECharts, height in pixels})
 *   look: {width, colors, font, size} as they are now; see chart-options.js
 */
import { html, useEffect, useRef, useState } from './html.js';
import { usePreferences } from './preferences.js';
import { language, say } from './words.js';

let library;

const fetched = () => {
  library ??= import('./lib/echarts.esm.min.js').catch((failure) => {
    library = undefined;
    throw failure;
  });
  return library;
};

const NAMES = ['ink', 'ink-2', 'line', 'line-2', 'paper', 'this', 'last', 'last-edge', 'o1', 'o2', 'o3', 'o4', 'o5', 'pattern', 'blue'];

/** The tokens of the style sheet, so that charts follow high contrast and enlarged text. */
function lookOf(box) {
  const root = getComputedStyle(document.documentElement);
  const own = getComputedStyle(box);
  return {
    width: box.clientWidth,
    colors: Object.fromEntries(NAMES.map((name) => [name, root.getPropertyValue(`--${name}`).trim()])),
    font: own.fontFamily,
    size: Number.parseFloat(root.fontSize) * 0.8125,
  };
}

export function Chart({ label, option, height = 320 }) {
  const box = useRef(null);
  const drawn = useRef(null);
  const [seen, setSeen] = useState(false);
  const [state, setState] = useState('waiting');
  const { large, contrast } = usePreferences();
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    }, { rootMargin: '200px' });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    box.current.style.height = `${height}px`;
  }, [height]);
  useEffect(() => {
    if (!seen) return undefined;
    let left = false;
    const draw = () => {
      if (left || box.current.clientWidth === 0) return;
      drawn.current.resize({ height });
      drawn.current.setOption({ animation: false, ...option(lookOf(box.current)) }, true);
    };
    const size = new ResizeObserver(draw);
    fetched().then((echarts) => {
      if (left) return;
      drawn.current ??= echarts.init(box.current, null, { renderer: 'svg' });
      draw();
      size.observe(box.current);
      setState('drawn');
    }).catch(() => !left && setState('failed'));
    return () => {
      left = true;
      size.disconnect();
    };
  }, [seen, option, height, large, contrast, language()]);
  useEffect(() => () => drawn.current?.dispose(), []);
  return html`<figure class=${`chart ${state}`}><div ref=${box} role="img" aria-label=${label}></div>
    ${state === 'failed' && html`<figcaption class="note">${say('图没有取到；数都在下面的表里。', 'The chart was not fetched; all numbers are in the table below.')}</figcaption>`}</figure>`;
}
