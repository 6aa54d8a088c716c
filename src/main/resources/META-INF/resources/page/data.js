/** All files of a region and a year in one place. */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { link } from './address.js';
import { Place, useTitle } from './frame.js';
import { filesOf } from './overview-parts.js';
import { Take } from './sheet.js';
import { useStanding } from './standing.js';
import { label, regionName, say } from './words.js';

export default function Data({ address }) {
  const standing = useStanding();
  const region = address.query.region ?? standing.region;
  const year = Number(address.query.year ?? standing.year);
  const where = { ...standing, region, year };
  const form = useAnswer('/forms/2021').data;
  const name = regionName(useAnswer(`/regions/${region}`).data);
  useTitle(say('数据下载', 'Data'));
  const title = (id) => label(form?.sections.find((one) => one.id === id)?.title) || id;
  const rows = [['publications', say('信息发布渠道', 'Channels of publication')], ['disclosure', title('disclosure')], ['applications', title('applications')], ['contests', title('contests')], ['indicators', say('指标', 'Indicators')]];
  return html`<${Place} region=${region} year=${year} address=${(to) => link('/data', { region: to.region ?? region, year: to.year ?? year })} />
    <main id="main" class="page" tabindex="-1"><h1>${say(`${name}${year}年度数据`, `${name}: data of ${year}`)}</h1>
    <p class="lead">${say('每个文件都写明计入了多少家机关、缺多少家、空着多少格。数据可以自由使用。', 'Each file says how many organs are counted, how many are missing and how many cells are blank. The data are free to use.')}</p>
    <table class="cards"><caption class="sr">${say('文件', 'Files')}</caption><thead><tr><th scope="col">${say('内容', 'Content')}</th><th scope="col">${say('合计', 'Sums')}</th><th scope="col">${say('各机关', 'By organ')}</th></tr></thead>
      <tbody>${rows.map(([section, what]) => html`<tr><th scope="row">${what}</th><td data-label=${say('合计', 'Sums')}><${Take} files=${filesOf(section, where)} /></td><td data-label=${say('各机关', 'By organ')}><${Take} files=${filesOf(section, where, { by: 'organ' })} /></td></tr>`)}</tbody></table>
    <p class="note"><a href="/q/swagger-ui">${say('用程序取数据', 'For programs')}</a></p></main>`;
}
