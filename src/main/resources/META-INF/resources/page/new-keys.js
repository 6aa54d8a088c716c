/**
 * Keys that were just made: shown once, to be downloaded before one goes on.
 * exports: NewKeys({issued: {keys, refused, more}, putAway(), again()})   keys: [{organ, name, region, key, until}]
 */
import { html, useEffect, useRef, useState } from './html.js';
import { save } from './api.js';
import { go, onLeave } from './address.js';
import { keysFile } from './issued-keys.js';
import { dateOf, list, say, several } from './words.js';

export function NewKeys({ issued, putAway, again }) {
  const { keys, refused, more } = issued;
  const [taken, setTaken] = useState(false);
  const [leaving, setLeaving] = useState(null);
  const box = useRef(null);
  useEffect(() => box.current?.focus(), [issued]);
  useEffect(() => {
    if (taken || keys.length === 0) return undefined;
    const ask = (event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    const off = onLeave((address) => {
      if (new URL(address, location.href).pathname === location.pathname) return true; // they stay where they are
      setLeaving(address);
      return false;
    });
    return () => {
      removeEventListener('beforeunload', ask);
      off();
    };
  }, [taken, issued]);
  useEffect(() => {
    if (taken && leaving && leaving !== true) go(leaving);
  }, [taken, leaving]);
  const take = () => {
    const heads = [say('代码', 'Code'), say('机关', 'Organ'), say('地区', 'Region'), say('密钥', 'Key'), say('用到', 'Last day')];
    save(new Blob([keysFile(keys, heads)], { type: 'text/csv;charset=utf-8' }), `keys-${dateOf()}.csv`);
    setTaken(true);
  };
  const leave = () => (taken || keys.length === 0 ? putAway() : setLeaving(true));
  return html`<section class="sheet side-sheet issued" tabindex="-1" ref=${box} aria-label=${say('新密钥', 'New keys')}><header><h2 class="title">${say(`做好${keys.length}个密钥`, several(keys.length, 'key is made', 'keys are made'))}</h2><span class="note">${say('只显示这一次，服务里不留原文。', 'Shown this once; the service does not keep them.')}</span></header>
    ${refused.length > 0 && html`<p>${say(`${refused.length}家没有做：`, `${refused.length} got none: `)}${list(refused.slice(0, 20).map((one) => `${one.name ?? one.organ}${say('（', ' (')}${one.problem.detail ?? one.problem.title}${say('）', ')')}`))}${refused.length > 20 ? say('等', ' …') : ''}</p>`}
    ${more && html`<p>${say('还有没有密钥的机关：先下载这些，再做下一批。', 'There are more organs without a key: download these, then make the next batch.')}</p>`}
    ${keys.length > 0 && html`<div class="scroll issued-keys"><table><caption class="sr">${say('新密钥', 'New keys')}</caption><thead><tr><th scope="col">${say('给谁', 'For')}</th><th scope="col">${say('密钥', 'Key')}</th></tr></thead>
      <tbody>${keys.map((one) => html`<tr key=${one.key}><th scope="row" data-organ=${one.organ}>${one.name ?? one.organ} <span class="note">${one.organ}</span></th><td><code>${one.key}</code></td></tr>`)}</tbody></table></div>`}
    ${leaving && !taken && html`<p role="alert"><b>${say('还没有下载。离开以后看不到这些密钥了。', 'They are not downloaded yet, and cannot be seen any more afterwards.')}</b></p>`}
    <div class="do">${keys.length > 0 && html`<button type="button" class="button main" onClick=${take}>${taken ? say('再下载一次', 'Download again') : say('下载（CSV）', 'Download (CSV)')}</button>`}
      ${more && taken && html`<button type="button" class="button" onClick=${again}>${say('做下一批', 'Make the next batch')}</button>`}
      <button type="button" class="button" onClick=${leaving && !taken ? putAway : leave}>${leaving && !taken ? say('不下载，收起', 'Put away without download') : say('收起', 'Put away')}</button></div></section>`;
}
