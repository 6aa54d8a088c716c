/**
 * Head, place and foot, the same around every view.
 * exports:
 *   Frame({children})
 *   useTitle(text)     what the window is called
 *   Place({region, year, basis, address, children})   the white line under the head: crumbs, year step, basis, print, files.
 *     address(changes) → where one goes for {region} or {year}; basis: null where it cannot be chosen; a view draws it first
 */
import { html, useEffect, useState } from './html.js';
import { useAnswer } from './api.js';
import { change, link, useAddress } from './address.js';
import { Patterns } from './bar.js';
import { goals, useKeysShown } from './keys.js';
import { usePreferences } from './preferences.js';
import { useSession } from './session.js';
import { SessionNotice } from './session-notice.js';
import { SignOut } from './sign-out.js';
import { FIRST_YEAR, lastYear, useStanding } from './standing.js';
import { mayOpen, wantsKey } from './views.js';
import { bases, label, language, moment, roles, say, setLanguage, useLanguage } from './words.js';

export function useTitle(text) {
  useEffect(() => {
    document.title = text ? `${text} · ${say('公开', 'Gongkai')}` : say('公开', 'Gongkai');
  }, [text, language()]);
}

/** What a role does most stands first; what it may not do is not there. */
function entries(caller, { region, year, basis }) {
  const at = (view, name, path, query) => ({ view, name, href: link(path, query) });
  const regional = (view) => `/${view}/${region}/${year}`;
  const kept = basis === 'submitted' ? {} : { basis };
  if (!caller) {
    return {
      main: [
        at('overview', say('统计', 'Figures'), regional('overview')),
        at('reports', say('各机关报告', 'Reports of organs'), '/reports', { region, year }),
        at('data', say('数据下载', 'Data'), '/data', { region, year }),
        at('about', say('说明', 'About'), '/about'),
      ],
      more: [],
    };
  }
  if (caller.role === 'organ') {
    return {
      main: [
        at('filing', say('填报', 'File'), `/filing/${caller.organ}/${year}`),
        at('organs', say('历年', 'Years'), `/organs/${caller.organ}`),
        at('imports', say('导入', 'Imports'), '/imports'),
      ],
      more: [],
    };
  }
  return {
    main: [
      at('overview', say('总览', 'Overview'), regional('overview'), kept),
      at('board', say('报送', 'Filing'), regional('board')),
      at('findings', say('问题', 'Findings'), regional('findings')),
      at('reconciliation', say('核对', 'Reconciliation'), regional('reconciliation')),
      at('compare', say('比较', 'Compare'), '/compare', { region, year }),
      at('imports', say('导入', 'Imports'), '/imports'),
    ],
    more: [
      at('register', say('登记', 'Register'), `/register/${region}`),
      at('rehearsals', say('规则试运行', 'Rehearsal'), '/rehearsals'),
      at('keys', say('密钥', 'Keys'), '/keys'),
      at('audit', say('审计', 'Audit'), '/audit'),
    ],
  };
}

function Navigation({ id, className }) {
  const { caller, settings } = useSession();
  const address = useAddress();
  const { main, more } = entries(caller, useStanding());
  const open = (list) => list.filter((entry) => mayOpen(entry.view, caller) && !wantsKey(entry.view, { caller, settings }));
  const anchor = (entry) => html`<a href=${entry.href} aria-current=${address.view === entry.view ? 'page' : undefined}>${entry.name}</a>`;
  const rest = open(more);
  return html`<nav id=${id} class=${className} aria-label=${say('主导航', 'Main')}>
    ${open(main).map(anchor)}
    ${rest.length > 0 && html`<${Disclosure} className="more" summary=${say('更多', 'More')}>${rest.map(anchor)}</${Disclosure}>`}
  </nav>`;
}

/** Opens below its word; closes when one goes elsewhere or presses Esc. */
function Disclosure({ summary, name, className, children, onOpen }) {
  const [open, setOpen] = useState(false);
  const address = useAddress();
  useEffect(() => setOpen(false), [address.path]);
  const close = (event) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    event.currentTarget.querySelector('summary').focus();
  };
  const leave = (event) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const toggle = (event) => {
    event.preventDefault();
    if (!open) onOpen?.();
    setOpen(!open);
  };
  return html`<details class=${className} open=${open} onKeyDown=${close} onFocusOut=${leave}>
    <summary onClick=${toggle} aria-label=${name}>${summary}</summary>
    ${open && html`<div class="panel" tabindex="-1">${children}</div>`}
  </details>`;
}

function Who() {
  const { caller } = useSession();
  const region = useAnswer(caller?.region ? `/regions/${caller.region}` : null).data?.name;
  const organ = useAnswer(caller?.organ ? `/organs/${encodeURIComponent(caller.organ)}` : null).data?.name;
  if (!caller) return html`<a class="who" href="/sign-in">${say('登录', 'Sign in')}</a>`;
  return html`<span class="who">${caller.label ?? organ ?? region ?? roles(caller.role)}</span>
    <${SignOut} />`;
}

function Tools() {
  const { large, contrast, setLarge, setContrast } = usePreferences();
  const { caller, settings } = useSession();
  const other = language() === 'en' ? 'zh' : 'en';
  return html`<button type="button" aria-pressed=${large} onClick=${() => setLarge(!large)}>${say('大字', 'Large text')}</button>
    <button type="button" aria-pressed=${contrast} onClick=${() => setContrast(!contrast)}>${say('高对比', 'High contrast')}</button>
    <button type="button" lang=${other === 'en' ? 'en' : 'zh-Hans'} onClick=${() => setLanguage(other)}>${other === 'en' ? 'English' : '中文'}</button>
    ${!wantsKey('search', { caller, settings }) && html`<a href="/search">${say('查找', 'Search')}</a>`}<${Who} />`;
}

function Top() {
  const [menu, setMenu] = useState(false);
  const address = useAddress();
  useEffect(() => setMenu(false), [address.path]);
  return html`<header class=${`top ${menu ? 'menu-open' : ''}`}>
    <a class="brand" href="/"><b>${say('公开', 'Gongkai')}</b><span>${say(html`政府信息公开<br />工作年度报告`, html`Annual reports on open<br />government information`)}</span></a>
    <button type="button" class="menu only-phone" aria-expanded=${menu} aria-controls="navigation" onClick=${() => setMenu(!menu)}>${say('菜单', 'Menu')}</button>
    <${Navigation} id="navigation" />
    <div class="tools"><${Tools} /></div>
  </header>`;
}

function Crumb({ region, current, reachable, address, parent }) {
  const [wanted, setWanted] = useState(false);
  const [search, setSearch] = useState('');
  const siblings = useAnswer(wanted && parent ? '/regions' : null, { parent, limit: 200, q: search || null });
  const name = region.level === 'nation' ? say('全国', 'China') : region.name;
  return html`<li aria-current=${current ? 'page' : undefined}>
    ${current || !reachable ? html`<span>${name}</span>` : html`<a href=${address({ region: region.code })}>${name}</a>`}
    ${parent && reachable && html`<${Disclosure} className="siblings" summary=${html`<span aria-hidden="true">▾</span>`}
        name=${say(`${name}：换一个同级地区`, `${name}: another region beside it`)} onOpen=${() => setWanted(true)}>
      <label class="note">${say('查找', 'Find')} <input class="field" value=${search} onInput=${(event) => setSearch(event.target.value)} /></label>
      <ul>${(siblings.data?.items ?? []).map((one) => html`<li><a href=${address({ region: one.code })}>${one.name}</a></li>`)}</ul>
      ${siblings.data?.next && html`<p class="note">${say(`共${siblings.data.total}个，写出名称的一部分来查找`, `${siblings.data.total} in all; type a part of the name`)}</p>`}
    </${Disclosure}>`}
  </li>`;
}

export function Place({ region, year, basis, address, children }) {
  const { caller, signedIn } = useSession();
  const found = useAnswer(region ? `/regions/${region}` : null).data;
  const line = found ? [...(found.ancestors ?? []), found] : [];
  const own = caller?.region;
  const from = own ? line.findIndex((one) => one.code === own) : 0;
  const step = (to, sign, name) => (to < FIRST_YEAR || to > lastYear()
    ? html`<span class="off" aria-hidden="true">${sign}</span>`
    : html`<a href=${address({ year: to })} aria-label=${name(to)}>${sign}</a>`);
  return html`<div class="place" role="region" aria-label=${say('地区和年度', 'Region and year')}>
    <ol class="crumbs" aria-label=${say('地区', 'Region')}>${line.map((one, i) => html`<${Crumb} key=${one.code} region=${one} current=${i === line.length - 1}
      reachable=${Boolean(address) && from >= 0 && i >= from} parent=${i > Math.max(from, 0) ? line[i - 1].code : null} address=${address} />`)}</ol>
    ${year && html`<span class="pick"><span>${signedIn ? say('报告年度', 'Report year') : say('年度', 'Year')}</span><span class="step">
      ${step(year - 1, '‹', (y) => say(`${y}年`, `${y}`))}<b>${year}</b>${step(year + 1, '›', (y) => say(`${y}年`, `${y}`))}</span></span>`}
    ${basis && signedIn && html`<span class="pick"><span>${say('计入', 'Counted')}</span><span class="seg">
      ${['submitted', 'accepted', 'published'].map((one) => html`<button type="button" aria-pressed=${basis === one}
        onClick=${() => change({ basis: one === 'submitted' ? null : one }, { replace: false })}>${bases(one)}</button>`)}</span></span>`}
    <span class="grow"></span>
    <span class="take wide-only"><button type="button" class="as-link" onClick=${() => print()}>${say('打印', 'Print')}</button>${children}</span>
  </div>`;
}

const VIEW_NAMES = () => ({ overview: say('总览', 'Overview'), board: say('报送', 'Filing'), findings: say('问题', 'Findings'), reconciliation: say('核对', 'Reconciliation'), compare: say('比较', 'Compare') });

/** All keys, in the page and not above it. */
function Keys() {
  const { shown, on, show, turn } = useKeysShown();
  if (!shown) return '';
  const names = VIEW_NAMES();
  return html`<aside class="keys-list" aria-label=${say('快捷键', 'Keys')}><div class="head-row"><h2>${say('快捷键', 'Keys')}</h2><button type="button" class="button small" onClick=${() => show(false)}>${say('收起', 'Close')}</button>
      <label><input type="checkbox" checked=${on} onChange=${(event) => turn(event.target.checked)} /> ${say('单个字母的键起作用', 'Keys of single letters work')}</label></div>
    <dl class="facts"><dt><kbd>/</kbd></dt><dd>${say('查找', 'search')}</dd>${goals().map(([key, view]) => html`<dt><kbd>g</kbd> <kbd>${key}</kbd></dt><dd>${names[view]}</dd>`)}
      <dt><kbd>Esc</kbd></dt><dd>${say('收起', 'close')}</dd><dt><kbd>?</kbd></dt><dd>${say('列出这些键', 'this list')}</dd></dl></aside>`;
}

function Foot() {
  const { show } = useKeysShown();
  const { caller, settings } = useSession();
  const office = settings?.office;
  return html`<footer class="end"><div>
    <span>${say(`页面取得数据的时间：${moment(new Date().toISOString())}`, `Fetched: ${moment(new Date().toISOString())}`)}</span>
    ${!wantsKey('about', { caller, settings }) && html`<a href="/about">${say('口径说明', 'Definitions')}</a>`}
    <a href="/q/swagger-ui">${say('接口', 'API')}</a>
    <button type="button" class="as-link" onClick=${() => show(true)}>${say('快捷键', 'Keys')}</button>
    ${office?.name && html`<span>${say('主办：', 'Run by ')}${label(office.name) || office.name}</span>`}
    ${office?.siteCode && html`<span>${say('网站标识码：', 'Site code ')}${office.siteCode}</span>`}
  </div></footer>`;
}

export function Frame({ children }) {
  const { signedIn } = useSession();
  useLanguage();
  useEffect(() => {
    document.documentElement.lang = language() === 'en' ? 'en' : 'zh-Hans';
    document.body.className = signedIn ? '' : 'public';
  }, [language(), signedIn]);
  return html`<a class="skip" href="#main">${say('跳到正文', 'Skip to the content')}</a>
    <${Patterns} /><${Top} /><${SessionNotice} />${children}<${Keys} /><${Foot} />`;
}
