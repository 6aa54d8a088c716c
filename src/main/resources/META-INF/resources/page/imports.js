/** Files sent in: /imports sends and lists them, /imports/12?show=choose is one of many files, /imports/12/3 is one file. */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { ImportFile } from './import-file.js';
import { ImportFiles } from './import-files.js';
import { ImportList } from './import-list.js';
import { useTitle } from './frame.js';
import { Refused, Waiting } from './notice.js';
import { useFollow } from './follow.js';
import { say, useLanguage } from './words.js';

export default function Imports({ address }) {
  useLanguage();
  const [id, number] = address.parts;
  if (!id) return html`<${ImportList} />`;
  return html`<${One} key=${id} id=${id} number=${number} address=${address} />`;
}

function One({ id, number, address }) {
  const answer = useAnswer(`/imports/${id}`);
  const { data } = answer;
  useFollow(answer, data?.state === 'reading');
  useTitle(data ? data.name : say('导入', 'Imports'));
  if (!data) {
    return html`<main id="main" class="page slim" tabindex="-1"><h1>${say('导入', 'Imports')}</h1>
      ${answer.problem ? html`<${Refused} problem=${answer.problem} again=${answer.again} />${answer.problem.status === 404 && html`<p>${say('导入的文件一般保存30天，或者到有人删去为止。', 'Files are usually kept for 30 days, or until somebody deletes them.')} <a href="/imports">${say('看全部导入', 'All imports')}</a></p>`}`
        : html`<${Waiting} answer=${answer} />`}</main>`;
  }
  if (data.counts.files === 1) return html`<${ImportFile} key=${`${id} 1`} imported=${data} number=${1} whole=${answer} address=${address} />`;
  if (number) return html`<${ImportFile} key=${`${id} ${number}`} imported=${data} number=${Number(number)} again=${answer.again} address=${address} />`;
  return html`<${ImportFiles} imported=${data} answer=${answer} address=${address} />`;
}
