/**
 * What a rule file would find: by rule, what appears and what goes, then report by report.
 * exports: RehearsalResult({id, address})
 */
import { html, useMemo, useState } from './html.js';
import { ask, forget, useAnswer } from './api.js';
import { change, go } from './address.js';
import { number } from './cell.js';
import { FigureTable } from './figure-table.js';
import { useFollow } from './follow.js';
import { useTitle } from './frame.js';
import { Answered, Empty, Live, Refused, Waiting } from './notice.js';
import { usePages } from './pages.js';
import { Progress } from './progress.js';
import { over, percent, period, rehearsalShape, rehearsalStates, standing, verdict } from './rehearsal-words.js';
import { useForms } from './report-forms.js';
import { State } from './state.js';
import { label, moment, person, say, severities, states } from './words.js';

const changes = (code) => say(...{ appearing: ['新出现', 'appears'], disappearing: ['不再有', 'goes'] }[code]);

function End({ rehearsal, again }) {
  const [problem, setProblem] = useState(null);
  const [asking, setAsking] = useState(false);
  const isOver = over(rehearsal);
  const end = () => ask(`/rehearsals/${rehearsal.id}`, { method: 'DELETE' }).then(() => {
    forget('/rehearsals');
    setAsking(false);
    if (isOver) go('/rehearsals');
    else again();
  }, setProblem);
  if (problem) return html`<${Refused} problem=${problem} title=${say('没有办成', 'Not done')} focus=${true} />`;
  if (!asking) return html`<button type="button" class="button small" onClick=${() => setAsking(true)}>${isOver ? say('删去这次试运行', 'Delete it') : say('停下', 'Stop it')}</button>`;
  return html`<span class="head-row" role="alert"><span>${isOver ? say('删去以后结果就没有了。', 'Its results are gone then.') : say('停下以后，已经看出的还留着。', 'What it has found so far stays.')}</span><button type="button" class="button small" onClick=${end}>${isOver ? say('删去', 'Delete') : say('停下', 'Stop')}</button><button type="button" class="button small" onClick=${() => setAsking(false)}>${say('不', 'No')}</button></span>`;
}

function Rules({ rehearsal, labels, rule }) {
  const count = (of) => html`${number(of.findings)}${of.findings > 0 && html`<br /><span class="note">${say(`${number(of.reports)}份报告`, `${number(of.reports)} ${of.reports === 1 ? 'report' : 'reports'}`)}</span>`}`;
  const columns = [
    { id: 'rule', kind: 'name', head: say('规则', 'Rule'), sortable: true, by: (row) => row.rule, plain: (row) => row.rule, cell: (row) => html`<button type="button" class="as-link" aria-pressed=${rule === row.rule} onClick=${() => change({ rule: rule === row.rule ? null : row.rule })}>${row.rule}</button> ${label(labels.get(row.rule)?.label)}` },
    { id: 'version', kind: 'text', head: 'version', label: 'version', plain: (row) => row.version, cell: (row) => row.version },
    { id: 'severity', kind: 'text', head: say('级别', 'Severity'), label: say('级别', 'Severity'), plain: (row) => severities(row.severity), cell: (row) => severities(row.severity) },
    { id: 'appearing', kind: 'number', className: 'now', head: say('新出现', 'Appear'), label: say('新出现', 'Appear'), sortable: true, by: (row) => row.appearing.findings, plain: (row) => row.appearing.findings, cell: (row) => count(row.appearing) },
    { id: 'disappearing', kind: 'number', className: 'now', head: say('不再有', 'Go'), label: say('不再有', 'Go'), sortable: true, by: (row) => row.disappearing.findings, plain: (row) => row.disappearing.findings, cell: (row) => count(row.disappearing) },
    { id: 'unsubmittable', kind: 'number', head: say('不能再提交的报告', 'Reports that could not be submitted'), label: say('不能再提交的报告', 'Could not be submitted'), sortable: true, by: (row) => row.unsubmittable, plain: (row) => row.unsubmittable, cell: (row) => number(row.unsubmittable) },
  ];
  const rows = rehearsal.rules.map((row) => ({ ...row, key: row.rule, className: rule === row.rule ? 'chosen-row' : '' }));
  if (rows.length === 0) return html`<${Empty} title=${over(rehearsal) ? say('什么也不变', 'Nothing changes') : say('还没有看出变化', 'No change so far')}>${over(rehearsal) ? say('文件里的规则和现行的看法一样。', 'The file’s rules and those in force agree.') : say('看出变化就列在这里。', 'Changes are listed here as they are found.')}</${Empty}>`;
  return html`<div class="board"><${FigureTable} className="flush cards" caption=${say('按规则', 'By rule')} columns=${columns} rows=${rows} sort=${{ id: 'appearing', down: true }} /></div>`;
}

function Findings({ rehearsal, rule, wanted }) {
  const found = usePages(`/rehearsals/${rehearsal.id}/findings`, { rule, change: wanted });
  useFollow(found, !over(rehearsal));
  const heads = [say('报告', 'Report'), say('年度', 'Year'), say('变化', 'Change'), say('问题', 'Finding'), say('报告现在', 'Report now')];
  const filter = (code, words) => html`<button type="button" aria-pressed=${(wanted ?? '') === code} onClick=${() => change({ change: code || null })}>${words}</button>`;
  return html`<h2 class="over-table">${rule ? say(`${rule}在哪些报告里`, `${rule}, report by report`) : say('在哪些报告里', 'Report by report')}</h2>
    <div class="bar-row"><span class="seg">${filter('', say('全部', 'All'))}${filter('appearing', changes('appearing'))}${filter('disappearing', changes('disappearing'))}</span>${rule && html`<button type="button" class="button small" onClick=${() => change({ rule: null })}>${say('看全部规则', 'All rules')}</button>`}</div>
    <${Answered} answer=${found}>${(data) => (found.items.length === 0 ? html`<${Empty}>${say('没有这样的变化。', 'There is no such change.')}</${Empty}>`
      : html`<div class="board"><table class="flush cards shifts"><caption class="sr">${heads[3]}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${found.items.map((one, i) => html`<tr key=${i}><th scope="row"><a href=${`/reports/${one.report}`}>${one.name ?? one.organ}</a></th><td data-label=${heads[1]}>${one.year}</td><td data-label=${heads[2]} class="nowrap"><span aria-hidden="true">${one.change === 'appearing' ? '＋' : '−'}</span>${changes(one.change)}</td>
          <td data-label=${heads[3]}><span class="note">${one.finding.rule} ${severities(one.finding.severity)}</span><br />${one.finding.message}</td><td data-label=${heads[4]}><${State} of=${one.state} word=${states(one.state)} /></td></tr>`)}</tbody></table></div>
        ${!data.complete && html`<p class="note">${say('每条规则只留下前一部分，上面的数目是全的。', 'Of each rule only the first ones are kept; the counts above are of all.')}</p>`}
        ${found.next && html`<p class="bar-row"><button type="button" class="button small" onClick=${found.more}>${say('再列一些', 'List more')}</button></p>`}`)}</${Answered}>`;
}

export function RehearsalResult({ id, address }) {
  const answer = useAnswer(`/rehearsals/${id}`);
  const { forms } = useForms();
  const { data } = answer;
  const labels = useMemo(() => new Map(Object.values(forms ?? {}).flatMap((form) => form.rules.map((rule) => [rule.id, rule]))), [forms]);
  useFollow(answer, data && !over(data));
  const title = data ? say(`规则试运行：${data.edition}年版，version ${data.version}`, `Rehearsal: edition ${data.edition}, version ${data.version}`) : say('规则试运行', 'Rehearsal of rules');
  useTitle(title);
  if (!data) {
    return html`<main id="main" class="page slim" tabindex="-1"><h1>${title}</h1>${answer.problem ? html`<${Refused} problem=${answer.problem} again=${answer.again} />${answer.problem.status === 404 && html`<p><a href="/rehearsals">${say('看全部试运行', 'All rehearsals')}</a></p>`}` : html`<${Waiting} answer=${answer} />`}</main>`;
  }
  const { rule, change: wanted } = address.query;
  return html`<main id="main" class="page" tabindex="-1">
    <ol class="crumbs note"><li><a href="/rehearsals">${say('规则试运行', 'Rehearsals')}</a></li><li aria-current="page">${say(`第${data.id}次`, `no. ${data.id}`)}</li></ol>
    <div class="head-row"><h1>${title}</h1><${State} of=${rehearsalShape(data.state)} word=${rehearsalStates(data.state)} /><span class="note">${say(`地区${data.region}，年度${period(data)}，${person(data.author)}，${moment(data.createdAt)}`, `region ${data.region}, years ${period(data)}, ${person(data.author)}, ${moment(data.createdAt)}`)}</span><span class="grow"></span><${End} rehearsal=${data} again=${answer.again} /></div>
    <${Answered} answer=${answer}>${() => html`<div class="cover"><div>${over(data) ? html`<p><b>${verdict(data)}</b></p>` : html`<p><b>${standing(data)}</b></p><${Progress} done=${percent(data)} of=${100} label=${say('试运行的进度', 'Rehearsal')} /><p class="note">${say('可以离开这一页；下面是已经看出的。', 'You may leave this page; below is what it has found so far.')}</p>`}
      ${data.state === 'failed' && html`<p>${say('运行时现行规则换了，结果说明不了什么：再试一次。', 'Other rules came into force meanwhile, so that it says nothing: try once more.')}</p>`}</div></div>`}</${Answered}>
    <${Live}>${over(data) ? verdict(data) : ''}</${Live}>
    <${Rules} rehearsal=${data} labels=${labels} rule=${rule} />
    <${Findings} rehearsal=${data} rule=${rule} wanted=${['appearing', 'disappearing'].includes(wanted) ? wanted : undefined} />
  </main>`;
}
