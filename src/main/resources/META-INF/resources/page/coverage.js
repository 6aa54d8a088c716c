/**
 * How complete it is, before what it says.
 * exports:
 *   Coverage({coverage, places, standing, answer})  the sentence and one square an organ, up to 200; one bar above that
 *   Dots({places, begun})   squares: counted, other layout, missing; before the year is over (begun: false) none is missing
 */
import { html } from './html.js';
import { link } from './address.js';
import { number } from './cell.js';
import { isOver } from './standing.js';
import { counted, list, say } from './words.js';

const MOST_NAMED = 5;
const MOST_SQUARES = 200;
const ACROSS = 16;

const kindOf = ({ coverage }) => (coverage.reported === 0 ? 'out' : coverage.otherLayout > 0 ? 'old' : 'in');

export function Dots({ places, begun = true }) {
  const kinds = places.map(kindOf);
  const inOrder = ['in', 'old', 'out'].flatMap((kind) => kinds.filter((one) => one === kind));
  const look = (kind) => (kind === 'out' && !begun ? 'later' : kind);
  const across = inOrder.length > 96 ? 24 : ACROSS;
  const width = Math.min(across, inOrder.length) * 13;
  const height = Math.ceil(inOrder.length / across) * 13;
  const many = (kind) => kinds.filter((one) => one === kind).length;
  return html`<div><svg class="dots" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img"
      aria-label=${say(`${places.length}家中计入${many('in') + many('old')}家`, `${many('in') + many('old')} of ${places.length} are counted`)}>
      ${inOrder.map((kind, i) => html`<rect class=${look(kind)} x=${(i % across) * 13 + 1} y=${Math.floor(i / across) * 13 + 1} width="10" height="10" />`)}</svg>
    <p class="keys note">${[['this', 'in', say('计入', 'counted')], ['old', 'old', say('其他版式', 'other layout')], [look('out'), 'out', begun ? say('缺', 'missing') : say('还没有报', 'not filed yet')]]
      .filter(([, kind]) => many(kind) > 0)
      .map(([look, kind, word]) => html`<span class="key"><svg class="sq" viewBox="0 0 12 12" aria-hidden="true"><rect class=${look} width="10" height="10" x="1" y="1" /></svg>${word}${say('', ' ')}${many(kind)}</span>`)}</p></div>`;
}

function Share({ expected, reported }) {
  const part = expected > 0 ? Math.min(100, (reported / expected) * 100).toFixed(2) : 0;
  return html`<svg class="bar share" viewBox="0 0 100 18" preserveAspectRatio="none" role="img"
    aria-label=${say(`${number(expected)}家中计入${number(reported)}家`, `${number(reported)} of ${number(expected)} are counted`)}>
    <rect class="last" x="0" y="4" width="100" height="10" /><rect class="this" x="0" y="4" width=${part} height="10" /></svg>`;
}

export function Coverage({ coverage, places, blank = 0, standing, isPublic }) {
  if (!coverage) return html`<div class="cover"><p class="reserved-line"></p></div>`;
  const { expected, reported, missing, otherLayout, unexpected } = coverage;
  const gone = (places ?? []).filter((place) => place.coverage.reported === 0 && place.coverage.expected > 0);
  const named = gone.slice(0, MOST_NAMED).map((place) => place.name);
  const board = standing.open && link(`/board/${standing.region}/${standing.year}`);
  const names = named.length === 0 ? '' : html`${say('：', ': ')}${list(named)}${gone.length > named.length && html`${say('等，', ', … ')}${board
    ? html`<a href=${board}>${say(`全部${gone.length}家`, `all ${gone.length}`)}</a>` : say(`共${gone.length}家`, `${gone.length} in all`)}`}`;
  const organs = (n) => counted(n, '家', 'organ');
  const begun = isOver(standing.year);
  const sentence = !begun
    ? say(html`${standing.year}年度还没有结束，报告从${standing.year + 1}年1月1日起报送，现在没有报的不算缺。应报${organs(expected)}，<b>已计入${organs(reported)}</b>。`,
      html`The year ${standing.year} is not over: its reports are filed from 1 January ${standing.year + 1} on, and none is missing before. ${organs(expected)} ${expected === 1 ? 'is' : 'are'} expected, <b>${number(reported)} ${reported === 1 ? 'is' : 'are'} counted</b>.`)
    : isPublic
    ? say(html`以上是已发布的${organs(reported)}机关报告的合计。应发布${organs(expected)}${missing > 0 ? html`，缺${organs(missing)}${names}。缺的报告发布以后，数字会增加。` : '，都已发布。'}`,
      html`These are the sums of ${organs(reported)} whose reports are published. ${organs(expected)} ${expected === 1 ? 'is' : 'are'} expected${missing > 0 ? html`, ${number(missing)} ${missing === 1 ? 'is' : 'are'} missing${names}. The figures will grow when these are published.` : '.'}`)
    : say(html`应报${organs(expected)}，<b>计入${organs(reported)}</b>${missing > 0 ? html`，缺${organs(missing)}${names}` : '，都已计入'}。`,
      html`${organs(expected)} ${expected === 1 ? 'is' : 'are'} expected, <b>${number(reported)} ${reported === 1 ? 'is' : 'are'} counted</b>${missing > 0 ? html`, ${number(missing)} ${missing === 1 ? 'is' : 'are'} missing${names}` : ''}.`);
  return html`<div class="cover"><div><p>${sentence}
    ${unexpected > 0 && say(html`另计入不在应报之列的${organs(unexpected)}。`, html` ${organs(unexpected)} not expected ${unexpected === 1 ? 'is' : 'are'} counted too.`)}
    ${otherLayout > 0 && say(html`计入的报告中，${organs(otherLayout)}用另一版式填报第三部分，其“其他处理”不分细项。`, html` Of these, ${organs(otherLayout)} laid out section 3 otherwise; their “other handling” is not divided.`)}
    ${blank > 0 && say(html`另有<b>${counted(blank, '个', 'cell')}单元格</b>留空，未作0计算。`, html` <b>${counted(blank, '', 'cell')}</b> ${blank === 1 ? 'is' : 'are'} blank and not taken for 0.`)}</p></div>
    ${places && places.length <= MOST_SQUARES && places.length > 0 ? html`<${Dots} places=${places} begun=${begun} />` : expected > 0 && html`<${Share} expected=${expected} reported=${reported} />`}</div>`;
}
