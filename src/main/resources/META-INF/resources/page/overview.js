/** The overview of a region and a year; with a third part in the address, what one number is made of. */
import { html } from './html.js';
import { fetchFile, useAnswer } from './api.js';
import { link } from './address.js';
import { Children } from './children.js';
import { Citizen } from './citizen.js';
import { Contributions } from './contributions.js';
import { Coverage } from './coverage.js';
import { Years } from './years.js';
import { SECTIONS, useFigures } from './figures.js';
import { Place, useTitle } from './frame.js';
import { MANY, ManyOrgans } from './many-organs.js';
import { IndicatorSheet, Reliable } from './indicators.js';
import { KnownYears } from './known-years.js';
import { Empty, Refused } from './notice.js';
import { Channels, Contests, Disclosure, Grounds, MainFigures, Matrix, Needs, OtherHandling, Outcomes, filesOf } from './overview-parts.js';
import { Part, Take } from './sheet.js';
import { session, useSession } from './session.js';
import { useStanding } from './standing.js';
import { mayOpen } from './views.js';
import { number } from './cell.js';
import { regionName, say } from './words.js';
import { zipOf } from './zip-of.js';

const MOST_ORGANS = 200;
/** Above cities the API adds up no organs one by one. */
const BY_ORGAN = ['city', 'district', 'township'];

/** Siblings are compared within the region above, where the caller may look there. */
function parentOf(region, caller) {
  if (!region?.parent || !caller) return null;
  const line = [...(region.ancestors ?? []), region].map((one) => one.code);
  const isBelow = !caller.region || line.indexOf(caller.region) >= 0 && line.indexOf(caller.region) < line.length - 1;
  return isBelow ? region.ancestors.at(-1) : null;
}

/** All tables of the page, each as the Excel file that the API hands out, in one zip. */
const wholePage = (standing, name) => ({
  name: say('整页数据（Excel）', 'All data (Excel)'), file: `${name}${standing.year}.zip`,
  make: async () => zipOf(await Promise.all(['publications', 'disclosure', 'applications', 'contests', 'indicators'].map(async (section) => {
    const [, { path, query, file }] = filesOf(section, standing);
    const { blob, name: said } = await fetchFile(path, section === 'indicators' ? { ...query, compare: null } : query);
    return { blob, name: said ?? file };
  }))),
});

function Nothing({ standing, name, expected }) {
  const { region, year, basis } = standing;
  if (expected === 0 && mayOpen('register', session().caller)) {
    return html`<${Empty} title=${say(`${name}没有应报的机关`, `${name} has no organ that is expected to report`)} action=${html`<a class="button main" href=${`/register/${region}`}>${say('登记机关', 'Register organs')}</a>`}>
      ${say('先登记机关，再给它们发密钥。', 'Register organs first, then hand out keys.')}</${Empty}>`;
  }
  const none = { submitted: say(`${year}年度还没有提交的报告`, `No report of ${year} is submitted yet`), accepted: say(`${year}年度还没有审核通过的报告`, `No report of ${year} is accepted yet`),
    published: say(`${year}年度还没有发布的报告`, `No report of ${year} is published yet`) }[basis];
  return html`<${Empty} title=${none}
    action=${mayOpen('board', session().caller) && html`<a class="button main" href=${link(`/board/${region}/${year}`)}>${say('看报送情况', 'See who has filed')}</a>`}>
    ${say(`${name}没有计入的${year}年度报告。换一个年度，或者换“计入”的口径。`, `No report of ${year} of ${name} is counted. Choose another year, or another basis.`)}
    <${KnownYears} region=${region} year=${year} basis=${basis} to=${(other) => link(`/overview/${region}/${other}`, basis === 'submitted' ? {} : { basis })} /></${Empty}>`;
}

function Applications({ figures }) {
  const total = (row) => figures.at('applications', row, 'total').value;
  const [received, done] = [total('received'), total('outcomes.total')];
  const open = (figures.at('applications', 'outcomes.granted', 'total').value ?? 0) + (figures.at('applications', 'outcomes.partlyGranted', 'total').value ?? 0);
  const says = received === null ? '' : say(
    `新收${number(received)}件，办结${number(done ?? 0)}件${done >= 30 ? `；每办结10件，约有${Math.round((open / done) * 10)}件予以公开或部分公开` : ''}。`,
    `${number(received)} received, ${number(done ?? 0)} concluded${done >= 30 ? `; about ${Math.round((open / done) * 10)} of 10 concluded were granted or partly granted` : ''}.`);
  return html`<${Part} id="applications" title=${say('依申请公开', 'On application')} says=${says} />`;
}

function Office({ standing }) {
  const { region, year, basis } = standing;
  const figures = useFigures(standing);
  const detail = useAnswer(`/regions/${region}`);
  const coverage = figures.coverage();
  const children = detail.data?.children ?? 0;
  const below = children > 0 ? 'region' : 'organ';
  const received = { region, year, basis, row: 'received', column: 'total', compare: 'previous-year' };
  // Of thousands of organs no list is taken whole.
  const isMany = below === 'organ' && coverage?.expected > MANY;
  const mayList = below === 'region' || (coverage && !isMany && BY_ORGAN.includes(detail.data?.level));
  const list = useAnswer(detail.data && mayList ? '/rollups/applications' : null, { ...received, by: below });
  const squares = useAnswer(children > 0 && coverage?.expected <= MOST_ORGANS && BY_ORGAN.includes(detail.data?.level) ? '/rollups/applications' : null, { ...received, by: 'organ' });
  const places = (below === 'organ' ? list : squares).data?.places.filter((place) => place.year === year && (place.coverage.expected > 0 || place.coverage.reported > 0));
  // A township that is registered without organs does not hide the organs of the district.
  const own = below === 'region' && squares.data && list.data?.places.every((place) => place.code === region);
  const blank = SECTIONS.reduce((sum, section) => sum + (figures.coverage(section)?.blank ?? 0), 0);
  const name = regionName(detail.data);
  const { answers } = figures;
  useTitle(say(`${name}${year}年度统计`, `${name} ${year}`));
  if (detail.problem) return html`<main id="main" class="page" tabindex="-1"><${Refused} alone=${true} problem=${detail.problem} again=${detail.again} /></main>`;
  const all = [answers.publications, answers.applications, answers.disclosure, answers.contests];
  return html`<${Place} region=${region} year=${year} basis=${basis} address=${(to) => link(`/overview/${to.region ?? region}/${to.year ?? year}`, basis === 'submitted' ? {} : { basis })}>
      <${Take} files=${[wholePage(standing, name)]} /></${Place}>
    <main id="main" class="page" tabindex="-1">
    <h1>${name && say(`${name}${year}年度政府信息公开统计`, `${name}: open government information, ${year}`)}</h1>
    <nav class="jump" aria-label=${say('本页', 'On this page')}><a href="#main-figures">${say('主要数据', 'Main figures')}</a><a href="#publications">${say('主动公开', 'Proactive')}</a><a href="#applications">${say('依申请公开', 'On application')}</a><a href="#contests">${say('复议诉讼', 'Contests')}</a><a href="#children">${say('下级', 'Below')}</a></nav>
    <${Coverage} coverage=${coverage} places=${places} blank=${blank} standing=${standing} />
    ${coverage?.reported === 0 ? html`<${Nothing} standing=${standing} name=${name} expected=${coverage.expected} />` : html`<div class="grid" id="main-figures">
      <${Needs} of=${all}><${MainFigures} figures=${figures} standing=${standing} /></${Needs}>
      <div class="c4 stack"><${IndicatorSheet} standing=${standing} parent=${parentOf(detail.data, session().caller)} /><${Needs} of=${all}><${Reliable} figures=${figures} standing=${standing} /></${Needs}></div>
      <${Part} id="publications" title=${say('主动公开', 'Proactive disclosure')} says=${say('单位不同的数量不相加，也不共用刻度。', 'Counts of different units are not added, and have no scale in common.')} />
      <${Needs} of=${[answers.publications]}><${Channels} figures=${figures} standing=${standing} /></${Needs}>
      <${Needs} of=${[answers.disclosure]}><${Disclosure} figures=${figures} standing=${standing} /></${Needs}>
      <${Needs} of=${[answers.applications]}><${Applications} figures=${figures} /><${Outcomes} figures=${figures} /><${Matrix} figures=${figures} standing=${standing} />
        <div class="c4 stack"><${Grounds} figures=${figures} standing=${standing} /><${OtherHandling} figures=${figures} standing=${standing} /></div></${Needs}>
      <${Years} standing=${standing} form=${figures.form} />
      <${Part} id="contests" title=${say('行政复议、行政诉讼', 'Reconsideration and litigation')} />
      <${Needs} of=${[answers.contests]}><${Contests} figures=${figures} standing=${standing} span=12 /></${Needs}>
    </div>`}
    <div class="grid"><${Part} title=${below === 'organ' || own ? say('各机关', 'Organs') : say('各地区', 'Regions')} says=${say('新收政府信息公开申请', 'Applications received')} />
      ${isMany ? html`<${ManyOrgans} standing=${standing} expected=${coverage.expected} />` : html`<${Children} answer=${own ? squares : list} standing=${standing} below=${own ? 'organ' : below} />`}</div></main>`;
}

export default function Overview({ address }) {
  const { signedIn, caller } = useSession();
  const where = useStanding();
  const standing = { ...where, open: signedIn && caller.role !== 'organ' };
  if (signedIn && address.parts[2]) return html`<${Contributions} key=${address.path} standing=${standing} address=${address} />`;
  return signedIn ? html`<${Office} key=${`${where.region} ${where.year}`} standing=${standing} />` : html`<${Citizen} standing=${standing} />`;
}
