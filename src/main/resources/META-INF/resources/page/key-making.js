/**
 * Keys made for many organs at once, or one for an office or a reader; shown once.
 * exports: KeyMaking({region, first: 'region'|'one', close, done(keys, {refused, more})})   keys: [{organ, name, region, role, key, until}]
 */
import { html, useRef, useState } from './html.js';
import { ask, useAnswer } from './api.js';
import { attempt, endOf, request } from './issued-keys.js';
import { Refused } from './notice.js';
import { may } from './session.js';
import { dateOf, roles, say, several } from './words.js';

const SHOWN = 50;

function Choose({ region, chosen, setChosen }) {
  const [q, setQ] = useState('');
  const found = useAnswer('/organs', { region, q: q.trim() || null, limit: SHOWN }).data;
  const toggle = (organ) => {
    const next = new Map(chosen);
    if (!next.delete(organ.code)) next.set(organ.code, organ);
    setChosen(next);
  };
  const rows = [...chosen.values(), ...(found?.items ?? []).filter((one) => !chosen.has(one.code))];
  return html`<fieldset class="choose"><legend>${say(`选机关，已选${chosen.size}家`, `Choose organs: ${chosen.size} chosen`)}</legend>
    <label class="pick"><span>${say('查找', 'Find')}</span><input class="field" type="search" value=${q} onInput=${(event) => setQ(event.target.value)} /></label>
    <ul class="plain-list choices">${rows.map((organ) => html`<li key=${organ.code}><label><input type="checkbox" checked=${chosen.has(organ.code)} onChange=${() => toggle(organ)} /> ${organ.name} <span class="note">${organ.code}</span></label></li>`)}</ul>
    ${found?.next && html`<p class="note">${say(`共${found.total}家，只列出前${SHOWN}家；写名称或代码查找。`, `${found.total} in all, the first ${SHOWN} are listed; find others by name or code.`)}</p>`}</fieldset>`;
}

export function KeyMaking({ region, first = 'region', close, done }) {
  const [way, setWay] = useState(first);
  const [place, setPlace] = useState(region);
  const [chosen, setChosen] = useState(new Map());
  const [role, setRole] = useState('office');
  const [label, setLabel] = useState('');
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState(null);
  const [making, setMaking] = useState(false);
  const named = useAnswer(/^\d{6}(\d{3})?$/.test(place) ? `/regions/${place}` : null).data?.name;
  const asked = useRef({ body: '', name: '' });
  const send = async (event) => {
    event.preventDefault();
    if (making) return;
    const many = way !== 'one';
    const body = many ? request({ way, region: place, organs: chosen.keys(), label, until })
      : { role, ...(role === 'admin' ? {} : { region: place }), ...(label.trim() ? { label: label.trim() } : {}), ...(until ? { expiresAt: endOf(until) } : {}) };
    // The same wish is the same request: where the answer was lost, asking again brings the same keys.
    const written = JSON.stringify(body);
    if (asked.current.body !== written) asked.current = { body: written, name: attempt() };
    setMaking(true);
    setProblem(null);
    try {
      const { data } = await ask(many ? '/keys/organs' : '/keys', { method: 'POST', body, headers: { 'Idempotency-Key': asked.current.name } });
      asked.current = { body: '', name: '' };
      const until1 = (one) => (one.expiresAt ? dateOf(new Date(one.expiresAt).getTime() - 1) : '');
      const made = many ? data.items.filter((one) => one.key).map((one) => ({ ...one, role: 'organ', until: until1(one) }))
        : [{ organ: data.region ?? '', name: data.label ?? roles(data.role), region: data.region ?? '', role: data.role, key: data.key, until: until1(data) }];
      done(made, { refused: many ? data.items.filter((one) => one.problem) : [], more: data.more });
    } catch (refused) {
      setProblem(refused);
    } finally {
      setMaking(false);
    }
  };
  const radio = (value, words) => html`<label><input type="radio" name="way" value=${value} checked=${way === value} onChange=${() => setWay(value)} /> ${words}</label>`;
  const here = named ?? place;
  return html`<form class="sheet side-sheet" data-panel onSubmit=${send}><header><h2 class="title">${say('做新密钥', 'Make new keys')}</h2><span class="note">${say('密钥只显示一次，马上下载，再发给各机关。', 'Keys are shown once: download them at once, then hand them out.')}</span></header>
    <div class="ways" role="radiogroup" aria-label=${say('给谁', 'For whom')}>${radio('region', say('还没有密钥的全部机关', 'All organs that have no key yet'))}${radio('organs', say('只给选中的机关', 'Only organs that I choose'))}${radio('one', say('给一个主管部门或者查询方', 'One office, or one reader'))}</div>
    ${way !== 'organs' && html`<div class="two">
      ${way === 'one' && html`<label class="labelled">${say('角色', 'Role')}<select class="field" value=${role} onChange=${(event) => setRole(event.target.value)}>${['office', 'reader', ...(may('admin') ? ['admin'] : [])].map((one) => html`<option value=${one} selected=${role === one}>${roles(one)}</option>`)}</select></label>`}
      ${!(way === 'one' && role === 'admin') && html`<label class="labelled">${say('地区代码', 'Code of the region')}<input class="field" value=${place} inputmode="numeric" required onInput=${(event) => setPlace(event.target.value.trim())} /><span class="note">${named ? say(`${named}和它下面的`, `${named} and all below it`) : say('6位或者9位数字', '6 or 9 digits')}</span></label>`}</div>`}
    ${way === 'organs' && html`<${Choose} region=${region} chosen=${chosen} setChosen=${setChosen} />`}
    <div class="two"><label class="labelled">${say('叫什么（可以不填）', 'What to call them (optional)')}<input class="field" value=${label} maxlength="200" onInput=${(event) => setLabel(event.target.value)} /></label>
      <label class="labelled">${say('用到哪一天（留空就一直有效）', 'Last day (empty: no end)')}<input class="field" type="date" value=${until} min=${dateOf()} onInput=${(event) => setUntil(event.target.value)} /></label></div>
    ${problem && html`<${Refused} problem=${problem} focus=${true} title=${say('没有做成', 'No key was made')} />`}
    <div class="do">${way === 'organs' && chosen.size === 0 ? html`<span class="note">${say('先选机关。', 'Choose organs first.')}</span>` : html`<button class="button main">${making ? say('正在做……', 'Making …') : way === 'organs' ? say(`给${chosen.size}家机关做密钥`, `Make ${several(chosen.size, 'key')}`) : way === 'region' ? say(`给${here}还没有密钥的机关做`, `Make keys for the organs of ${here} without one`) : say('做一个密钥', 'Make one key')}</button>`}
      <button type="button" class="button" data-close onClick=${close}>${say('不做', 'Make none')}</button></div></form>`;
}
