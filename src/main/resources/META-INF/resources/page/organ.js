/** An organ: what it is, and its report of every year. */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { link } from './address.js';
import { FigureTable } from './figure-table.js';
import { Place, useTitle } from './frame.js';
import { Answered, Empty } from './notice.js';
import { Sheet } from './sheet.js';
import { State } from './state.js';
import { FIRST_YEAR, lastYear } from './standing.js';
import { mayOpen } from './views.js';
import { session } from './session.js';
import { day, kinds, say, scopes } from './words.js';

/** Of years before, reports may be entered later; of those before the organ was there, nothing is expected. */
function Earlier({ code, since, known }) {
  const years = [];
  for (let year = lastYear() - 1; year >= Math.max(FIRST_YEAR, since); year--) if (!known.has(year)) years.push(year);
  return years.length === 0 ? '' : html`<p class="note">${say('补报以前的年度：', 'Enter a year before: ')}<span class="take">${years.map((year) => html`<a href=${`/filing/${code}/${year}`}>${year}</a>`)}</span></p>`;
}

function Years({ code, since }) {
  const answer = useAnswer('/reports', { organ: code, from: FIRST_YEAR, to: lastYear(), limit: 200 });
  const { caller } = session();
  return html`<${Answered} answer=${answer}>${({ items }) => {
    const years = [...new Set([...items.map((one) => one.year), ...(caller?.organ === code ? [lastYear()] : [])])].sort((a, b) => b - a);
    const rows = years.flatMap((year) => {
      const ofYear = items.filter((one) => one.year === year);
      return ofYear.length > 0 ? ofYear.map((one) => ({ key: one.id, year, report: one })) : [{ key: year, year }];
    });
    const may = mayOpen('filing', caller) && (caller.role !== 'organ' || caller.organ === code);
    const earlier = caller?.organ === code && html`<${Earlier} code=${code} since=${since} known=${new Set(items.filter((one) => one.scope === 'organ').map((one) => one.year))} />`;
    if (rows.length === 0) return html`<${Empty} title=${say('没有可以看的报告', 'No report to be seen')}>${say('这家机关没有已发布的报告。', 'No report of this organ is published.')}</${Empty}>`;
    const columns = [
      { id: 'year', kind: 'name', head: say('年度', 'Year'), plain: (row) => row.year, cell: (row) => row.year },
      { id: 'scope', kind: 'text', head: say('范围', 'Scope'), plain: (row) => row.report?.scope, cell: (row) => scopes(row.report?.scope ?? 'organ') },
      { id: 'state', kind: 'text', head: say('状态', 'State'), plain: (row) => row.report?.state, cell: (row) => html`<${State} of=${row.report?.state ?? 'not-started'} />` },
      { id: 'revision', kind: 'number', head: say('第几稿', 'Revision'), plain: (row) => row.report?.revision, cell: (row) => row.report?.revision ?? '' },
      { id: 'go', kind: 'text', head: say('看什么', 'To'), cell: (row) => html`<span class="take">${row.report && mayOpen('reports', caller) && html`<a href=${`/reports/${row.report.id}`}>${say('报告', 'Report')}</a>`}
        ${may && (row.report?.scope ?? 'organ') === 'organ' && html`<a href=${`/filing/${code}/${row.year}`}>${say('填报', 'File')}</a>`}</span>` },
    ];
    return html`<${FigureTable} caption=${say('历年报告', 'Reports by year')} columns=${columns} rows=${rows} />
      ${earlier}
      ${items.length > 1 && html`<p class="note"><a href=${link('/compare', { organ: code, year: items.slice(-3).map((one) => one.year).reverse().join(',') })}>${say('逐年对照数字和文字', 'Figures and text, year by year')}</a></p>`}`;
  }}</${Answered}>`;
}

export default function Organ({ address }) {
  const code = address.parts[0];
  const answer = useAnswer(`/organs/${encodeURIComponent(code)}`);
  useTitle(answer.data?.name);
  return html`${answer.data && html`<${Place} region=${answer.data.region} address=${mayOpen('overview', session().caller) && ((to) => `/overview/${to.region}/${lastYear()}`)} />`}
    <main id="main" class="page" tabindex="-1"><${Answered} answer=${answer}>${(organ) => html`
    <h1>${organ.name}</h1>
    <p class="says">${organ.code}${say('，', ', ')}${organ.kindLabel ?? kinds(organ.kind)}${say('，', ', ')}${mayOpen('overview', session().caller) ? html`<a href=${link(`/overview/${organ.region}/${lastYear()}`)}>${organ.regionName}</a>` : organ.regionName}
      ${organ.validTo && say(`，${day(organ.validTo, { year: true })}起停用`, `, retired from ${day(organ.validTo)}`)}</p>
    <${Sheet} level=${2} title=${say('历年报告', 'Reports by year')}><${Years} code=${organ.code} since=${Math.min(...(organ.versions ?? []).map((one) => Number((one.validFrom ?? '0').slice(0, 4))), lastYear())} /></${Sheet}>
    ${organ.versions?.length > 1 && html`<${Sheet} level=${2} title=${say('名称和归属的变更', 'Changes of name and region')}><ul class="found">${organ.versions.map((one) => html`<li>${one.name} <span class="note">${one.validFrom ? say(`${day(one.validFrom, { year: true })}起`, `from ${day(one.validFrom)}`) : ''}</span></li>`)}</ul></${Sheet}>`}`}</${Answered}></main>`;
}
