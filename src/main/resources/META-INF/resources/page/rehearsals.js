/** Rule files tried over stored reports: /rehearsals begins and lists them, /rehearsals/3?rule=T3-BAL&change=appearing is one. */
import { html, useState } from './html.js';
import { ask, download, forget, useAnswer } from './api.js';
import { go } from './address.js';
import { FileDrop } from './file-drop.js';
import { useFollow } from './follow.js';
import { useTitle } from './frame.js';
import { Answered, Empty, Refused } from './notice.js';
import { usePages } from './pages.js';
import { RehearsalResult } from './rehearsal-result.js';
import { over, period, rehearsalShape, rehearsalStates, standing } from './rehearsal-words.js';
import { FIRST_YEAR, lastYear, NATION } from './standing.js';
import { session } from './session.js';
import { State } from './state.js';
import { moment, person, say, useLanguage } from './words.js';

export default function Rehearsals({ address }) {
  useLanguage();
  const [id] = address.parts;
  return id ? html`<${RehearsalResult} key=${id} id=${id} address=${address} />` : html`<${All} />`;
}

const YAML = { 'Content-Type': 'application/yaml' };

function Begin() {
  const { caller } = session();
  const [file, setFile] = useState(null);
  const [region, setRegion] = useState(caller.region ?? NATION);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [problem, setProblem] = useState(null);
  const [sending, setSending] = useState(false);
  const named = useAnswer(/^\d{6}(\d{3})?$/.test(region) ? `/regions/${region}` : null).data;
  const inForce = useAnswer('/forms').data;
  const fetchIt = (event, edition) => {
    event.preventDefault();
    download(`/forms/${edition}/file`, {}, `${edition}.yaml`).catch(setProblem);
  };
  const years = Array.from({ length: lastYear() - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const begin = async (event) => {
    event.preventDefault();
    if (sending || !file) return;
    setSending(true);
    setProblem(null);
    try {
      const { data } = await ask('/rehearsals', { method: 'POST', body: file, headers: YAML, query: { region: region || null, from: from || null, to: to || null } });
      forget('/rehearsals');
      go(`/rehearsals/${data.id}`);
    } catch (refused) {
      setProblem(refused.code ? refused : { title: say('没有读到文件', 'The file was not read'), detail: say('文件可能移走了，再选一次。', 'It may have been moved: choose it again.') });
      setSending(false);
    }
  };
  const year = (words, value, set) => html`<label class="pick"><span>${words}</span><select class="field" onChange=${(event) => set(event.target.value)}><option value="" selected=${value === ''}>${say('不限', 'any')}</option>${years.map((one) => html`<option value=${one} selected=${String(one) === value}>${one}</option>`)}</select></label>`;
  return html`<form class="stack" onSubmit=${begin}>
    <${FileDrop} button=${file ? say('换一个规则文件', 'Choose another rule file') : say('选规则文件', 'Choose a rule file')} types=".yaml,.yml,.txt" onFiles=${([one]) => { setFile(one); setProblem(null); }}
      hint=${say('一个年版的规则文件（如2021.yaml），部分、行、列和现行的一样；改了判法的规则，version要加一。最大1 MB。', 'The file of an edition (2021.yaml), with the same sections, rows and columns; a rule that decides otherwise has another version. 1 MB at the most.')} />
    ${inForce?.length > 0 && html`<p class="take"><span class="note">${say('先下载现行的，改好再试：', 'Download the one in force first and change it: ')}</span>${inForce.map(({ edition }) => html`<a href=${`/api/v1/forms/${edition}/file`} onClick=${(event) => fetchIt(event, edition)}>${edition}.yaml</a>`)}</p>`}
    <div class="bar-row tight"><label class="pick"><span>${say('地区代码', 'Code of the region')}</span><input class="field" inputmode="numeric" value=${region} onInput=${(event) => setRegion(event.target.value.trim())} /><span class="note">${named ? say(`${named.level === 'nation' ? '全国' : named.name}和它下面的`, `${named.level === 'nation' ? 'China' : named.name} and all below`) : ''}</span></label>
      ${year(say('从哪个年度', 'From year'), from, setFrom)}${year(say('到哪个年度', 'to'), to, setTo)}</div>
    ${problem && html`<${Refused} problem=${problem} title=${say(`没有开始：${problem.title}`, `Not begun: ${problem.title}`)} focus=${true} />`}
    <div class="do">${file ? html`<button class="button main" aria-busy=${sending}>${sending ? say('正在开始……', 'Beginning …') : say(`用“${file.name}”试运行`, `Try “${file.name}”`)}</button>` : html`<span class="note">${say('先选规则文件。', 'Choose a rule file first.')}</span>`}</div></form>`;
}

function All() {
  const all = usePages('/rehearsals');
  const title = say('规则试运行', 'Rehearsal of rules');
  useTitle(title);
  useFollow(all, all.items.some((one) => !over(one)));
  const heads = [say('规则文件', 'Rule file'), say('地区', 'Region'), say('年度', 'Years'), say('进度', 'State'), say('报告', 'Reports'), say('谁', 'By'), say('时间', 'When')];
  return html`<main id="main" class="page" tabindex="-1"><h1>${title}</h1>
    <p class="says">${say('改规则以前，先在存着的报告上试：哪些问题会新出现，哪些不再有。试运行不改报告，也不改现行规则。', 'Before rules change, try them over stored reports: which findings would appear, and which would go. It changes neither reports nor the rules in force.')}</p>
    <section class="sheet rehearse"><header><h2>${say('试一个规则文件', 'Try a rule file')}</h2></header><${Begin} /></section>
    <h2 class="over-table">${say('试过的', 'Rehearsals')}</h2>
    <${Answered} answer=${all}>${() => (all.items.length === 0 ? html`<${Empty} title=${say('还没有试运行过', 'There is none yet')}>${say('选一个规则文件开始。', 'Choose a rule file to begin.')}</${Empty}>`
      : html`<div class="board"><table class="flush cards"><caption class="sr">${say('试运行', 'Rehearsals')}</caption><thead><tr>${heads.map((head, i) => html`<th scope="col" class=${i === 4 ? 'n' : ''}>${head}</th>`)}</tr></thead>
        <tbody>${all.items.map((one) => html`<tr key=${one.id}><th scope="row"><a href=${`/rehearsals/${one.id}`}>${say(`${one.edition}年版，version ${one.version}`, `Edition ${one.edition}, version ${one.version}`)}</a></th><td data-label=${heads[1]}>${one.region}</td><td data-label=${heads[2]}>${period(one)}</td>
          <td data-label=${heads[3]}><${State} of=${rehearsalShape(one.state)} word=${over(one) ? rehearsalStates(one.state) : standing(one)} /></td><td class="n" data-label=${heads[4]}>${one.reports}</td><td data-label=${heads[5]}>${person(one.author)}</td><td class="then" data-label=${heads[6]}>${moment(one.createdAt)}</td></tr>`)}</tbody></table></div>
        ${all.next && html`<p class="bar-row"><button type="button" class="button small" onClick=${all.more}>${say('再列一些', 'List more')}</button></p>`}`)}</${Answered}></main>`;
}
