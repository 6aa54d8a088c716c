/**
 * What there is to do before anybody can file, in order; shown until the organs of a region are registered.
 * exports: FirstSteps({region, name, year, organs (how many there are), begin(query), onKeys(issued)})
 */
import { html, useState } from './html.js';
import { ask, forget, useAnswer } from './api.js';
import { link } from './address.js';
import { attempt } from './issued-keys.js';
import { Refused } from './notice.js';
import { may } from './session.js';
import { Shape } from './state.js';
import { NATION, lastYear } from './standing.js';
import { day, say } from './words.js';

function Step({ done, title, children }) {
  return html`<li class=${done ? 'done' : ''}><p class="step-title"><${Shape} of=${done ? 'accepted' : 'not-started'} /><b>${title}</b>${done && html` <span class="note">${say('好了', 'done')}</span>`}</p><div class="step-body">${children}</div></li>`;
}

function FindRegion() {
  const [q, setQ] = useState('');
  const found = useAnswer(q.trim() ? '/regions' : null, { q: q.trim(), limit: 10 }).data;
  return html`<label class="pick"><span>${say('地区名称或代码', 'Name or code of the region')}</span><input class="field" type="search" value=${q} onInput=${(event) => setQ(event.target.value)} /></label>
    ${found && html`<ul class="found">${found.items.map((one) => html`<li key=${one.code}><a href=${`/register/${one.code}`}>${one.name}</a> <span class="note">${one.code}</span></li>`)}</ul>
      ${found.items.length === 0 && html`<p class="note">${say('没有符合的地区。', 'No region matches.')}</p>`}`}`;
}

function OfficeKey({ region, name, onKeys, made }) {
  const [problem, setProblem] = useState(null);
  const [asked] = useState(attempt);
  const make = async () => {
    const label = say(`${name}公开工作主管部门`, `Office of ${name}`);
    try {
      const { data } = await ask('/keys', { method: 'POST', body: { role: 'office', region, label }, headers: { 'Idempotency-Key': asked } });
      onKeys({ keys: [{ organ: region, name: label, region, role: 'office', key: data.key, until: '' }], refused: [], more: false });
      forget('/keys');
      made();
    } catch (refused) {
      setProblem(refused);
    }
  };
  return html`<button type="button" class="button" onClick=${make}>${say(`给${name}的主管部门做密钥`, `Make a key for the office of ${name}`)}</button>${problem && html`<${Refused} problem=${problem} focus=${true} />`}`;
}

export function FirstSteps({ region, name, year, organs, begin, onKeys }) {
  const [shown, setShown] = useState(true);
  const wanted = organs === 0 && shown;
  const isAdmin = may('admin');
  const nation = region === NATION;
  const keys = useAnswer(wanted && isAdmin && !nation ? '/keys' : null, { region, role: 'office', limit: 1 });
  const officeKeys = keys.data?.total;
  const calendar = useAnswer(wanted && !nation ? `/calendars/${region}/${lastYear()}` : null).data;
  if (!wanted) return '';
  return html`<section class="sheet first-steps"><header><h2 class="title">${say('先做这几步，各机关就能报送', 'A few steps, and organs can file')}</h2><span class="note">${say('不用写程序，也不用发请求。', 'Nothing has to be programmed.')}</span><button type="button" class="as-link" onClick=${() => setShown(false)}>${say('收起', 'Put away')}</button></header>
    <ol class="first-list">
      <${Step} done=${!nation} title=${say('选地区', 'Choose the region')}>${nation
        ? html`<p>${say('全国县级以上的地区已经登记好，找到要用的地区，从那里开始；街道、乡镇、开发区在它下面再登记。', 'Regions of China down to districts are there already: find yours and begin there; townships and zones are registered below it.')}</p><${FindRegion} />`
        : html`<p>${say(`现在是${name}。`, `This is ${name}.`)} <a href="/register/000000">${say('换一个', 'Choose another')}</a></p>`}</${Step}>
      ${isAdmin && html`<${Step} done=${officeKeys > 0} title=${say('给主管部门做密钥', 'A key for the office')}>${nation ? html`<p class="note">${say('选好地区以后做。', 'When the region is chosen.')}</p>`
        : html`<p>${say('主管部门（一般是政府办公室）用它登录，登记机关、催报、审核、发布。', 'With it the office, usually the general office of the government, signs in, registers organs, reminds, accepts and publishes.')}</p>${!(officeKeys > 0) && html`<${OfficeKey} region=${region} name=${name} onKeys=${onKeys} made=${keys.again} />`}`}</${Step}>`}
      <${Step} title=${say('登记应报的机关', 'Register the organs that report')}>${nation ? html`<p class="note">${say('选好地区以后登记。', 'When the region is chosen.')}</p>`
        : html`<p>${say('把名单从Excel粘贴进来：名称和统一社会信用代码。', 'Paste the list from Excel: names and unified social credit codes.')}</p><div class="do"><button type="button" class="button main" onClick=${begin({ make: 'organs' })}>${say('粘贴名单', 'Paste a list')}</button><button type="button" class="button" onClick=${begin({ make: 'organ' })}>${say('登记一家', 'Register one')}</button></div>`}</${Step}>
      <${Step} title=${say('给机关发密钥', 'Keys for the organs')}><p>${say('登记的时候一起做好，下载一次，发给各机关；以后在“密钥”里补做、换新、撤销。', 'They are made along with the registration: download them once and hand them out. Later, keys are made, exchanged and revoked under “Keys”.')}</p></${Step}>
      <${Step} title=${say('看年度和期限', 'Look at the year and its due dates')}><p>${calendar ? say(`${lastYear()}年度的报告，机关${day(calendar.organ.due, { year: true })}前报，政府${day(calendar.government.due, { year: true })}前公布。`, `Reports of ${lastYear()} are due on ${day(calendar.organ.due)} for organs and on ${day(calendar.government.due)} for governments.`) : say('期限按条例第四十九、五十条。', 'Due dates are those of articles 49 and 50 of the Regulations.')}
        ${!nation && html` <a href=${link(`/board/${region}/${year}`)}>${say('看报送情况', 'See the board')}</a>`}</p></${Step}>
    </ol></section>`;
}
