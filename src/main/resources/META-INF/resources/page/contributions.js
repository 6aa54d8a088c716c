/**
 * What a number is made of, from the region down to one cell of one report; the parts add up to it.
 * exports: Contributions({standing, address})
 */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { link } from './address.js';
import { Bar, most } from './bar.js';
import { Cell, number, plain } from './cell.js';
import { FigureTable, tsv } from './figure-table.js';
import { Place, useTitle } from './frame.js';
import { numberPath, partsOf } from './number-link.js';
import { Answered, Band, Refused } from './notice.js';
import { Sheet, Take } from './sheet.js';
import { usePages } from './pages.js';
import { mayOpen } from './views.js';
import { session } from './session.js';
import { bases, counted, say, several } from './words.js';

export function Contributions({ standing, address }) {
  const { region, year, basis } = standing;
  const path = address.parts[2];
  const { by: asked, own, organ, blank, otherLayout } = address.query;
  const detail = useAnswer(`/regions/${region}`).data;
  const by = asked ?? (organ ? 'cell' : detail?.children > 0 ? 'region' : 'organ');
  const measure = { region: '个', organ: '家', cell: '格' }[by] ?? '个';
  const query = { region, year, basis, by, own, organ, blank, otherLayout, ...partsOf(path) };
  const pages = usePages(detail || asked ? '/rollups/contributions' : null, query);
  const kept = basis === 'submitted' ? {} : { basis };
  const at = (members, where = region) => link(`/overview/${where}/${year}/${path}`, { ...kept, ...members });
  const data = pages.data;
  useTitle(data?.label ?? say('由哪些数相加', 'What it is made of'));
  const href = (part) => {
    if (by === 'region') return part.code === region ? at({ by: 'organ', own: true }) : at({}, part.code);
    if (by === 'organ') return at({ by: 'cell', organ: part.code, own });
    const report = pages.report;
    return report && mayOpen('reports', session().caller) ? link(`/reports/${report}`, {}, part.code) : undefined;
  };
  const columns = [
    { id: 'name', kind: 'name', head: { region: say('地区', 'Region'), organ: say('机关', 'Organ'), cell: say('单元格', 'Cell') }[by], plain: (part) => part.name,
      cell: (part) => (href(part) ? html`<a href=${href(part)}>${part.name}</a>` : part.name) },
    { id: 'bar', kind: 'bar', wide: true, head: '', cell: (part) => html`<${Bar} now=${part.number} most=${most(pages.items, 'number')} />` },
    { id: 'number', kind: 'number', className: 'now', head: say('数', 'Number'), plain: (part) => plain(part.number), cell: (part) => html`<${Cell} value=${part.number} blank=${part.blank} approximate=${part.approximate > 0} />` },
    ...(by === 'cell' ? [] : [{ id: 'report', kind: 'text', head: by === 'organ' ? say('报告', 'Report') : say('报告数', 'Reports'), plain: (part) => part.report ?? part.reports,
      cell: (part) => (by === 'organ' && part.report && mayOpen('reports', session().caller)
        ? html`<a href=${link(`/reports/${part.report}`, {}, reportCell(path))}>${say(`第${part.revision}稿`, `revision ${part.revision}`)}</a>` : number(part.reports)) }]),
  ];
  return html`<${Place} region=${region} year=${year} basis=${basis} address=${(to) => link(`/overview/${to.region ?? region}/${to.year ?? year}/${path}`, kept)} />
    <main id="main" class="page" tabindex="-1">
    <p class="note"><a href=${link(`/overview/${region}/${year}`, kept)}>${say('回到总览', 'Back to the overview')}</a></p>
    ${pages.problem && !data ? html`<${Refused} problem=${pages.problem} again=${pages.again} />` : html`<${Answered} answer=${pages}>${() => html`
      <h1>${data.label}</h1>
      <div class="cover"><p>${say('由哪些数相加：', 'It is made of: ')}<b><${Cell} value=${data.sum} /></b>${say('，来自', ', from ')}${counted(data.reports, '份报告', 'report')}${say(`（计入${bases(basis)}的）。`, ` (${bases(basis)}).`)}
        ${data.blank > 0 && html` <a href=${at({ by: 'organ', blank: true })}>${say(`其中空着的${number(data.blank)}格没有算`, several(data.blank, 'blank cell is left out', 'blank cells are left out'))}</a>${say('。', '.')}`}
        ${data.otherLayout > 0 && html` <a href=${at({ by: 'organ', otherLayout: true })}>${say(`另一版式的${number(data.otherLayout)}份没有这一格`, several(data.otherLayout, 'report of the other layout does not have it', 'reports of the other layout do not have it'))}</a>${say('。', '.')}`}</p></div>
      ${(blank || otherLayout) && html`<${Band} action=${html`<a class="button small" href=${at({ by: 'organ' })}>${say('全部', 'All')}</a>`}>${blank ? say('只列空着的', 'Only those that left it blank') : say('只列另一版式的', 'Only those of the other layout')}</${Band}>`}
      <${Sheet} level=${2} title=${say('由哪些数相加', 'What it is made of')} note=${say(`${number(data.total)}${measure}，从大到小`, `${number(data.total)}, largest first`)}
          take=${html`<${Take} copy=${() => tsv(columns, pages.items)} files=${[{ name: 'CSV', path: '/rollups/contributions', query: { ...query, format: 'csv' }, file: `${region}-${year}-${path}.csv` }, { name: 'JSON', path: '/rollups/contributions', query }]} />`}>
        <${FigureTable} caption=${data.label} columns=${columns} rows=${pages.items} />
        ${pages.next && html`<p class="note"><button type="button" class="button" onClick=${pages.more}>${say(`再取200${measure}（还有${number(data.total - pages.items.length)}${measure}）`, `200 more (${number(data.total - pages.items.length)} left)`)}</button></p>`}
        ${!pages.next && data.sum !== null && html`<p class="note">${say(`以上相加等于${number(data.sum)}。`, `These add up to ${number(data.sum)}.`)}</p>`}
      </${Sheet}>`}</${Answered}>`}</main>`;
}

/** The cell of a report that the number is about; publications stand in their own list. */
const reportCell = (path) => (path.startsWith('publications') ? 'publications' : path);
export { numberPath };
