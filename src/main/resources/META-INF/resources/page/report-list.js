/**
 * Reports of a region and year, as the caller may see them: /reports?region=371002&year=2021
 * exports: ReportList({address})
 */
import { html, useEffect, useMemo, useState } from './html.js';
import { everyPage } from './api.js';
import { link } from './address.js';
import { FigureTable } from './figure-table.js';
import { Place, useTitle } from './frame.js';
import { Empty, Refused, Waiting } from './notice.js';
import { documentsOf } from './organ-reports.js';
import { Take } from './sheet.js';
import { useStanding } from './standing.js';
import { State } from './state.js';
import { dateOf, day, kinds, say, scopes, several, useLanguage } from './words.js';

export function ReportList({ address }) {
  const standing = useStanding();
  useLanguage();
  const region = address.query.region ?? standing.region;
  const year = Number(address.query.year ?? standing.year);
  const [found, setFound] = useState({ waiting: true });
  const [q, setQ] = useState('');
  useTitle(say('各机关报告', 'Reports of organs'));
  useEffect(() => {
    const leave = new AbortController();
    setFound({ waiting: true });
    const { signal } = leave;
    Promise.all([everyPage('/reports', { region, year }, { signal }), everyPage('/organs', { region, year }, { signal })])
      .then(([reports, organs]) => setFound({ reports, organs: new Map(organs.map((organ) => [organ.code, organ])) }))
      .catch((problem) => problem.name !== 'AbortError' && setFound({ problem }));
    return () => leave.abort();
  }, [region, year]);
  const rows = useMemo(() => (found.reports ?? []).map((report) => ({ ...report, key: report.id, name: found.organs.get(report.organ)?.name ?? report.organ, organKind: found.organs.get(report.organ)?.kind }))
    .filter((row) => row.name.includes(q.trim()) || row.organ.includes(q.trim())), [found, q]);
  const columns = [
    { id: 'name', kind: 'name', head: say('机关', 'Organ'), sortable: true, by: (row) => row.name, plain: (row) => row.name, cell: (row) => html`<a href=${`/reports/${row.id}`}>${row.name}</a>${row.scope !== 'organ' ? html` <span class="note">${scopes(row.scope)}</span>` : ''}` },
    { id: 'kind', kind: 'text', head: say('类型', 'Kind'), wide: true, sortable: true, by: (row) => row.organKind, plain: (row) => kinds(row.organKind), cell: (row) => (row.organKind ? kinds(row.organKind) : '') },
    { id: 'state', kind: 'text', head: say('进度', 'State'), sortable: true, by: (row) => row.state, plain: (row) => row.state, cell: (row) => html`<${State} of=${row.state} />` },
    { id: 'day', kind: 'text', head: say('公布日期', 'Published on'), wide: true, sortable: true, by: (row) => row.publishedAt ?? null, plain: (row) => (row.publishedAt ? dateOf(row.publishedAt) : ''), cell: (row) => (row.publishedAt ? day(dateOf(row.publishedAt), { year: true }) : '') },
    { id: 'file', kind: 'text', headClass: 'no-print', className: 'no-print', head: say('文件', 'Files'), cell: (row) => html`<${Take} files=${documentsOf(row, row.name)} />` },
  ];
  return html`<${Place} region=${region} year=${year} address=${(to) => link('/reports', { region, year, ...to })} />
    <main id="main" class="page" tabindex="-1"><h1>${say(`${year}年度各机关报告`, `Reports of ${year}`)}</h1>
      <div class="bar-row"><label class="pick"><span>${say('查找机关', 'Find an organ')}</span><input class="field" type="search" value=${q} onInput=${(event) => setQ(event.target.value)} /></label><span class="grow"></span><span class="note">${say(`${rows.length}份`, several(rows.length, 'report'))}</span></div>
      ${found.problem && html`<${Refused} problem=${found.problem} />`}
      ${found.waiting && html`<${Waiting} answer=${found} />`}
      ${found.reports && (rows.length ? html`<section class="sheet"><${FigureTable} caption=${say('各机关报告', 'Reports of organs')} columns=${columns} rows=${rows} /></section>`
        : html`<${Empty} title=${found.reports.length ? say('没有符合的机关', 'No organ matches') : say(`${year}年度还没有可看的报告`, `No report of ${year} to be seen yet`)} action=${found.reports.length ? html`<button type="button" class="button" onClick=${() => setQ('')}>${say('清除查找', 'Clear the search')}</button>` : ''}>
          ${found.reports.length ? say('换一个名称，或清除查找。', 'Try another name, or clear the search.') : say('报告发布以后在这里列出。', 'Reports are listed here once they are published.')}</${Empty}>`)}
    </main>`;
}
