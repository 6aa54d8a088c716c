/**
 * A file read into the form: what was read from where, and how sure; only what is not sure needs a look.
 * exports:
 *   pickFile(organ, year, onBegin) → promise of {file, answer | problem}     asks for a file and has the service read it
 *   ImportedFile({imported, forms, organ, year, grid, nameOf, show, onClose, onTaken})
 */
import { html } from './html.js';
import { ask } from './api.js';
import { Cell } from './cell.js';
import { placeWords } from './import-words.js';
import { readingOf } from './imported-reading.js';
import { Refused } from './notice.js';
import { same } from './stated.js';
import { list, say, several } from './words.js';

const TYPES = '.docx,.doc,.xlsx,.html,.htm,.pdf,.txt';
const PAUSE = 1000;

export function pickFile(organ, year, onBegin) {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = TYPES;
    input.hidden = true;
    input.oncancel = () => input.remove();
    input.onchange = () => {
      const [file] = input.files;
      input.remove();
      if (!file) return;
      onBegin(file);
      read(file, organ, year).then((answer) => resolve({ file, answer }), (problem) => resolve({ file, problem }));
    };
    document.body.append(input);
    input.click();
  });
}

async function read(file, organ, year) {
  const headers = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` };
  let { data } = await ask('/imports', { method: 'POST', query: { organ, year }, body: file, headers });
  while (data.state === 'reading') {
    await new Promise((resume) => setTimeout(resume, PAUSE));
    ({ data } = await ask(`/imports/${data.id}`));
  }
  return data;
}

const shorten = (value) => (typeof value === 'string' && value.length > 40 ? `${value.slice(0, 40)}……` : value);

export function ImportedFile({ imported, forms, organ, year, grid, nameOf, show, onClose, onTaken }) {
  const close = html`<button type="button" class="button small" onClick=${onClose}>${say('不用这个文件', 'Leave this file')}</button>`;
  if (!imported.answer && !imported.problem) return html`<section class="sheet imported" role="status"><p>${say(`正在读“${imported.file.name}”`, `Reading “${imported.file.name}”`)}</p></section>`;
  const file = imported.answer?.files?.[0];
  const problem = imported.problem ?? file?.problem;
  if (problem || !file?.report) return html`<${Refused} problem=${problem ?? { title: say('没有读出报告', 'No report was read') }} title=${say(`没有读出“${imported.file.name}”`, `“${imported.file.name}” was not read`)} action=${close} focus=${true} />`;
  const { values, places, look, sure, leftOver, where, doubts } = readingOf(file, { forms, organ, year });
  const replaced = places.filter((place) => grid.valueOf(place) !== null && !same(grid.valueOf(place), values[place]));
  const take = () => {
    onTaken(values, say(`从“${imported.file.name}”读入${places.length}处，浅蓝格${look.length ? `；${look.length}处请核对` : ''}。`, `Took ${several(places.length, 'place')} from “${imported.file.name}”, in light blue${look.length ? `; ${look.length} ${look.length === 1 ? 'wants' : 'want'} a look` : ''}.`));
  };
  return html`<section class="sheet imported" tabindex="-1"><header><h2 class="title">${imported.file.name}</h2>
      <span class="note">${say(`读得准${sure.length}处，请核对${look.length}处，没有放处的${leftOver.length}段`, `${sure.length} sure, ${look.length} to check, ${several(leftOver.length, 'piece')} without a place`)}</span></header>
    ${doubts.includes('organ') && html`<p class="bad">${say(`文件里写的机关是${list(file.proposals.printed ?? [])}，请核对是不是本机关的。`, `The file names ${list(file.proposals.printed ?? [])}: check that it is of this organ.`)}</p>`}
    ${doubts.includes('year') && html`<p class="bad">${say(`文件看来是${list(file.proposals.year)}年度的，请核对。`, `The file seems to be of ${list(file.proposals.year)}: check it.`)}</p>`}
    ${(file.notices ?? []).map((notice) => html`<p>${notice}</p>`)}
    ${replaced.length > 0 && html`<p>${say(`有${replaced.length}处和已填的不同，读入以后换成文件里的；可以撤销。`, `${several(replaced.length, 'place differs from what is typed and is', 'places differ from what is typed and are')} replaced; it can be undone.`)}</p>`}
    ${look.length > 0 && html`<div class="scroll"><table><thead><tr><th scope="col">${say('请核对', 'To check')}</th><th scope="col">${say('读出', 'Read')}</th><th scope="col">${say('在文件里', 'In the file')}</th></tr></thead>
      <tbody>${look.map((place) => html`<tr key=${place}><th scope="row"><button type="button" class="as-link" onClick=${() => show(place)}>${nameOf(place)}</button></th>${/^(narrative|publications)\./.test(place) ? html`<td>${shorten(typeof values[place] === 'string' ? values[place] : JSON.stringify(values[place]))}</td>` : html`<td class="n"><${Cell} value=${values[place]} /></td>`}<td>${placeWords(where(place))}</td></tr>`)}</tbody></table></div>`}
    ${leftOver.length > 0 && html`<details><summary class="as-link">${say('没有放处的内容', 'What found no place')}</summary><ul>${leftOver.map((one) => html`<li>${one.text}<br /><span class="note">${one.reason}${say('　', ' · ')}${placeWords(one.place)}</span></li>`)}</ul></details>`}
    <div class="head-row"><button type="button" class="button main" onClick=${take}>${say(`读入${places.length}处`, `Take ${places.length} places`)}</button>${close}</div>
  </section>`;
}
