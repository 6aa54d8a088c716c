/**
 * Of which organ and year a file is, and whose figures it gives: what it says is proposed, and somebody chooses. Two that it may be of
 * are two; none is assumed.
 * exports:
 *   ImportChoice({file, choice, setChoice})   choice: {organ: {code, name} | null, year: number | null, scope}
 *   firstChoice(file)                         what leaves no choice is chosen
 */
import { html, useState } from './html.js';
import { useAnswer } from './api.js';
import { FIRST_YEAR, lastYear, useStanding } from './standing.js';
import { may, session } from './session.js';
import { mayOpen } from './views.js';
import { list, say, scopes } from './words.js';

export function firstChoice(file) {
  const { organ = [], year = [] } = file.proposals ?? {};
  return { organ: organ.length === 1 ? organ[0] : null, year: year.length === 1 ? year[0] : null, scope: file.report?.scope ?? 'organ' };
}

/** Another organ than those that are proposed. */
function Others({ proposed, choice, choose }) {
  const [q, setQ] = useState('');
  const { region } = useStanding();
  const found = useAnswer(q.trim() ? '/organs' : null, { region, q: q.trim(), limit: 8 }).data;
  const rows = (found?.items ?? []).filter((one) => !proposed.some((other) => other.code === one.code));
  return html`<label class="pick"><span>${proposed.length ? say('都不是，另找一家', 'None of them; find another') : say('查找机关', 'Find the organ')}</span><input class="field" type="search" value=${q} onInput=${(event) => setQ(event.target.value)} /></label>
    ${q.trim() && found && html`<ul class="plain-list options">${rows.map((one) => html`<li key=${one.code}><label><input type="radio" name="organ" checked=${choice.organ?.code === one.code} onChange=${() => choose(one)} /> ${one.name} <span class="note">${one.code}</span></label></li>`)}
      ${rows.length === 0 && html`<li class="note">${say('没有名称或者代码里有这些字的别的机关。', 'No other organ has this in its name or code.')}</li>`}</ul>`}`;
}

export function ImportChoice({ file, choice, setChoice }) {
  const { organ: organs = [], year: years = [], scope, printed = [] } = file.proposals ?? {};
  const isOrgan = may('organ');
  const { region } = useStanding();
  const set = (members) => setChoice({ ...choice, ...members });
  const known = choice.organ && !organs.some((one) => one.code === choice.organ.code) ? [choice.organ] : [];
  const otherYears = Array.from({ length: lastYear() - FIRST_YEAR + 1 }, (_, i) => lastYear() - i).filter((year) => !years.includes(year));
  return html`<div class="choice"><fieldset class="options"><legend><b>${say('是哪个机关的', 'Of which organ')}</b></legend>
      ${organs.length > 1 && html`<p>${say(`文件可能是这${organs.length}家的，选一家：`, `It may be of ${organs.length} organs; choose one:`)}</p>`}
      ${organs.length === 0 && html`<p>${printed.length ? say(`文件里写的是“${list(printed.slice(0, 3))}”，没有对上登记的机关。`, `It says “${list(printed.slice(0, 3))}”, which is not registered.`) : say('文件里没有写是哪个机关的。', 'It does not say of which organ it is.')}</p>`}
      ${organs.length === 0 && !isOrgan && html`<p>${say('还没有登记的机关，先登记，再采用；文件留在这里，不用再导入。', 'An organ that is not registered yet is registered first; the file stays here and need not be sent again.')}${mayOpen('register', session().caller) && html` <a href=${`/register/${region}`}>${say('去登记', 'Register it')}</a>`}</p>`}
      ${organs.length === 1 && printed.length > 0 && html`<p class="note">${say(`文件里写的：${list(printed.slice(0, 3))}`, `In the file: ${list(printed.slice(0, 3))}`)}</p>`}
      ${[...organs, ...known].map((one) => html`<label key=${one.code}><input type="radio" name="organ" checked=${choice.organ?.code === one.code} onChange=${() => set({ organ: one })} /> ${one.name} <span class="note">${one.code}</span></label>`)}
      ${!isOrgan && html`<${Others} proposed=${organs} choice=${choice} choose=${(one) => set({ organ: one })} />`}</fieldset>
    <fieldset class="options"><legend><b>${say('是哪个年度的', 'Of which year')}</b></legend>
      ${years.length > 1 && html`<p>${say(`文件可能是这${years.length}个年度的，选一个：`, `It may be of ${years.length} years; choose one:`)}</p>`}
      ${years.length === 0 && html`<p>${say('文件里没有写年度。', 'It does not say its year.')}</p>`}
      ${years.map((year) => html`<label key=${year}><input type="radio" name="year" checked=${choice.year === year} onChange=${() => set({ year })} /> ${year}</label>`)}
      <label class="pick"><span>${years.length ? say('别的年度', 'Another year') : say('年度', 'Year')}</span><select class="field" onChange=${(event) => event.target.value && set({ year: Number(event.target.value) })}><option value="" selected=${!otherYears.includes(choice.year)}></option>${otherYears.map((year) => html`<option value=${year} selected=${choice.year === year}>${year}</option>`)}</select></label></fieldset>
    <fieldset class="options"><legend><b>${say('报的是谁的数', 'Whose figures it gives')}</b></legend>
      ${scope && html`<p class=${scope.certainty === 'sure' ? 'note' : ''}>${scope.certainty === 'likely' ? html`<span class="maybe-mark">${say('待核', 'check')}</span> ` : ''}${say(`看来是${scopes(scope.scope)}的，文件里写的：${list(scope.words)}`, `It seems to be of: ${scopes(scope.scope)}. In the file: ${list(scope.words)}`)}</p>`}
      ${['organ', 'level', 'area'].map((scope) => html`<label key=${scope}><input type="radio" name="scope" checked=${choice.scope === scope} onChange=${() => set({ scope })} /> ${scopes(scope)}</label>`)}</fieldset></div>`;
}
