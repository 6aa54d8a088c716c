/**
 * How much is done: a bar, with the words beside it where it stands.
 * exports: Progress({done, of, label})
 */
import { html } from './html.js';

export const Progress = ({ done, of, label }) => html`<progress class="progress" value=${Math.min(done, of)} max=${of || 1} aria-label=${label}></progress>`;
