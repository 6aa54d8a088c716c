/**
 * The register of regions and organs: /register/371002?make=organ|organs|region|regions&organ=…&region=…&q=…
 * make: what is being registered; organ, region: which one is being changed.
 */
import { html, useState } from './html.js';
import { forget, useAnswer } from './api.js';
import { change } from './address.js';
import { number } from './cell.js';
import { FirstSteps } from './first-steps.js';
import { Place, useTitle } from './frame.js';
import { NewKeys } from './new-keys.js';
import { Answered, Empty, Refused } from './notice.js';
import { usePages } from './pages.js';
import { ManyRows } from './register-many.js';
import { OrganForm } from './register-organ.js';
import { RegionForm } from './register-region.js';
import { Sheet } from './sheet.js';
import { NATION, useStanding } from './standing.js';
import { dayOf, kinds, levels, say } from './words.js';

const NOTHING = { make: null, organ: null, change: null };
const begin = (what) => () => change({ ...NOTHING, ...what }, { replace: false });

function Find({ q }) {
  const [text, setText] = useState(q ?? '');
  const submit = (event) => {
    event.preventDefault();
    change({ q: text.trim() || null });
  };
  return html`<form class="bar-row" role="search" onSubmit=${submit}><label class="pick"><span>${say('查找', 'Find')}</span><input class="field" type="search" value=${text} onInput=${(event) => setText(event.target.value)} /></label>
    <button class="button">${say('查找', 'Find')}</button></form>`;
}

const More = ({ pages }) => (pages.next ? html`<p class="note"><button type="button" class="button small" onClick=${pages.more}>${say(`再列200个（共${number(pages.data.total)}个）`, `200 more (of ${number(pages.data.total)})`)}</button></p>` : '');

function Organs({ region, name, q, pages }) {
  const elsewhere = pages.items.some((one) => one.region !== region);
  return html`<${Sheet} level=${2} id="organs" title=${say('机关', 'Organs')} note=${pages.data ? say(`${number(pages.data.total)}家${elsewhere ? '，含下级地区的' : ''}`, `${number(pages.data.total)}${elsewhere ? ', those of regions below included' : ''}`) : ''}
      take=${html`<span class="take"><button type="button" class="button small" onClick=${begin({ make: 'organ' })}>${say('登记一家', 'Register one')}</button><button type="button" class="button small" onClick=${begin({ make: 'organs' })}>${say('登记一批', 'Register many')}</button></span>`}>
    ${(pages.data?.total > 20 || q) && html`<${Find} q=${q} />`}
    <${Answered} answer=${pages}>${() => (pages.items.length === 0
      ? !q ? html`<p class="note">${say(`${name}还没有登记机关。应报的机关都要登记，才看得出谁没有报。`, `No organ of ${name} is registered. Only when all are can it be seen who has not filed.`)}</p>` : html`<${Empty} title=${say(`没有名称或代码里有“${q}”的`, `None has “${q}” in its name or code`)}
          action=${html`<button type="button" class="button" onClick=${begin({ q: null })}>${say('看全部', 'See all')}</button>`}>${say('换几个字再找。', 'Try other words.')}</${Empty}>`
      : html`<table class="cards"><caption class="sr">${say('机关', 'Organs')}</caption><thead><tr><th scope="col">${say('名称', 'Name')}</th><th scope="col">${say('代码', 'Code')}</th><th scope="col">${say('类别', 'Kind')}</th>${elsewhere && html`<th scope="col">${say('地区', 'Region')}</th>`}<th scope="col">${say('从哪天起', 'Since')}</th><th scope="col"><span class="sr">${say('可以做的', 'What can be done')}</span></th></tr></thead>
        <tbody>${pages.items.map((one) => html`<tr key=${one.code}><th scope="row"><a href=${`/organs/${one.code}`}>${one.name}</a></th><td data-label=${say('代码', 'Code')}>${one.code}</td><td data-label=${say('类别', 'Kind')}>${kinds(one.kind)}</td>
          ${elsewhere && html`<td data-label=${say('地区', 'Region')}>${one.regionName}</td>`}<td data-label=${one.validFrom ? say('从哪天起', 'Since') : undefined}>${one.validFrom ? dayOf(one.validFrom) : ''}</td>
          <td class="n"><button type="button" class="as-link" aria-label=${say(`改${one.name}`, `Change ${one.name}`)} onClick=${begin({ organ: one.code })}>${say('更改', 'Change')}</button></td></tr>`)}</tbody></table>
        <${More} pages=${pages} />`)}</${Answered}></${Sheet}>`;
}

function Regions({ region, name, pages }) {
  return html`<${Sheet} level=${2} id="regions" title=${say('下级地区', 'Regions below')} note=${pages.data ? say(`${number(pages.data.total)}个`, number(pages.data.total)) : ''}
      take=${html`<span class="take"><button type="button" class="button small" onClick=${begin({ make: 'region' })}>${say('登记一个', 'Register one')}</button><button type="button" class="button small" onClick=${begin({ make: 'regions' })}>${say('登记一批', 'Register many')}</button></span>`}>
    <${Answered} answer=${pages}>${() => (pages.items.length === 0
      ? html`<p class="note">${say(`${name}下面没有登记地区。县级以上的地区原来就有；街道、乡镇、开发区要自己登记，没有也可以报送。`, `No region below ${name} is registered. Regions down to districts are there from the start; townships and zones are added by offices, and are not needed for filing.`)}</p>`
      : html`<table class="cards"><caption class="sr">${say('下级地区', 'Regions below')}</caption><thead><tr><th scope="col">${say('名称', 'Name')}</th><th scope="col">${say('代码', 'Code')}</th><th scope="col">${say('级别', 'Level')}</th><th scope="col"><span class="sr">${say('可以做的', 'What can be done')}</span></th></tr></thead>
        <tbody>${pages.items.map((one) => html`<tr key=${one.code}><th scope="row"><a href=${`/register/${one.code}`}>${one.name}</a></th><td data-label=${say('代码', 'Code')}>${one.code}</td><td data-label=${say('级别', 'Level')}>${levels(one.level)}</td>
          <td class="n"><button type="button" class="as-link" aria-label=${say(`改${one.name}`, `Change ${one.name}`)} onClick=${begin({ change: one.code })}>${say('更改', 'Change')}</button></td></tr>`)}</tbody></table>
        <${More} pages=${pages} />`)}</${Answered}></${Sheet}>`;
}

export default function Register({ address }) {
  const standing = useStanding();
  const region = /^\d{6}(\d{3})?$/.test(address.parts[0] ?? '') ? address.parts[0] : standing.region;
  const { make, organ, change: changed, q } = address.query;
  const detail = useAnswer(`/regions/${region}`);
  const organs = usePages('/organs', { region, q });
  const below = usePages('/regions', { parent: region });
  const [issued, setIssued] = useState(null);
  const [told, setTold] = useState('');
  const name = region === NATION ? say('全国', 'China') : detail.data?.name ?? '';
  useTitle(say(`登记：${name}`, `Register: ${name}`));
  const close = () => change(NOTHING);
  /** What is listed is asked anew; new keys stand above it. */
  const done = (words, keys = null) => {
    forget('/organs');
    forget('/regions');
    forget('/keys');
    organs.again();
    below.again();
    setTold(words);
    if (keys) setIssued(keys);
    close();
    scrollTo(0, 0);
  };
  const common = { region, name, close, done };
  if (detail.problem) return html`<main id="main" class="page" tabindex="-1"><${Refused} alone=${true} problem=${detail.problem} again=${detail.again} /></main>`;
  // Above districts one looks for a region first.
  const isHigh = ['nation', 'province', 'city'].includes(detail.data?.level);
  const regions = html`<${Regions} region=${region} name=${name} pages=${below} />`;
  return html`<${Place} region=${region} address=${(to) => `/register/${to.region ?? region}`} />
    <main id="main" class="page" tabindex="-1"><h1>${say(`${name}：登记机关和地区`, `${name}: register of organs and regions`)}</h1>
    <p class="says">${say('这里登记的机关就是应报的机关。更名、划转、撤并写明从哪一天起，以前年度的报告和汇总不变。', 'The organs registered here are those expected to report. Renames, moves and closings say from which day; reports and sums of earlier years stay as they are.')}</p>
    ${told && html`<p class="tell" role="status">${told}</p>`}
    ${issued && html`<${NewKeys} issued=${issued} putAway=${() => setIssued(null)} />`}
    <${FirstSteps} region=${region} name=${name} year=${standing.year} organs=${q ? undefined : organs.data?.total} begin=${begin} onKeys=${setIssued} />
    ${make === 'organ' && html`<${OrganForm} ...${common} />`}
    ${organ && html`<${OrganForm} key=${organ} code=${organ} ...${common} />`}
    ${make === 'region' && html`<${RegionForm} ...${common} level=${detail.data?.level} />`}
    ${changed && html`<${RegionForm} key=${changed} code=${changed} ...${common} />`}
    ${(make === 'organs' || make === 'regions') && html`<${ManyRows} key=${make} of=${make} ...${common} />`}
    ${isHigh && regions}<${Organs} region=${region} name=${name} q=${q} pages=${organs} />${!isHigh && regions}</main>`;
}
