/**
 * The organs of a region with their published reports: what each put on which channel, and where to read it.
 * exports: OrganReports({standing, places, search}); documentsOf(report, name of the organ): the files of a report, for Take
 */
import { html, useMemo } from './html.js';
import { useAnswer } from './api.js';
import { link } from './address.js';
import { Cell, plain } from './cell.js';
import { FigureTable } from './figure-table.js';
import { Answered } from './notice.js';
import { usePages } from './pages.js';
import { Take } from './sheet.js';
import { State } from './state.js';
import { mayOpen } from './views.js';
import { session } from './session.js';
import { dateOf, day, say } from './words.js';

const CHANNELS = [['website', 'item'], ['wechat', 'item'], ['press-conference', 'event']];

/** The report as a document, for those who read or keep it. */
export const documentsOf = ({ id, year }, name) => [['Word', 'docx'], ['PDF', 'pdf']].map(([words, format]) => ({ name: words, label: say(`${name}：下载${words}`, `${name}: ${words}`), path: `/reports/${id}`, query: { format }, file: `${name}${year}.${format}` }));

export function OrganReports({ standing, places = [], search = '' }) {
  const { region, year } = standing;
  const counts = useAnswer('/rollups/publications', { region, year, basis: 'published', by: 'organ' });
  const reports = usePages('/reports', { region, year, scope: 'organ' });
  const rows = useMemo(() => {
    const report = new Map(reports.items.map((one) => [one.organ, one]));
    const count = (code, [channel, unit]) => counts.data?.rows.find((row) => row.code === code && row.channel === channel && row.unit === unit);
    return places.filter((place) => place.name.includes(search)).map((place) => ({ key: place.code, ...place, report: report.get(place.code), counts: CHANNELS.map((one) => count(place.code, one)?.count) }))
      .sort((a, b) => b.coverage.reported - a.coverage.reported);
  }, [places, search, counts.data, reports.items.length]);
  const read = mayOpen('reports', session().caller);
  const columns = [
    { id: 'name', kind: 'name', sortable: true, by: (row) => row.name, head: say('机关', 'Organ'), plain: (row) => row.name,
      cell: (row) => (row.report && read ? html`<a href=${link(`/reports/${row.report.id}`)}>${row.name}</a>` : row.name) },
    { id: 'state', kind: 'text', head: say('报告', 'Report'), plain: (row) => (row.report ? 'published' : ''), cell: (row) => html`<${State} of=${row.coverage.reported > 0 ? 'published' : 'unpublished'} />` },
    { id: 'day', kind: 'text', sortable: true, by: (row) => row.report?.publishedAt ?? null, label: say('公布', 'Published'), head: say('公布日期', 'Published on'), plain: (row) => (row.report?.publishedAt ? dateOf(row.report.publishedAt) : ''),
      cell: (row) => (row.report?.publishedAt ? html`<span class="nowrap">${day(dateOf(row.report.publishedAt), { year: true })}</span>` : '') },
    ...CHANNELS.map(([channel], i) => ({ id: channel, kind: 'number', sortable: true, by: (row) => row.counts[i] ?? null, className: 'now', label: [say('网站', 'Website'), say('微信', 'WeChat'), say('新闻发布会', 'Press conferences')][i],
      head: [say('网站（条）', 'Website'), say('微信（条）', 'WeChat'), say('新闻发布会（场）', 'Press conferences')][i], plain: (row) => plain(row.counts[i]),
      cell: (row) => (row.coverage.reported === 0 || row.counts[i] === undefined ? '' : html`<${Cell} value=${row.counts[i]} />`) })),
    { id: 'file', kind: 'text', headClass: 'no-print', className: 'no-print', head: say('文件', 'Files'), cell: (row) => (row.report && row.coverage.reported > 0 && read ? html`<${Take} files=${documentsOf(row.report, row.name)} />` : '') },
  ];
  return html`<${Answered} answer=${counts}>${() => html`
    ${search && html`<p class="says">${say(`名称里有“${search}”的：${rows.length}家`, `With “${search}” in the name: ${rows.length}`)}</p>`}
    <${FigureTable} className="cards" caption=${say('各机关的报告', 'The organs’ reports')} columns=${columns} rows=${rows} />
    <p class="note">${say('没有数的，报告没有写到这个渠道，不等于0。', 'Where there is no number the report does not name the channel; that is not 0.')}</p>`}</${Answered}>`;
}
