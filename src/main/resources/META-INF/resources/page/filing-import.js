/**
 * A file read into the form: what was read from where, and how sure; only what is not sure needs a look.
 * exports:
 *   pickFile(organ, year) → promise of {file, answer | problem}     asks for a file and has the service read it
 *   ImportedFile({imported, grid, nameOf, show, onClose, onTaken})
 *   readingOf(file)  → {values, sure, look, leftOver}      pure: places of a file's report, and which cells are certain
 */
import { html } from './html.js';
import { ask } from './api.js';
import { Cell } from './cell.js';
import { Refused } from './notice.js';
import { placesOf } from './report-places.js';
import { same } from './stated.js';
import { say } from './words.js';

const TYPES = '.docx,.doc,.wps,.xlsx,.xls,.html,.htm,.pdf,.txt';
const PAUSE = 1000;

export function pickFile(organ, year) {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = TYPES;
    input.onchange = () => {
      const [file] = input.files;
      if (file) read(file, organ, year).then((answer) => resolve({ file, answer }), (problem) => resolve({ file, problem }));
    };
    input.click();
  });
}

async function read(file, organ, year) {
  const headers = { 'Content-Type': file.type || 'application/octet-stream', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` };
  let { data } = await ask('/imports', { method: 'POST', query: { organ, year }, body: file, headers });
  while (data.state === 'running' || data.state === 'waiting') {
    await new Promise((resume) => setTimeout(resume, PAUSE));
    ({ data } = await ask(`/imports/${data.id}`));
  }
  return data;
}

export function readingOf(file) {
  const values = placesOf(file.report ?? {});
  const sureOf = new Map((file.cells ?? []).map((cell) => [cell.path, cell]));
  const places = Object.keys(values).filter((place) => !place.startsWith('editions.'));
  const look = places.filter((place) => sureOf.get(place)?.certainty === 'likely');
  return { values, look, sure: places.filter((place) => !look.includes(place)), leftOver: file.leftOver ?? [], where: (place) => sureOf.get(place)?.place };
}

function Where({ place }) {
  if (!place) return null;
  const words = [place.page && say(`第${place.page}页`, `page ${place.page}`), place.table && say(`表${place.table}`, `table ${place.table}`), place.row && say(`第${place.row}行`, `row ${place.row}`), place.column && say(`第${place.column}列`, `column ${place.column}`)];
  return html`<span class="note">${words.filter(Boolean).join(say('', ', '))}</span>`;
}

export function ImportedFile({ imported, grid, nameOf, show, onClose, onTaken }) {
  const close = html`<button type="button" class="button small" onClick=${onClose}>${say('不用这个文件', 'Leave this file')}</button>`;
  const file = imported.answer?.files?.[0];
  const problem = imported.problem ?? file?.problem;
  if (problem || !file?.report) return html`<${Refused} problem=${problem ?? { title: say('没有读出报告', 'No report was read') }} title=${say(`没有读出“${imported.file.name}”`, `“${imported.file.name}” was not read`)} action=${close} focus=${true} />`;
  const { values, look, sure, leftOver, where } = readingOf(file);
  const differing = Object.keys(values).filter((place) => grid.valueOf(place) !== null && !same(grid.valueOf(place), values[place]));
  const take = () => {
    grid.change(values, 'imported');
    onTaken(say(`从“${imported.file.name}”读入${Object.keys(values).length}处，浅蓝格；${look.length}处请核对。`, `Took ${Object.keys(values).length} places from “${imported.file.name}”, in light blue; ${look.length} want a look.`));
  };
  return html`<section class="sheet imported" tabindex="-1"><header><h3>${imported.file.name}</h3>
      <span class="note">${say(`读得准${sure.length}处，请核对${look.length}处，没读出${leftOver.length}处`, `${sure.length} sure, ${look.length} to check, ${leftOver.length} not read`)}</span></header>
    ${differing.length > 0 && html`<p>${say(`有${differing.length}处和已填的不同，读入以后换成文件里的；可以撤销。`, `${differing.length} places differ from what is typed and would be replaced; it can be undone.`)}</p>`}
    ${look.length > 0 && html`<div class="scroll"><table><thead><tr><th scope="col">${say('请核对', 'Check')}</th><th scope="col" class="n">${say('读出', 'Read')}</th><th scope="col">${say('在文件里', 'In the file')}</th></tr></thead>
      <tbody>${look.map((place) => html`<tr key=${place}><th scope="row"><button type="button" class="as-link" onClick=${() => show(place)}>${nameOf(place)}</button></th><td class="n"><${Cell} value=${values[place]} /></td><td><${Where} place=${where(place)} /></td></tr>`)}</tbody></table></div>`}
    ${leftOver.length > 0 && html`<details><summary class="as-link">${say('没有放进报告的内容', 'What found no place')}</summary><ul>${leftOver.map((one) => html`<li>${typeof one === 'string' ? one : one.text ?? JSON.stringify(one)}</li>`)}</ul></details>`}
    <div class="head-row"><button type="button" class="button main" onClick=${take}>${say(`读入${Object.keys(values).length}处`, `Take ${Object.keys(values).length} places`)}</button>${close}</div>
  </section>`;
}
