/**
 * The bar below the form: whether the draft is saved, what stands in the way, and handing it in.
 * exports: FilingFoot({draft, errors, warnings, violations, grid, titleOf, pick, submit(reason), toErrors})
 */
import { html, useState } from './html.js';
import { Refused } from './notice.js';
import { Shape } from './state.js';
import { TABLES } from './report-places.js';
import { clock, say, several } from './words.js';

function Saved({ draft }) {
  const at = draft.savedAt ? clock(draft.savedAt, { seconds: true }) : '';
  const words = {
    saved: at ? [say('草稿已保存', 'Draft saved'), say(`${at}，已存到服务器；关掉浏览器也不会丢`, `${at}, at the service; closing the browser loses nothing`)] : [say('还没有填', 'Nothing typed yet'), ''],
    waiting: [say('已存到这台电脑', 'Kept on this computer'), say('稍后存到服务器', 'to the service in a moment')],
    saving: [say('正在保存', 'Saving'), ''],
    offline: [say('网络断了', 'Offline'), say('填的内容在这台电脑上，恢复以后自动保存', 'what you typed is on this computer and is saved when the network is back')],
    conflict: [say('另一窗口也改了', 'Changed in another window'), say('选好以后再保存', 'choose, then it is saved')],
    refused: [say('没有保存', 'Not saved'), draft.problem?.detail ?? draft.problem?.title ?? ''],
  }[draft.status];
  const bad = ['offline', 'conflict', 'refused'].includes(draft.status);
  return html`<span class=${`state ${bad ? 'warn' : draft.status === 'saved' && at ? 'good' : ''}`}><${Shape} of=${bad ? 'late' : draft.status === 'saved' && at ? 'accepted' : 'draft'} />${words[0]}</span><span class="note">${words[1]}</span>
    ${draft.status === 'conflict' && html`<button type="button" class="button small" onClick=${() => document.querySelector('.conflict')?.focus()}>${say('去选', 'Choose')}</button>`}
    ${draft.status === 'offline' && html`<button type="button" class="button small" onClick=${() => draft.saveNow()}>${say('现在重试', 'Try now')}</button>`}`;
}

/** States in which a report was with the office before: what is sent now corrects it. */
const AGAIN = ['returned', 'withdrawn', 'reopened'];

export function FilingFoot({ draft, errors, warnings, violations, grid, titleOf, pick, submit, toErrors }) {
  const [reason, setReason] = useState('');
  const again = AGAIN.includes(draft.report?.state);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState(null);
  const [sending, setSending] = useState(false);
  const blanks = TABLES.map((id) => ({ id, n: grid.blanks(id).length })).filter((one) => one.n > 0);
  const standing = [
    errors.length && say(`${errors.length}处错误`, `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`),
    warnings.length && say(`${warnings.length}处提醒`, `${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`),
    ...blanks.map(({ id, n }) => say(`${titleOf(id)}${n}格未填`, `${titleOf(id)}: ${n} blank`)),
  ].filter(Boolean);
  const send = async () => {
    setSending(true);
    setProblem(null);
    try {
      await submit(again ? reason.trim() : '');
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  const blocked = errors.length > 0 || violations.length > 0;
  const onSubmit = () => {
    if (errors.length > 0) toErrors();
    else setAsked(true);
  };
  return html`<section class="foot" aria-label=${say('保存和提交', 'Saving and submitting')}>${(asked || problem) && html`<section class="sheet hand-in" data-panel tabindex="-1">
      ${problem ? html`<${Refused} problem=${problem} focus=${true} title=${say(`没有提交：${problem.title ?? ''}`, `Not submitted: ${problem.title ?? ''}`)} />` : html`<h3>${say('提交前看一看', 'Before submitting')}</h3>`}
      <ul class="plain-list">
        ${violations.map((one) => html`<li class="bad">${one.message}</li>`)}
        ${warnings.length > 0 && html`<li>${say(`${warnings.length}处提醒还没有说明；可以提交，办公室会问。`, `${several(warnings.length, 'warning is', 'warnings are')} not explained; it can be submitted, but the office will ask.`)}
          <button type="button" class="as-link" onClick=${() => pick(warnings[0])}>${say('去说明', 'Explain them')}</button></li>`}
        ${blanks.map(({ id, n }) => html`<li>${say(`${titleOf(id)}有${n}格未填，提交以后仍是未填，不当作0。`, `${titleOf(id)}: ${several(n, 'cell is blank and stays blank; it is', 'cells are blank and stay blank; they are')} not taken as 0.`)}</li>`)}
        ${warnings.length === 0 && blanks.length === 0 && violations.length === 0 && html`<li>${say('都填好了，没有要改正或者说明的。', 'All is filled in; nothing is to be mended or explained.')}</li>`}
      </ul>
      ${again && html`<label class="labelled">${say('这次改了什么、为什么（可以不写，办公室看得到）', 'What was corrected, and why (may be left out; the office sees it)')}<textarea class="field" rows="2" maxlength="2000" value=${reason} onInput=${(event) => setReason(event.target.value)}></textarea></label>`}
      <div class="head-row"><button type="button" class="button main" aria-disabled=${blocked || sending} onClick=${() => !blocked && !sending && send()}>${sending ? say('正在提交', 'Submitting') : say('提交报告', 'Submit the report')}</button>
        <button type="button" class="button" data-close onClick=${() => { setAsked(false); setProblem(null); }}>${say('再看看', 'Not yet')}</button></div>
    </section>`}
    <div class="foot-bar"><${Saved} draft=${draft} /><span class="grow"></span><span class="wide-only">${standing.join(say('，', ', '))}</span>
      <button type="button" class=${`button ${errors.length ? '' : 'main'}`} id="submit" aria-disabled=${errors.length > 0 ? 'true' : undefined} onClick=${onSubmit}>${errors.length > 0
        ? say(`提交（先改正${errors.length}处错误）`, `Submit (mend ${errors.length} ${errors.length === 1 ? 'error' : 'errors'} first)`) : say('提交', 'Submit')}</button></div></section>`;
}
