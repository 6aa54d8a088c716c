/**
 * A sheet: heading, note, what can be taken away, and the content.
 * exports:
 *   Sheet({title, note, take, span, className, extra, id, level, children})   span: columns of 12; level: of its heading, 2 where none stands above; take: an element, as Take
 *   Part({title, says, id})   the head of a part, over the whole width
 *   Take({copy, files})       copy(): text; files: [{name: 'CSV', path, query, file, label?}] of the API, or [{name, file, make() → promise of a Blob}] made here
 */
import { html, useState } from './html.js';
import { download, place, save } from './api.js';
import { say } from './words.js';
import { Live } from './notice.js';

export const Sheet = ({ title, note, take, extra, span, className = '', id, level = 3, children }) => html`
  <section class=${`sheet ${span ? `c${span}` : ''} ${className}`} id=${id}>
    ${title && html`<header><${`h${level}`} class="title">${title}</${`h${level}`}>${extra}<span class="note">${note}</span>${take}</header>`}
    ${children}
  </section>`;

export const Part = ({ title, says, id }) => html`<div class="part" id=${id}><h2>${title}</h2>${says && html`<p>${says}</p>`}</div>`;

/** Links as programs use them; with a key they are fetched and handed over, since a link carries none. */
export function Take({ copy, files = [] }) {
  const [told, setTold] = useState('');
  const tell = (text) => {
    setTold(text);
    setTimeout(() => setTold(''), 4000);
  };
  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(copy());
      tell(say('已复制', 'Copied'));
    } catch {
      tell(say('浏览器不让复制', 'The browser does not allow copying'));
    }
  };
  const onFile = (event, { path, query, file }) => {
    event.preventDefault();
    download(path, query, file).catch((problem) => tell(problem.title));
  };
  const onMake = async ({ make, file }) => {
    try {
      save(await make(), file);
    } catch (problem) {
      tell(problem.title ?? problem.message);
    }
  };
  return html`<span class="take">
    ${copy && html`<button type="button" class="as-link" onClick=${onCopy}>${say('复制', 'Copy')}</button>`}
    ${files.map((file) => (file.make ? html`<button type="button" class="as-link" onClick=${() => onMake(file)}>${file.name}</button>` : html`<a aria-label=${file.label} href=${place(file.path, file.query)} download=${file.file ?? ''} onClick=${(event) => onFile(event, file)}>${file.name}</a>`))}
    ${told && html`<span class="note">${told}</span>`}<${Live}>${told}</${Live}>
  </span>`;
}
