/** The overview of a region and a year. */
import { html } from './html.js';

export default function Overview() {
  return html`<main id="main" class="page" tabindex="-1"></main>`;
}
