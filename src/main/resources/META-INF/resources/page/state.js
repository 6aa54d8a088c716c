/**
 * A state is a word and a shape; the shape says nothing that the word does not.
 * exports: State({of, word, className})   of: a code of words.states; Shape({of}) the shape alone; tone(of) '' | bad | warn | good | blue
 */
import { html } from './html.js';
import { states } from './words.js';

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 };
const SHAPES = {
  'not-started': html`<circle cx="8" cy="8" r="5.75" ...${line} stroke-dasharray="2.2 2" />`,
  draft: html`<circle cx="8" cy="8" r="5.75" ...${line} /><path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor" />`,
  errors: html`<path d="M8 1.8 15 14H1z" ...${line} stroke-linejoin="round" />
    <path d="M8 6v4M8 11.4v1.4" stroke="currentColor" stroke-width="1.6" />`,
  submitted: html`<path d="M2 3.5v9l5-4.5zM8.5 3.5v9l5-4.5z" fill="currentColor" />`,
  withdrawn: html`<circle cx="7" cy="9" r="5" ...${line} /><path d="M8 8l6-6M9.5 2H14v4.5" ...${line} />`,
  returned: html`<path d="M6 3 2.5 6.5 6 10M3 6.5h6.5a3.2 3.2 0 0 1 0 6.5H6" ...${line} stroke-width="1.75" />`,
  accepted: html`<path d="M2 8.5 6.2 12.6 14 4" ...${line} stroke-width="2" />`,
  published: html`<rect x="1.75" y="1.75" width="12.5" height="12.5" fill="currentColor" />
    <path class="inside" d="M4.4 8.3 7 10.8 11.7 5.4" fill="none" stroke-width="1.75" />`,
  reopened: html`<path d="M13.2 8a5.2 5.2 0 1 1-1.6-3.7M12.2 1.6v3.2H9" ...${line} stroke-width="1.6" />`,
  exempt: html`<rect x="2" y="2" width="12" height="12" ...${line} /><path d="M3 13 13 3" ...${line} />`,
  late: html`<circle cx="8" cy="8" r="6.25" ...${line} /><path d="M8 4.2V8.4l2.6 1.7" ...${line} />`,
  missing: html`<circle cx="8" cy="8" r="6.25" fill="currentColor" />
    <path class="inside" d="M8 4.2V8.4l2.6 1.7" fill="none" stroke-width="1.6" />`,
  hidden: html`<circle cx="8" cy="8" r="5.75" ...${line} /><path d="M3 13 13 3" ...${line} />`,
};
SHAPES.none = SHAPES['not-started'];
SHAPES.unpublished = SHAPES['not-started'];

const TONES = {
  errors: 'bad', missing: 'bad', submitted: 'blue', returned: 'warn', reopened: 'warn', late: 'warn', accepted: 'good',
  published: 'good',
};

export const tone = (of) => TONES[of] ?? '';

export const Shape = ({ of }) =>
  html`<svg class="shape" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[of] ?? SHAPES['not-started']}</svg>`;

export const State = ({ of, word, className = '' }) =>
  html`<span class=${`state ${tone(of)} ${className}`}><${Shape} of=${of} />${word ?? states(of)}</span>`;
