/** Definitions: what is counted, how rates are made, what the words and shapes mean. */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { useTitle } from './frame.js';
import { Cell } from './cell.js';
import { Answered } from './notice.js';
import { articleWords } from './report-forms.js';
import { session } from './session.js';
import { State } from './state.js';
import { mayOpen } from './views.js';
import { lastYear, useStanding } from './standing.js';
import { say } from './words.js';

const STATES = ['not-started', 'draft', 'errors', 'submitted', 'withdrawn', 'returned', 'accepted', 'published', 'reopened', 'exempt', 'late', 'missing'];

export default function About() {
  const { region } = useStanding();
  useTitle(say('口径说明', 'Definitions'));
  // An organ may not ask for sums.
  const maySum = mayOpen('overview', session().caller);
  const indicators = useAnswer(maySum ? '/rollups/indicators' : null, { region, year: lastYear(), basis: 'published' });
  const cells = [[0, say('填了0', '0 was stated')], [null, say('空着，不当作0', 'left blank; not taken for 0')], ['n/a', say('填了“/”“—”或“不适用”', '“/”, “—” or “not applicable” was stated')], ['251000元', say('不是数，照原样留着', 'no number; kept as it was stated')]];
  return html`<main id="main" class="page" tabindex="-1"><h1>${say('口径说明', 'Definitions')}</h1>
    <section class="sheet"><h2>${say('数据从哪里来', 'Where the figures come from')}</h2>
      <p>${say('每个数都由各机关的年度报告逐格相加得出，报告里的总计只用来核对。点一个数，就能看到它由哪些报告的哪一格组成。', 'Each number is added up from the cells of the organs’ annual reports; totals that reports state only serve as a check. Signed in, a number opens the reports and cells that it is made of.')}</p>
      <p>${say('“已提交”计入所有已提交、已审核和已发布的报告，“已审核”计入后两种，“已发布”只计入已发布的。没有登录的人看到的都是已发布的。', '“Submitted” counts reports that are submitted, accepted or published, “accepted” the last two, “published” the last alone. Whoever is not signed in sees what is published.')}</p>
      <p>${say('应报机关按12月31日登记在册的机关计算，免报的不算。', 'Organs are expected that existed on 31 December, unless they are exempt.')}</p></section>
    <section class="sheet"><h2>${say('格里写的是什么', 'What a cell says')}</h2><table class="legend-table"><caption class="sr">${say('格里写的是什么', 'What a cell says')}</caption><tbody>${cells.map(([value, meaning]) => html`<tr><td class="n now"><${Cell} value=${value} /></td><td class="then">${meaning}</td></tr>`)}</tbody></table></section>
    <section class="sheet"><h2>${say('报告的状态', 'States of a report')}</h2><ul class="found columns">${STATES.map((of) => html`<li><${State} of=${of} /></li>`)}</ul></section>
    ${maySum && html`<section class="sheet"><h2>${say('指标', 'Indicators')}</h2><${Answered} answer=${indicators}>${(data) => html`<div class="scroll"><table class="cards lines"><caption class="sr">${say('指标', 'Indicators')}</caption><thead><tr><th scope="col">${say('指标', 'Indicator')}</th><th scope="col">${say('口径', 'Definition')}</th><th scope="col">${say('算法', 'Formula')}</th></tr></thead>
      <tbody>${data.definitions.map((one) => html`<tr><th scope="row">${one.label}</th><td data-label=${say('口径', 'Definition')}>${one.definition}</td><td data-label=${say('算法', 'Formula')}>${one.formula}${one.article && html`<br /><span class="note">${articleWords(one.article)}</span>`}</td></tr>`)}</tbody></table></div>`}</${Answered}></section>`}</main>`;
}
