/**
 * Indicators with their method, the median of the siblings beside them, and whether one can rely on the numbers.
 * exports: IndicatorSheet({standing, parent}), Reliable({figures, standing})
 */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { link } from './address.js';
import { number, rate } from './cell.js';
import { useGovernmentReport } from './government-report.js';
import { Answered } from './notice.js';
import { articleWords } from './report-forms.js';
import { Sheet } from './sheet.js';
import { session } from './session.js';
import { mayOpen } from './views.js';
import { say } from './words.js';

const FEW = 30;

const SHOWN = () => [
  ['disclosureRate', say('公开率', 'Disclosure rate'), say('（予以公开＋部分公开）÷办理总计', '(granted + partly granted) ÷ concluded')],
  ['refusalRate', say('不予公开率', 'Refusal rate'), say('不予公开÷办理总计', 'refused ÷ concluded')],
  ['carriedForwardRate', say('结转率', 'Carried forward'), say('结转下年÷（新收＋上年结转）', 'carried forward ÷ (received + carried over)')],
  ['correctionRate.reconsideration', say('复议纠正率', 'Corrected in reconsideration'), say('结果纠正÷行政复议总计', 'corrected ÷ all of reconsideration')],
];

/** The regulations are named once, below. */
const articlesOf = (article) => articleWords(article.replace(/《政府信息公开条例》|Regulations on Open Government Information \(政府信息公开条例\),? ?/, ''));

export function IndicatorSheet({ standing, parent }) {
  const { region, year, basis } = standing;
  const answer = useAnswer('/rollups/indicators', { region, year, basis });
  const beside = useAnswer(parent ? '/rollups/indicators' : null, { region: parent?.code, year, basis, by: 'region' }).data;
  const level = { city: say('市内中位数', 'City median'), province: say('省内中位数', 'Province median'), nation: say('全国中位数', 'National median') }[parent?.level] ?? say('同级中位数', 'Median');
  const anyMedian = beside?.rows.some((row) => row.median !== null && SHOWN().some(([id]) => id === row.indicator));
  const medianOf = (id) => beside?.rows.find((row) => row.indicator === id && row.median !== null)?.median;
  return html`<${Sheet} title=${say('指标', 'Indicators')}><${Answered} answer=${answer}>${(data) => html`
    <table><caption class="sr">${say('指标', 'Indicators')}</caption><thead><tr><th scope="col">${say('指标及口径', 'Indicator and definition')}</th><th scope="col" class="n">${say('本地区', 'Here')}</th>${anyMedian && html`<th scope="col" class="n">${level}</th>`}</tr></thead>
    <tbody>${SHOWN().map(([id, name, method]) => {
      const row = data.rows.find((one) => one.indicator === id) ?? {};
      const definition = data.definitions?.find((one) => one.indicator === id);
      return html`<tr><th scope="row">${parent ? html`<a href=${link('/compare', { by: 'region', of: parent.code, year, measure: `indicators.${id}`, basis: basis === 'submitted' ? null : basis })}>${name}</a>` : name}<br /><span class="note">${method}${definition?.article && say(`；${articlesOf(definition.article)}`, `; ${articlesOf(definition.article)}`)}</span></th>
        <td class="n now">${row.value == null ? html`<span class="na">${row.denominator === 0 ? say('没有可比的数', 'nothing to divide') : say('数不齐', 'incomplete')}</span>` : rate(row.value)}
          ${row.denominator > 0 && html`<br /><span class="note">${number(row.numerator)}/${number(row.denominator)}</span>`}
          ${row.denominator > 0 && row.denominator < FEW && html`<br /><span class="note">${say('不足30件，不排名', 'under 30, not ranked')}</span>`}</td>
        ${anyMedian && html`<td class="n then">${medianOf(id) == null ? html`<span class="na">${say('同级太少', 'too few')}</span>` : rate(medianOf(id))}</td>`}</tr>`;
    })}</tbody></table>
    <p class="note">${say('率＝各机关分子之和÷分母之和，不是各机关率的平均。条款是《政府信息公开条例》的。', 'A rate is the sum of the numerators over the sum of the denominators, not a mean of rates. Articles are those of the Regulations on Open Government Information (政府信息公开条例).')}</p>`}</${Answered}></${Sheet}>`;
}

export function Reliable({ figures, standing }) {
  const { region, year, basis } = standing;
  const { caller } = session();
  const mayReconcile = caller?.role === 'office' || caller?.role === 'admin';
  // Where a government has no report there is nothing to reconcile: it is looked for first, as not finding it is no error here.
  const level = useGovernmentReport(mayReconcile ? region : null, year, 'level');
  const area = useGovernmentReport(mayReconcile ? region : null, year, 'area');
  const report = [level, area].find((one) => one && one.state !== 'draft');
  const scope = report?.scope === 'area' ? 'area' : null;
  const reconciled = useAnswer(report ? '/reconciliations' : null, { region, year, basis, scope: report?.scope }).data;
  const coverage = figures.coverage();
  const blank = ['publications', 'applications', 'disclosure', 'contests'].reduce((sum, section) => sum + (figures.coverage(section)?.blank ?? 0), 0);
  const findings = mayOpen('findings', caller) && ((query) => link(`/findings/${region}/${year}`, query));
  const differing = reconciled?.rows?.filter((row) => row.difference).length ?? reconciled?.differing;
  const line = (name, value, href) => value !== undefined && html`<tr><th scope="row">${name}</th><td class="n now">${href && value > 0 ? html`<a href=${href}>${number(value)}</a>` : number(value)}</td></tr>`;
  return html`<${Sheet} title=${say('这些数可靠吗', 'Can one rely on these?')}><table><caption class="sr">${say('这些数可靠吗', 'Can one rely on these?')}</caption><tbody>
    ${line(say('提醒，机关未说明', 'Warnings nobody has explained'), coverage?.unexplained, findings && findings({ severity: 'warning', explained: 'no' }))}
    ${line(say('硬性关系不成立，已豁免', 'Hard rules broken and waived'), coverage?.waived, findings && findings({ severity: 'error' }))}
    ${line(say('留空的单元格', 'Blank cells'), blank)}
    ${line(say('与政府公布的报告不一致', 'Cells unlike the government’s report'), differing, mayOpen('reconciliation', caller) && link(`/reconciliation/${region}/${year}`, { scope }))}
  </tbody></table></${Sheet}>`;
}
