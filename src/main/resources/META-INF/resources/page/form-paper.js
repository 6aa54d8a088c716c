/**
 * A table of the official form, as it is printed; what stands in its cells is the reader's affair.
 * exports:
 *   FormTable({layout, cell, role, label, id, longest})   layout of form-layout.js; cell(place, line) → a td; longest: characters of the
 *     longest figure in it
 */
import { html } from './html.js';
import { widthFor } from './form-layout.js';
import { articleWords } from './report-forms.js';
import { say } from './words.js';

const PHONE = globalThis.matchMedia?.('(max-width: 40rem)');

/** Where a long word of a narrow head may part: browsers know only with a dictionary, which not every one has. */
const SYLLABLES = ['per|sons', 'Com|mer|cial', 'en|ter|prises', 'in|ter|est', 'ser|vice', 'Re|search', 'in|sti|tu|tions', 'or|gani|za|tions', 'Re|con|sid|er|a|tion', 'lit|i|ga|tion', 'Cor|rect|ed', 'Pend|ing'];
const PARTED = new Map(SYLLABLES.map((word) => [word.replaceAll('|', '').toLowerCase(), word.toLowerCase().split('|')]));

function parted(word) {
  let at = 0;
  return (PARTED.get(word.toLowerCase()) ?? [word]).map((part) => word.slice(at, at += part.length)).join('\u00ad');
}

/** 社会公益组织 breaks where its words do. */
function Broken({ text }) {
  if (/^[A-Z]/.test(text)) return text.replace(/[A-Za-z]+/g, parted);
  const cut = { 4: 2, 6: 4 }[[...text].length];
  return cut && /^\p{Script=Han}+$/u.test(text) ? html`${text.slice(0, cut)}<wbr />${text.slice(cut)}` : text;
}

const scopeOf = (head) => (head.span > 1 ? 'colgroup' : 'col');

const Head = ({ layout }) => html`<thead>${layout.head.map((cells) => html`<tr>${cells.map((head) =>
  html`<th scope=${scopeOf(head)} colspan=${head.span} rowspan=${head.down}>${!head.text && html`<span class="sr">${say('项目', 'Item')}</span>`}<${Broken} text=${head.text} /></th>`)}</tr>`)}</thead>`;

function Heads({ line, layout }) {
  return html`<tr class="head"><th scope="colgroup" colspan=${layout.columns + 1}>${articleWords(line.article)}</th></tr>
    <tr class="heads"><th scope="col">${say('信息内容', 'Information')}</th>${line.labels.map((head) =>
      html`<th scope="col" colspan=${head.span}><${Broken} text=${head.text} /></th>`)}</tr>`;
}

const Label = ({ line }) => html`<th scope="row" class=${`in${Math.min(line.level, 2)}`}>${line.label}${line.aside && html`<span class="note">${line.aside}</span>`}</th>`;

export function FormTable({ layout, cell, role, label, id, longest = 0 }) {
  const width = widthFor(layout, longest);
  const labels = layout.bare ? 0 : 1;
  const scrolls = role !== 'grid' && PHONE?.matches;
  return html`<div class="scroll" tabindex=${scrolls ? 0 : undefined} role=${scrolls ? 'region' : undefined} aria-label=${scrolls ? layout.title : undefined}><table class=${`form form-${layout.id} ${layout.bare ? 'bare' : ''} ${width ? 'long' : ''}`} style=${width ? { minWidth: `${width}rem` } : undefined} role=${role} aria-label=${label ?? layout.title} id=${id}>
    <colgroup>${!layout.bare && html`<col class="label" />`}<col span=${layout.columns} /></colgroup>
    ${layout.head.length > 0 && html`<${Head} layout=${layout} />`}
    <tbody>${layout.lines.map((line, i) => {
      if (line.kind === 'columns') return html`<${Heads} key=${i} line=${line} layout=${layout} />`;
      if (line.kind === 'heading') {
        return html`<tr class="head" key=${i}><th scope="rowgroup" colspan=${layout.columns + labels} class=${`in${Math.min(line.level, 2)}`}>${line.label}</th></tr>`;
      }
      return html`<tr key=${i}>${!layout.bare && html`<${Label} line=${line} />`}${line.cells.map((place) => cell(place, line))}</tr>`;
    })}</tbody>
  </table></div>`;
}
