/**
 * What became of the applications: two bars of one length, as the rule 一＋二＝三＋四 says.
 * exports: Balance({received, carriedOver, outcomes: [{name, value}], carriedForward}); placed(pieces, width) where labels stand
 */
import { html, useEffect, useRef, useState } from './html.js';
import { number, short } from './cell.js';
import { say } from './words.js';

const LABEL = 72;

/** Labels begin where their piece begins, pushed apart where pieces are narrow, within the width. */
export function placed(pieces, width, label = LABEL) {
  const at = pieces.map((piece) => piece.x);
  for (let i = 1; i < at.length; i++) at[i] = Math.max(at[i], at[i - 1] + label);
  let last = width - label;
  for (let i = at.length - 1; i >= 0; i--) {
    at[i] = Math.min(at[i], last);
    last = at[i] - label;
  }
  return at.map((x) => Math.max(0, x));
}

export function Balance({ received, carriedOver, outcomes, carriedForward }) {
  const box = useRef(null);
  const [width, setWidth] = useState(1100);
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => setWidth(Math.max(320, Math.round(entry.contentRect.width))));
    seen.observe(box.current);
    return () => seen.disconnect();
  }, []);
  const came = received + carriedOver;
  const done = outcomes.reduce((sum, one) => sum + one.value, 0);
  const all = Math.max(came, done + carriedForward, 1);
  const wide = (value) => (value / all) * (width - 2);
  let x = 1;
  const pieces = [...outcomes.map((one, i) => ({ ...one, look: `o${i + 1}` })), { name: say('结转下年', 'carried forward'), value: carriedForward, look: 'o7' }]
    .filter((one) => one.value > 0)
    .map((one) => {
      const piece = { ...one, x, width: wide(one.value) };
      x += piece.width;
      return piece;
    });
  const labels = placed(pieces, width, Math.min(LABEL + say(0, 36), width / Math.max(1, pieces.length)));
  const says = say(`新收${number(received)}件加上年结转${number(carriedOver)}件共${number(came)}件；办结${number(done)}件，结转下年${number(carriedForward)}件`,
    `${number(received)} received and ${number(carriedOver)} carried over make ${number(came)}; ${number(done)} concluded, ${number(carriedForward)} carried forward`);
  return html`<figure ref=${box}><svg viewBox=${`0 0 ${width} 162`} width=${width} height="162" role="img" aria-label=${says}>
    <text x="0" y="16" class="soft">${say(`本年要办 ${short(came)}件`, `To handle: ${short(came)}`)}</text>
    <rect x="1" y="26" width=${wide(received)} height="34" class="in" />
    ${wide(received) > 110 && html`<text class="on" x="12" y="48">${say('本年新收 ', 'received ')}${short(received)}</text>`}
    ${carriedOver > 0 && html`<rect x=${1 + wide(received)} y="26" width=${wide(carriedOver)} height="34" class="o7" />
      <text x=${width - 1} y="16" text-anchor="end">${say('上年结转 ', 'carried over ')}${short(carriedOver)}</text>`}
    <text x="0" y="79" class="soft">${say(`办结 ${short(done)}件，结转下年 ${short(carriedForward)}件`, `Concluded: ${short(done)}, carried forward: ${short(carriedForward)}`)}</text>
    ${pieces.map((piece, i) => html`<rect x=${piece.x} y="88" width=${piece.width} height="34" class=${piece.look} />
      ${Math.abs(labels[i] - piece.x) > 3 && html`<path class="lead" d=${`M${(piece.x + piece.width / 2).toFixed(1)} 122L${labels[i] + 4} 128`} />`}
      <text x=${labels[i]} y="140">${piece.name}</text><text x=${labels[i]} y="158" font-weight="700">${short(piece.value)}</text>`)}
  </svg></figure>`;
}
