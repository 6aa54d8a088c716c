/**
 * Where files are sent from, and what was sent before.
 * exports: ImportList(); DeleteImport({imported, done})   asks first, in the page
 */
import { html, useEffect, useState } from './html.js';
import { ask, download, forget, useAnswer } from './api.js';
import { go, here } from './address.js';
import { FileDrop } from './file-drop.js';
import { again, leave, send, useSending } from './file-sending.js';
import { useFollow } from './follow.js';
import { useTitle } from './frame.js';
import { outcome, progress, size } from './import-words.js';
import { Answered, Empty, Live, Refused } from './notice.js';
import { usePages } from './pages.js';
import { Progress } from './progress.js';
import { useForms, editionOf } from './report-forms.js';
import { may, session } from './session.js';
import { Sheet } from './sheet.js';
import { FIRST_YEAR, lastYear, useStanding } from './standing.js';
import { State } from './state.js';
import { grouped, moment, person, say } from './words.js';

export const TYPES = '.docx,.doc,.xlsx,.html,.htm,.pdf,.txt,.zip';

function Item({ item }) {
  const { stage, answer } = item;
  const words = {
    waiting: () => say('等前面的发完', 'waits for the one before'),
    packing: () => say(`正在打包第${Math.min(item.packed + 1, item.count)}个，共${item.count}个`, `packing ${Math.min(item.packed + 1, item.count)} of ${item.count}`),
    sending: () => (item.sent < item.size ? say(`已发出${size(item.sent)}，共${size(item.size)}`, `${size(item.sent)} of ${size(item.size)} sent`) : say('发完了，服务正在收下', 'all sent, the service takes it in')),
    done: () => (answer.state === 'done' ? outcome(answer) : say('已收下，在下面接着读', 'taken in, and read below')),
    refused: () => '',
  }[stage]();
  return html`<li><div class="head-row"><b class="long-name">${stage === 'done' ? html`<a href=${`/imports/${answer.id}`}>${item.name}</a>` : item.name}</b><span>${words}</span><span class="grow"></span>
      ${stage === 'done' ? html`<button type="button" class="button small" onClick=${() => leave(item.id)}>${say('收起', 'Close')}</button>` : stage !== 'refused' && html`<button type="button" class="button small" onClick=${() => leave(item.id)}>${say('不发了', 'Do not send')}</button>`}</div>
    ${stage === 'packing' && html`<${Progress} done=${item.packed} of=${item.count} label=${item.name} />`}
    ${stage === 'sending' && html`<${Progress} done=${item.sent} of=${item.size} label=${item.name} />`}
    ${stage === 'refused' && html`<${Refused} problem=${item.problem} title=${say(`没有收下“${item.name}”：${item.problem.title}`, `“${item.name}” was not taken in: ${item.problem.title}`)} again=${item.problem.code === 'offline' || item.problem.status >= 500 || item.problem.status === 429 ? () => again(item.id) : undefined}
      action=${html`<button type="button" class="button" onClick=${() => leave(item.id)}>${say('收起', 'Close')}</button>`} focus=${true} />`}</li>`;
}

function Template({ organ, year }) {
  const { forms } = useForms();
  const [problem, setProblem] = useState(null);
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState(null);
  const [wanted, setWanted] = useState(year);
  const { region } = useStanding();
  const found = useAnswer(!organ && q.trim() ? '/organs' : null, { region, q: q.trim(), limit: 8 }).data?.items ?? [];
  const code = organ ?? chosen?.code;
  const take = async () => {
    setProblem(null);
    const edition = editionOf(forms, wanted);
    await download(`/forms/${edition}/template.xlsx`, code ? { organ: code, year: wanted } : {}, `${edition}.xlsx`).catch(setProblem);
  };
  return html`<${Sheet} level=${2} title=${say('填报模板（Excel）', 'Workbook to fill in')} note=${say('和表格一样的工作簿：总计自己算，格上批注有上年的数；填好再导入。', 'The form as a workbook: it adds up by itself, with last year’s figures as notes. Fill it in and send it here.')}>
    <div class="bar-row tight"><label class="pick"><span>${say('年度', 'Year')}</span><select class="field" onChange=${(event) => setWanted(Number(event.target.value))}>${Array.from({ length: lastYear() - FIRST_YEAR + 1 }, (_, i) => lastYear() - i).map((one) => html`<option value=${one} selected=${one === wanted}>${one}</option>`)}</select></label>
      ${!organ && html`<label class="pick"><span>${say('机关', 'Organ')}</span><input class="field" type="search" value=${q} placeholder="" onInput=${(event) => { setQ(event.target.value); setChosen(null); }} /></label>`}
      ${forms && html`<button type="button" class="button" onClick=${take}>${chosen ? say(`下载${chosen.name}的模板`, `Download that of ${chosen.name}`) : organ ? say('下载模板', 'Download it') : say('下载空白模板', 'Download a blank one')}</button>`}</div>
    ${!chosen && q.trim() && html`<ul class="plain-list options">${found.map((one) => html`<li key=${one.code}><button type="button" class="as-link" onClick=${() => { setChosen(one); setQ(one.name); }}>${one.name}</button> <span class="note">${one.code}</span></li>`)}${found.length === 0 && html`<li class="note">${say('没有名称或者代码里有这些字的机关。', 'No organ has this in its name or code.')}</li>`}</ul>`}
    ${problem && html`<${Refused} problem=${problem} title=${say('没有下载', 'Not downloaded')} focus=${true} />`}</${Sheet}>`;
}

export function DeleteImport({ imported, done }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState(null);
  const remove = () => ask(`/imports/${imported.id}`, { method: 'DELETE' }).then(() => {
    forget('/imports');
    done();
  }, setProblem);
  if (problem) return html`<${Refused} problem=${problem} title=${say('没有删去', 'Not deleted')} focus=${true} />`;
  if (!asking) return html`<button type="button" class="button small" onClick=${() => setAsking(true)}>${say('删去这次导入', 'Delete this import')}</button>`;
  return html`<span class="head-row" role="alert"><span>${say('删去以后，文件和读出的内容都没有了；采用过的草稿还在。', 'Its files and what was read are gone then; drafts that were made stay.')}</span>
    <button type="button" class="button small" onClick=${remove}>${say('删去', 'Delete')}</button><button type="button" class="button small" onClick=${() => setAsking(false)}>${say('留着', 'Keep')}</button></span>`;
}

function Row({ one, heads, mine }) {
  const reading = one.state === 'reading';
  return html`<tr><th scope="row" class="long-name"><a href=${`/imports/${one.id}`}>${one.name || say('（已清除）', '(cleared)')}</a></th>
    <td data-label=${heads[1]}>${reading ? html`<span class="grown"><${Progress} done=${one.percent} of=${100} label=${one.name} /> ${progress(one)}</span>` : outcome(one)}</td>
    <td data-label=${heads[2]}>${reading ? html`<${State} of="submitted" word=${say(`正在读，${one.percent}%`, `reading, ${one.percent}%`)} />`
      : one.counts.read > one.counts.takenOver ? html`<${State} of="draft" word=${say(`还有${one.counts.read - one.counts.takenOver}个没有采用`, `${one.counts.read - one.counts.takenOver} not taken over yet`)} />`
        : one.counts.read === 0 ? html`<${State} of="errors" word=${say('没有读出的', 'nothing was read')} />` : html`<${State} of="accepted" word=${say('都采用了', 'all taken over')} />`}</td>
    ${!mine && html`<td data-label=${heads[3]}>${person(one.author)}</td>`}<td class="then" data-label=${heads.at(-1)}>${moment(one.createdAt)}</td></tr>`;
}

export function ImportList() {
  const items = useSending();
  const imports = usePages('/imports');
  const [told, setTold] = useState('');
  const mine = may('organ');
  const organ = session().caller?.organ;
  const title = say('导入', 'Imports');
  useTitle(title);
  useFollow(imports, imports.items.some((one) => one.state === 'reading'));
  const arrived = items.filter((one) => one.stage === 'done').map((one) => one.answer.id).join(' ');
  useEffect(() => {
    if (!arrived) return;
    imports.again();
    setTold(say('已收下', 'Taken in'));
    // One file that was sent alone is what one wants to see next.
    const [only] = items;
    if (items.length === 1 && only.answer.counts.files === 1 && here().parts.length === 0) {
      leave(only.id);
      go(`/imports/${only.answer.id}`);
    }
  }, [arrived]);
  const heads = [say('文件', 'File'), say('读得怎样', 'What was read'), say('接下来', 'What is next'), ...(mine ? [] : [say('谁导入的', 'Sent by')]), say('时间', 'When')];
  return html`<main id="main" class="page" tabindex="-1"><h1>${title}</h1>
    <p class="says">${mine ? say('把写好的年度报告读进来，看过再采用；没有采用以前，什么也没有报送。', 'Have a report read that is written already, look at it, and take it over as a draft. Until then nothing is filed.')
      : say('把各机关的年度报告读进来，一个文件、很多文件或者一个压缩包都行；看过再采用，没有采用以前，什么也没有报送。', 'Have reports of organs read: one file, many, or a zip. Look at them and take them over as drafts; until then nothing is filed.')}</p>
    <div class="grid import-begin"><div class="c7"><${FileDrop} many=${true} types=${TYPES} onFiles=${(files) => send(files)} button=${say('选文件', 'Choose files')}
      hint=${say('Word（docx、doc）、Excel（xlsx）、网页、有文字的PDF、纯文本，或者装着它们的zip；每个文件一般最大16 MB。', 'Word (docx, doc), Excel (xlsx), web pages, PDF with text, plain text, or a zip of them; usually 16 MB a file at the most.')} />
      ${items.length > 0 && html`<section class="sheet sending" aria-label=${say('正在发送', 'On the way')}><ul class="plain-list">${items.map((item) => html`<${Item} key=${item.id} item=${item} />`)}</ul></section>`}</div>
      <div class="c5"><${Template} organ=${organ} year=${lastYear()} /></div></div>
    <${Live}>${told}</${Live}>
    <h2 class="over-table">${say('导入过的', 'What was sent in')}</h2>
    <${Answered} answer=${imports}>${(data) => (imports.items.length === 0
      ? html`<${Empty} title=${say('还没有导入过文件', 'Nothing was sent in yet')}>${say('选一个文件，或者拖到上面的框里。', 'Choose a file, or drop one above.')}</${Empty}>`
      : html`<div class="board"><table class="flush cards"><caption class="sr">${say('导入过的文件', 'Files that were sent in')}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${imports.items.map((one) => html`<${Row} key=${one.id} one=${one} heads=${heads} mine=${mine} />`)}</tbody></table></div>
        <p class="note">${say(`共${grouped(data.total)}次，一般保存30天。`, `${grouped(data.total)} in all, usually kept for 30 days.`)}</p>
        ${imports.next && html`<p class="bar-row"><button type="button" class="button small" onClick=${imports.more}>${say('再列一些', 'List more')}</button></p>`}`)}</${Answered}></main>`;
}
