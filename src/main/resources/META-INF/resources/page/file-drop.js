/**
 * Where files are dropped, chosen or pasted. The button does what dropping does: nobody needs a mouse.
 * exports: FileDrop({button, hint, types, many, onFiles(files), onPaste({html, text})})   onPaste: takes what was copied from a page
 */
import { html, useRef, useState } from './html.js';
import { say } from './words.js';

const HIDDEN = /^(\.|~\$)/;

/** Files of a folder that was dropped, with the folder's name before theirs. */
async function within(entry, folder) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return HIDDEN.test(file.name) ? [] : [Object.assign(file, { path: folder + file.name })];
  }
  const reader = entry.createReader();
  const found = [];
  // A reader answers a hundred entries at a time.
  for (let some = await entries(reader); some.length > 0; some = await entries(reader)) found.push(...some);
  return (await Promise.all(found.map((one) => within(one, `${folder}${entry.name}/`)))).flat();
}

const entries = (reader) => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

async function dropped(transfer) {
  const found = [...(transfer.items ?? [])].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (found.every((entry) => entry.isFile)) return [...transfer.files];
  return (await Promise.all(found.map((entry) => within(entry, '')))).flat();
}

export function FileDrop({ button, hint, types, many, onFiles, onPaste }) {
  const [over, setOver] = useState(false);
  const input = useRef(null);
  const take = (files) => {
    const wanted = many ? files : files.slice(0, 1);
    if (wanted.length > 0) onFiles(wanted);
  };
  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  const onDrop = (event) => {
    event.preventDefault();
    setOver(false);
    dropped(event.dataTransfer).then(take);
  };
  const onDragOver = (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const paste = (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    const [page, text] = ['text/html', 'text/plain'].map((type) => event.clipboardData?.getData(type) ?? '');
    if (onPaste && (page || text)) onPaste({ html: page, text });
    else if (files.length > 0) take(files);
    else return;
    event.preventDefault();
  };
  const choose = () => input.current.click();
  const onChange = () => {
    take([...input.current.files]);
    input.current.value = ''; // the same file can be chosen again
  };
  return html`<div class=${`drop ${over ? 'over' : ''}`} onDrop=${onDrop} onDragOver=${onDragOver} onDragLeave=${() => setOver(false)} onPaste=${paste}>
    <div class="head-row"><button type="button" class="button main" onClick=${choose}>${button}</button>
      <input ref=${input} type="file" class="sr" tabindex="-1" aria-hidden="true" multiple=${many} accept=${types} onChange=${onChange} />
      <span class="wide-only">${many ? say('或者把文件、文件夹拖到这里', 'or drop files or folders here') : say('或者把文件拖到这里', 'or drop a file here')}</span></div>
    ${onPaste && html`<label class="labelled"><span>${say('或者从网页上全选、复制，粘贴到这里', 'or select and copy all of a page, and paste it here')}</span><textarea class="field" rows="2" value="" onInput=${(event) => { event.target.value = ''; }}></textarea></label>`}
    <p class="note">${hint}</p></div>`;
}
