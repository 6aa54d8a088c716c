/**
 * What anyone may read without signing in: the sums of what is published, in plain words.
 * exports: Citizen({standing})
 */
import { html, useState } from './html.js';
import { useAnswer } from './api.js';
import { link } from './address.js';
import { Bar, most } from './bar.js';
import { Cell, number, plain, share } from './cell.js';
import { Children } from './children.js';
import { Coverage } from './coverage.js';
import { FigureTable } from './figure-table.js';
import { useFigures } from './figures.js';
import { Place, useTitle } from './frame.js';
import { placeOfGovernment, useGovernmentReport } from './government-report.js';
import { KnownYears } from './known-years.js';
import { Empty, Refused } from './notice.js';
import { Channels, Needs, OUTCOMES, filesOf, outcomeValue, rowName } from './overview-parts.js';
import { MANY, OrganList } from './many-organs.js';
import { OrganReports } from './organ-reports.js';
import { Take } from './sheet.js';
import { counted, regionName, say } from './words.js';

const PLAIN = () => ({
  granted: say('按申请提供了信息', 'the information was given'),
  partlyGranted: say('提供可以公开的部分，其余说明理由', 'a part was given, the rest refused with reasons'),
  refused: say('依法不能公开，说明理由', 'refused by law, with reasons'),
  unableToProvide: say('本机关不掌握、要另行制作，或内容不明', 'not held, would have to be made, or unclear'),
  notProcessed: say('信访投诉、重复申请等', 'complaints, repeated applications and the like'),
  otherHandling: say('逾期不补正、逾期不缴费等', 'not corrected or not paid for in time, and the like'),
});

function Lead({ figures, name }) {
  const { year } = figures;
  const total = (row) => figures.at('applications', row, 'total').value ?? 0;
  const [received, over, done] = ['received', 'carriedOver', 'outcomes.total'].map(total);
  const open = outcomeValue(figures, 'granted') + outcomeValue(figures, 'partlyGranted');
  const cases = (n) => html`<b>${counted(n, '件', 'application')}</b>`;
  if (received + over === 0) return html`<p class="lead">${say(`${year}年，${name}已发布报告的机关没有收到政府信息公开申请。`, `In ${year}, those organs of ${name} whose reports are published received no application.`)}</p>`;
  return html`<p class="lead">${say(
    html`${year}年，${name}各机关共收到${cases(received)}政府信息公开申请，${over > 0 && html`加上上年结转的${counted(over, '件', '')}，`}办结${cases(done)}。${done > 0 && html`其中${cases(open)}予以公开或部分公开${done >= 30 ? `，每10件中约有${Math.round((open / done) * 10)}件` : ''}。`}`,
    html`In ${year}, the organs of ${name} received ${cases(received)}${over > 0 && html`, with ${number(over)} carried over from the year before`}, and concluded ${cases(done)}. ${done > 0 && html`${cases(open)} ${open === 1 ? 'was' : 'were'} granted in full or in part${done >= 30 ? `, about ${Math.round((open / done) * 10)} of 10` : ''}.`}`)}</p>`;
}

function OutcomeTable({ figures }) {
  const { year, form } = figures;
  const words = PLAIN();
  const rows = OUTCOMES.map((id) => ({ id, key: id, name: rowName(form, 'applications', `outcomes.${id}`, id), says: words[id],
    now: figures.at('applications', `outcomes.${id}`, 'total').value, then: figures.at('applications', `outcomes.${id}`, 'total', year - 1).value }));
  const all = { id: 'total', key: 'total', sum: true, name: say('合计', 'All'), now: figures.at('applications', 'outcomes.total', 'total').value, then: figures.at('applications', 'outcomes.total', 'total', year - 1).value };
  const top = most(rows, 'now', 'then');
  const columns = [
    { id: 'name', kind: 'name', head: say('结果', 'Outcome'), plain: (row) => row.name, cell: (row) => (row.says ? html`${row.name}<br /><span class="note">${row.says}</span>` : row.name) },
    { id: 'bar', kind: 'bar', wide: true, head: '', cell: (row) => (row.sum ? '' : html`<${Bar} now=${row.now} then=${row.then} most=${top} />`) },
    { id: 'now', kind: 'number', className: 'now', head: say(`${year}年`, `${year}`), plain: (row) => plain(row.now), cell: (row) => html`<${Cell} value=${row.now} />` },
    { id: 'share', kind: 'number', wide: true, className: 'then', head: say('占比', 'Share'), plain: (row) => share(row.now, all.now), cell: (row) => (all.now >= 30 ? share(row.now, all.now) : '') },
    { id: 'then', kind: 'number', className: 'then', head: say(`${year - 1}年`, `${year - 1}`), plain: (row) => plain(row.then), cell: (row) => (row.then === null ? html`<span class="na">${say('上年无报告', 'no report')}</span>` : html`<${Cell} value=${row.then} />`) },
  ];
  return html`<${FigureTable} caption=${say('申请办理结果', 'Outcomes')} columns=${columns} rows=${[...rows, all]} />
    <p class="note">${all.now >= 30 ? say('占比四舍五入，相加可能不是正好100%。', 'Shares are rounded and may not make exactly 100 %.') : say('不足30件，不算占比。', 'Under 30: no shares.')}</p>`;
}

export function Citizen({ standing }) {
  const { region, year } = standing;
  const figures = useFigures(standing);
  const detail = useAnswer(`/regions/${region}`);
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  // Until it is known which of the two are below, nothing of them is asked for.
  const below = detail.data && (detail.data.children > 0 ? 'region' : 'organ');
  const coverage = figures.coverage();
  const isMany = below === 'organ' && coverage?.expected > MANY;
  const list = useAnswer(detail.data && (below === 'region' || coverage && !isMany) ? '/rollups/applications' : null, { region, year, basis: 'published', by: below, row: 'received', column: 'total', compare: 'previous-year' });
  const places = below === 'organ' ? list.data?.places.filter((place) => place.year === year && place.coverage.expected > 0) : undefined;
  const name = regionName(detail.data);
  const government = useGovernmentReport(region, year);
  // Where no organ is expected there is no coverage either, and nothing to add up.
  const nothing = coverage ? coverage.reported === 0 : figures.answers.applications.data !== undefined;
  useTitle(say(`${name}${year}年政府信息公开`, `${name} ${year}`));
  const problem = detail.problem ?? figures.answers.applications.problem;
  if (problem && !coverage) return html`<main id="main" class="page slim" tabindex="-1"><h1>${say('没有取到数据', 'No data')}</h1><${Refused} problem=${problem} again=${figures.answers.applications.again} /></main>`;
  const find = (event) => {
    event.preventDefault();
    setSearch(text.trim());
    document.getElementById('organs')?.scrollIntoView();
  };
  return html`<${Place} region=${region} year=${year} address=${(to) => link(`/overview/${to.region ?? region}/${to.year ?? year}`)} />
    <main id="main" class="page" tabindex="-1">
    <h1>${name && say(`${name}${year}年政府信息公开`, `${name}: open government information in ${year}`)}</h1>
    ${coverage?.reported > 0 && html`<${Needs} of=${[figures.answers.applications]}><${Lead} figures=${figures} name=${name} /></${Needs}>`}
    ${(coverage || !nothing) && html`<${Coverage} coverage=${coverage} standing=${standing} places=${places} isPublic=${true} />`}
    ${government && html`<p><a href=${placeOfGovernment(government)}>${say(`${name}人民政府${year}年度报告`, `The report of the government of ${name}, ${year}`)}</a></p>`}
    ${nothing ? html`<${Empty} title=${say(`${year}年度还没有发布的报告`, `No report of ${year} is published yet`)} action=${html`<a class="button" href="/">${say('看最近有报告的年度', 'See the newest year with reports')}</a>`}>
        ${say('各机关在次年1月31日以前公布年度报告。', 'Organs publish their annual reports by 31 January of the year after.')}
        <${KnownYears} region=${region} year=${year} basis="published" to=${(other) => `/overview/${region}/${other}`} /></${Empty}>` : html`
    ${below === 'organ' && html`<form class="find" role="search" onSubmit=${find}><label class="sr" for="find-organ">${say('找一家机关', 'Find an organ')}</label>
      <input class="field" id="find-organ" type="search" value=${text} onInput=${(event) => setText(event.target.value)} /><button type="submit" class="button main">${say('查找机关', 'Find an organ')}</button></form>`}
    <section><h2>${say('申请办理结果', 'What became of the applications')}</h2><p class="says">${say(`办结的申请，按结果分；白条是${year - 1}年。`, `Concluded applications by outcome; white bars are ${year - 1}.`)}</p>
      <${Needs} of=${[figures.answers.applications]}><${OutcomeTable} figures=${figures} /></${Needs}>
      <p class="note"><${Take} files=${filesOf('applications', standing)} /></p></section>
    <section><h2>${say('信息发布渠道', 'Where information was published')}</h2><p class="says">${say('同一条信息可能发在几个渠道，所以各渠道不相加。', 'An item may go out on several channels, so these are not added.')}</p>
      <${Needs} of=${[figures.answers.publications]}><${Channels} figures=${figures} standing=${standing} bare=${true} /></${Needs}>
      <p class="note"><${Take} files=${filesOf('publications', standing)} /></p></section>`}
    ${!below || (nothing && places?.length === 0) ? '' : html`<section id="organs">${below === 'organ'
      ? html`<h2>${say('各机关的报告', 'The organs’ reports')}</h2>${isMany ? html`<${OrganList} standing=${standing} q=${search} />` : html`<${OrganReports} standing=${standing} places=${places} search=${search} />`}`
      : html`<h2>${say('各地区', 'Regions below')}</h2><${Children} answer=${list} standing=${standing} below=${below} />`}</section>`}</main>`;
}
