/** Regions, organs or years beside each other, in numbers and, of reports, in words. */
import { html, useEffect } from './html.js';
import { useAnswer } from './api.js';
import { change, link } from './address.js';
import { Places } from './compare-places.js';
import { Reports } from './compare-reports.js';
import { Series } from './compare-rows.js';
import { MOST, comparing } from './compare-state.js';
import { Place, useTitle } from './frame.js';
import { Answered } from './notice.js';
import { useSession } from './session.js';
import { FIRST_YEAR, lastYear, useStanding } from './standing.js';
import { regionName, say } from './words.js';

const NAMES = () => [['region', say('地区', 'Regions')], ['organ', say('机关', 'Organs')], ['year', say('年度', 'Years')]];

/** Years as buttons: two to six of them. */
function YearsChosen({ state }) {
  const all = [];
  for (let year = lastYear(); year >= FIRST_YEAR; year--) all.push(year);
  const chosen = state.years.length > 0 ? state.years : usualYears(state);
  const toggle = (year) => {
    const next = chosen.includes(year) ? chosen.filter((one) => one !== year) : [...chosen, year];
    if (next.length >= 1 && next.length <= MOST) change({ by: 'year', year: next.sort((a, b) => b - a).join(',') });
  };
  return html`<fieldset class="choose"><legend>${say('年度', 'Years')}</legend>${all.map((year) => html`<label class="tick">
    <input type="checkbox" checked=${chosen.includes(year)} onChange=${() => toggle(year)} /> ${year}</label>`)}</fieldset>`;
}

/** The year one looks at, and the two before. */
const usualYears = ({ year }) => [year, year - 1, year - 2].filter((one) => one >= FIRST_YEAR);

function OfYears({ state }) {
  const organ = state.organs[0];
  const years = state.years.length > 0 ? state.years : usualYears(state);
  return html`<div class="choosing"><${YearsChosen} state=${state} /></div>
    ${organ ? html`<${Reports} state=${state} pairs=${years.map((year) => ({ organ, year }))} heads=${years.map((year) => ({ key: `${organ} ${year}`, name: say(`${year}年`, `${year}`) }))} />`
      : html`<${Series} state=${state} years=${years} />`}`;
}

export default function Compare({ address }) {
  const { caller } = useSession();
  const standing = useStanding();
  const own = caller?.role === 'organ' ? caller.organ : null;
  const asked = comparing(own && !address.query.organ && !address.query.region ? { ...address.query, organ: own } : address.query, standing);
  const organ = useAnswer(asked.organs[0] ? `/organs/${encodeURIComponent(asked.organs[0])}` : null).data;
  const first = useAnswer(asked.by === 'region' && !asked.of && asked.regions.length > 0 ? `/regions/${asked.regions[0]}` : null).data;
  const region = asked.of ?? first?.parent ?? (asked.organs.length > 0 ? organ?.region : asked.region);
  const detail = useAnswer(region ? `/regions/${region}` : null);
  const by = asked.by ?? (detail.data?.children > 0 ? 'region' : 'organ');
  const state = { ...asked, by, region };
  useTitle(say('比较', 'Compare'));
  const title = { region: say(`${regionName(detail.data)}各地区的比较`, `Regions of ${regionName(detail.data)}`), organ: say(`${regionName(detail.data)}各机关的比较`, `Organs of ${regionName(detail.data)}`),
    year: say(`${organ?.name ?? regionName(detail.data)}各年度的比较`, `Years of ${organ?.name ?? regionName(detail.data)}`) }[by];
  // Another kind of comparison keeps region and basis, not what was picked.
  const to = (next) => link('/compare', { by: next, of: next === 'year' ? null : region, region: next === 'year' ? region : null, year: next === 'year' ? null : state.year, basis: address.query.basis });
  const mayChoose = !own;
  return html`<${Place} region=${region} year=${by === 'year' ? null : state.year} basis=${state.basis} address=${(next) => (by === 'year'
      ? link('/compare', { ...address.query, by, organ: null, region: next.region ?? region })
      : link('/compare', { ...address.query, by, of: next.region ?? region, year: next.year ?? state.year, ...(next.region ? { region: null, organ: null } : {}) }))} />
    <main id="main" class="page compare" tabindex="-1"><h1>${title}</h1>
    ${mayChoose && html`<nav class="seg" aria-label=${say('比较什么', 'What to compare')}>${NAMES().filter(([id]) => id !== 'region' || detail.data?.children > 0 || by === 'region').map(([id, name]) =>
      html`<a href=${to(id)} aria-current=${by === id ? 'page' : undefined}>${name}</a>`)}</nav>`}
    <${Answered} answer=${region ? detail : { waiting: true }}>${() => (by === 'year' ? html`<${OfYears} state=${state} />` : html`<${Places} key=${`${by} ${region}`} state=${state} />`)}</${Answered}></main>`;
}
