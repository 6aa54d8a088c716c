/** Keys: who has one, made for many organs at once, shown once, exchanged and revoked: /keys?role=organ&region=371002 */
import { html, useEffect, useRef, useState } from './html.js';
import { ask, everyPage, forget, useAnswer } from './api.js';
import { change } from './address.js';
import { attempt } from './issued-keys.js';
import { KeyMaking } from './key-making.js';
import { useTitle } from './frame.js';
import { NewKeys } from './new-keys.js';
import { Answered, Empty, Refused } from './notice.js';
import { usePages } from './pages.js';
import { session } from './session.js';
import { NATION, useStanding } from './standing.js';
import { dateOf, day, moment, person, regionName, roles, say, several } from './words.js';

const MOST_NAMES = 1000;
const stateWords = (state) => say(...{ live: ['有效', 'works'], expired: ['已过期', 'expired'], revoked: ['已撤销', 'revoked'] }[state] ?? [state, state]);

/** Names of organs, where there are few enough to fetch them. */
function useNames(region, wanted) {
  const [names, setNames] = useState(new Map());
  const count = useAnswer(wanted ? '/organs' : null, { region, limit: 1 }).data?.total;
  useEffect(() => {
    if (!(count <= MOST_NAMES)) return undefined;
    const leave = new AbortController();
    everyPage('/organs', { region, limit: 500 }, { signal: leave.signal })
      .then((items) => setNames(new Map(items.map((one) => [one.code, one.name]))), () => {});
    return () => leave.abort();
  }, [region, count]);
  return names;
}

function Line({ one, names, own, onDone, onIssued }) {
  const [doing, setDoing] = useState(null);
  const [problem, setProblem] = useState(null);
  const region = useAnswer(!one.organ && !one.label && one.region ? `/regions/${one.region}` : null).data;
  const of = one.organ ? names.get(one.organ) ?? one.organ : one.label ?? (region ? regionName(region) : one.region) ?? roles(one.role);
  const request = useRef(null);
  const act = async () => {
    request.current ??= attempt();
    try {
      if (doing === 'revoke') await ask(`/keys/${one.id}`, { method: 'DELETE' });
      else {
        const { data } = await ask(`/keys/${one.id}/rotation`, { method: 'POST', body: {}, headers: { 'Idempotency-Key': request.current } });
        onIssued([{ organ: one.organ ?? one.region ?? '', name: of, region: one.region ?? '', role: one.role, key: data.key, until: data.expiresAt ? dateOf(new Date(data.expiresAt).getTime() - 1) : '' }]);
      }
      setDoing(null);
      onDone();
    } catch (refused) {
      setProblem(refused);
    }
  };
  const begin = (what) => () => {
    setProblem(null);
    request.current = null;
    setDoing(what);
  };
  return html`<tr><th scope="row">${of}${one.organ && html`<br /><span class="note">${one.organ}${one.label && one.label !== of ? `${say('　', ' · ')}${one.label}` : ''}</span>`}</th>
    <td data-label=${say('角色', 'Role')}>${roles(one.role)}</td><td data-label=${say('开头', 'Begins')}><code class="nowrap">${one.prefix}</code></td>
    <td data-label=${say('状态', 'State')}>${stateWords(one.state)}${one.state === 'revoked' && one.revokedAt ? html`<br /><span class="note">${moment(one.revokedAt)}</span>` : one.expiresAt ? html`<br /><span class="note">${say(`用到${day(dateOf(new Date(one.expiresAt).getTime() - 1))}`, `until ${day(dateOf(new Date(one.expiresAt).getTime() - 1))}`)}</span>` : ''}</td>
    <td data-label=${say('做成', 'Made')}>${moment(one.createdAt)}<br /><span class="note">${person(one.createdBy) ?? say('服务', 'the service')}</span></td>
    <td data-label=${say('最近使用', 'Last used')}>${one.lastUsedAt ? moment(one.lastUsedAt) : say('没有用过', 'never')}</td>
    <td>${one.state !== 'live' ? '' : own ? html`<span class="note">${say('现在登录用的', 'You are signed in with it')}</span>`
      : doing ? html`<p>${doing === 'revoke' ? say('撤销以后这个密钥马上不能用。', 'It will be refused at once.') : say('做一个新的；旧的7天后不能用。', 'A new one is made; the old one works for 7 more days.')}</p><div class="do" data-panel>
          <button type="button" class="button small" onClick=${act}>${doing === 'revoke' ? say('撤销', 'Revoke') : say('换新的', 'Exchange')}</button><button type="button" class="button small" data-close onClick=${begin(null)}>${say('不动', 'Leave it')}</button></div>`
        : html`<div class="do"><button type="button" class="button small" aria-label=${say(`换新${of}的密钥`, `Exchange the key of ${of}`)} onClick=${begin('rotate')}>${say('换新', 'Exchange')}</button><button type="button" class="button small" aria-label=${say(`撤销${of}的密钥`, `Revoke the key of ${of}`)} onClick=${begin('revoke')}>${say('撤销', 'Revoke')}</button></div>`}
      ${problem && html`<${Refused} problem=${problem} focus=${true} />`}</td></tr>`;
}

export default function Keys({ address }) {
  const { caller } = session();
  const standing = useStanding();
  const { query } = address;
  const region = query.region ?? standing.region;
  const within = region === NATION ? null : region;
  const [making, setMaking] = useState(Boolean(query.make));
  const [issued, setIssued] = useState(null);
  const keys = usePages('/keys', { region: within, role: query.role });
  const names = useNames(region, keys.items.some((one) => one.organ));
  useTitle(say('密钥', 'Keys'));
  const done = () => {
    forget('/keys');
    keys.again();
  };
  const show = (made, { refused = [], more = false } = {}) => {
    setIssued({ keys: made, refused, more });
    setMaking(false);
    done();
    scrollTo(0, 0);
  };
  return html`<main id="main" class="page" tabindex="-1"><div class="head-row"><h1>${say('密钥', 'Keys')}</h1><span class="grow"></span>
      ${!issued && html`<button type="button" class="button main" aria-expanded=${making} onClick=${() => setMaking(!making)}>${say('做新密钥', 'Make new keys')}</button>`}</div>
    <p class="says">${say('机关用密钥登录和报送。密钥做成时显示一次，以后只看得到开头、什么时候做的、由谁做的。', 'Organs sign in and file with keys. A key is shown once when it is made; afterwards only its beginning, when it was made and by whom.')}</p>
    ${making && html`<${KeyMaking} region=${region} first=${query.make === 'one' ? 'one' : 'region'} close=${() => setMaking(false)} done=${show} />`}
    ${issued && html`<${NewKeys} issued=${issued} putAway=${() => setIssued(null)} again=${() => { setIssued(null); setMaking(true); }} />`}
    <div class="bar-row"><label class="pick"><span>${say('角色', 'Role')}</span><select class="field" value=${query.role ?? ''} onChange=${(event) => change({ role: event.target.value || null })}><option value="">${say('全部', 'all')}</option>${['organ', 'office', 'reader', 'admin'].map((one) => html`<option value=${one} selected=${query.role === one}>${roles(one)}</option>`)}</select></label>
      ${within && !caller.region && html`<button type="button" class="button small" onClick=${() => change({ region: NATION })}>${say('看全部地区的', 'Those of all regions')}</button>`}
      <span class="grow"></span>${keys.data && html`<span class="note">${say(`${keys.data.total}个`, several(keys.data.total, 'key'))}</span>`}</div>
    <${Answered} answer=${keys}>${() => (keys.items.length === 0 ? html`<${Empty} title=${say('还没有密钥', 'There are no keys yet')}>${say('按“做新密钥”，一次给所有机关做好。', 'Make them for all organs at once with “Make new keys”.')}</${Empty}>`
      : html`<div class="sheet scroll"><table class="cards"><caption class="sr">${say('密钥', 'Keys')}</caption><thead><tr>${[say('给谁', 'For'), say('角色', 'Role'), say('开头', 'Begins with'), say('状态', 'State'), say('做成', 'Made'), say('最近使用', 'Last used')].map((head) => html`<th scope="col">${head}</th>`)}<th scope="col"><span class="sr">${say('可以做的', 'What can be done')}</span></th></tr></thead>
        <tbody>${keys.items.map((one) => html`<${Line} key=${one.id} one=${one} names=${names} own=${one.prefix === caller.prefix} onDone=${done} onIssued=${show} />`)}</tbody></table></div>
        ${keys.next && html`<p class="bar-row"><button type="button" class="button small" onClick=${keys.more}>${say('再列一些', 'List more')}</button></p>`}`)}</${Answered}></main>`;
}
